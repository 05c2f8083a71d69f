/**
 * Takes a query apart whose object travels as parameters of its own: where one is named `filter_by.tags`, each property
 * of the caller's `filter_by` goes by itself. The operation table has it only where the document has such names.
 */
import { type Fields, isFields } from "./reading.ts";

export const flatten = (query: Fields, names: readonly string[]): Fields =>
	Object.fromEntries(entriesOf(query, names, ""));

const entriesOf = (fields: Fields, names: readonly string[], parent: string): [string, unknown][] =>
	Object.entries(fields).flatMap(([key, value]) => {
		const name = parent + key;
		const isTaken = names.some((each) => each.startsWith(`${name}.`));
		if (isTaken && isFields(value)) return entriesOf(value, names, `${name}.`);
		// What is no object stays, under a name that no parameter has: it is refused.
		return isTaken && (value === undefined || value === null) ? [] : [[name, value]];
	});
