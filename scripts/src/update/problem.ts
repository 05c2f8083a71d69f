/** Why an update stops, besides what is wrong with a document: where, what, and what to do. */
export class UpdateProblem extends Error {
	constructor(place: string, problem: string, cure: string) {
		super(`${place}: ${problem}\n  ${cure}`);
		this.name = "UpdateProblem";
	}
}
