/**
 * What is wrong with a document, as a good colleague says it: where, what, and what to do.
 * Every room throws it and none catches it, so a run that meets one has written nothing.
 */
export class DocumentProblem extends Error {
	/** A JSON pointer, or the name of a file or an overlay action. */
	readonly place: string;

	constructor(place: string, problem: string, cure: string) {
		super(`${place}: ${problem}\n  ${cure}`);
		this.name = "DocumentProblem";
		this.place = place;
	}
}
