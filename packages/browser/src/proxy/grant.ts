/**
 * Reads what a rule returned. Types hold TypeScript's rules to it; here it holds for all: a part that is missing or of
 * another kind is a bug of the rule, and the request does not go on.
 */
import type { Operation } from "@orq/identities-core";
import { type Fields, isFields, type UncheckedInput, withoutEmpty } from "@orq/identities-core/internal";
import type { Selection } from "./select.ts";

/** What goes on, and what of the answer comes back. */
export interface Granted {
	readonly input: UncheckedInput;
	readonly select: Selection;
}

/** Throws a `TypeError` that names the operation and the part. */
export function grantedBy(verdict: unknown, operation: Operation): Granted {
	const { name, params, query, body, answer } = operation;
	const lacks = (part: string, wanted: string): TypeError =>
		new TypeError(`allow.${name}: the rule's answer must have \`${part}\`: ${wanted}.`);
	if (!isFields(verdict)) throw lacks("its parts", "an object, a Response, or nothing");
	const path = Object.fromEntries(
		params.map((param) => {
			const value = verdict[param];
			if (typeof value !== "string") throw lacks(param, "text");
			return [param, value];
		}),
	);
	// Beside an id or a body the rule may have been written when there was no query: then none goes on.
	const isAlone = params.length === 0 && !body;
	const hasQuery = query.length > 0 && (isAlone || verdict["query"] !== undefined);
	if (hasQuery && !isFields(verdict["query"])) throw lacks("query", "an object, empty for no parameters");
	for (const part of hasQuery ? emptyParts(verdict["query"] as Fields, query) : [])
		throw lacks(`query.${part}`, "without empty parts, which the API takes for no filter");
	if (body && !isFields(verdict["body"])) throw lacks("body", "an object");
	const select = verdict["select"];
	if (answer !== "none" && !isSelection(select)) throw lacks("select", 'names of fields, or "all"');
	return {
		input: {
			path,
			...(hasQuery && { query: verdict["query"] }),
			...(body && { body: verdict["body"] }),
		},
		select: isSelection(select) ? select : [],
	};
}

/** The parameters that are written as less than they say, and so would let more through: `{ tags: [] }`. */
const emptyParts = (query: Fields, parameters: Operation["query"]): string[] =>
	parameters
		.map(({ name }) => name) // Not by the query's own, since a getter or a prototype may have them.
		.filter((name) => {
			const value = query[name];
			if (typeof value !== "object" || value === null) return false;
			return JSON.stringify(withoutEmpty(value)) !== JSON.stringify(value);
		});

const isSelection = (value: unknown): value is Selection =>
	value === "all" || (Array.isArray(value) && value.every((name) => typeof name === "string"));
