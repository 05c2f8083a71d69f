/** Checks an operation's input against its row in the operation table, before anything is sent. */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Rules } from "../wire/operation.ts";
import { isFields, isWellFormed } from "../wire/reading.ts";
import { issue } from "./issue.ts";
import { checkFields } from "./rules.ts";

/** An operation's input from an untyped caller. */
export interface UncheckedInput {
	readonly path?: unknown;
	readonly query?: unknown;
	readonly body?: unknown;
}

/**
 * Refuses path values that would reach another endpoint, or none: an empty id turns retrieve into list, and URL
 * parsers fold `.` and `..` away, percent-encoded too (https://url.spec.whatwg.org/#double-dot-path-segment).
 */
export const checkId = (name: string, value: unknown): InputIssue[] =>
	isWellFormed(value) && !/^\.{0,2}$/.test(value)
		? []
		: [issue(name, anId, value, "Give an `_id` or `external_id`.")];

const anId = "well-formed text, not empty, `.` or `..`";

/** All that is wrong with a query under the wire's names. */
export function checkQuery(rules: Rules, query: unknown): InputIssue[] {
	const issues = checkFields("query", rules, query);
	if (!isFields(query)) return issues;
	// A name that no parameter carries would be lost unnoticed, and a list be longer than the caller means.
	for (const path in query) {
		if (!Object.hasOwn(rules, path))
			issues.push(
				issue(path, `absent: there are ${Object.keys(rules).join(", ") || "no parameters"}`, query[path]),
			);
	}
	const { starting_after, ending_before } = query;
	if (starting_after && ending_before)
		issues.push(issue("ending_before", "absent beside `starting_after`", ending_before, "Give one."));
	return issues;
}
