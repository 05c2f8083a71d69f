/**
 * What is another in the documents of other dates, read off the operation table: the scenarios are about what callers
 * see, and go on when an update changes how it travels.
 */
import { type Operation, type OperationName, operations } from "@orq/identities-core";

const rows: Readonly<Record<OperationName, Operation>> = operations;

/** The status that an operation succeeds with. */
export const successOf = (name: OperationName): number => rows[name].success;

/** How many arguments a method takes before its options: the path's, then the body or a query that is alone. */
export function arityOf(name: OperationName): number {
	const { params, body, query } = rows[name];
	return params.length + (body || (params.length === 0 && query.length > 0) ? 1 : 0);
}

/** An identity in an answer, wrapped where the document wraps it. */
export const inAnswerOf = (name: OperationName, identity: object): object =>
	rows[name].envelope ? { identity } : identity;

/**
 * How `filter_by: { tags }` arrives, as a server decodes it: as the JSON of the object, or under a dotted name, once
 * for each tag.
 */
export function tagsInQuery(...tags: string[]): Readonly<Record<string, string | readonly string[]>> {
	const { wire = "filter_by", form } = rows.list.query.find(({ name }) => name === "filter_by") ?? {};
	if (form !== "array") return { [wire]: JSON.stringify({ tags }) };
	const [first = "", ...more] = tags;
	return { [wire]: more.length === 0 ? first : tags };
}
