/**
 * Checks an operation's query against its row in the operation table, before anything is sent.
 * Only what a caller can get wrong by mistake is refused; the server remains the judge of the rest.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Rules } from "../wire/operation.ts";
import { isFields } from "../wire/reading.ts";
import { issue } from "./issue.ts";
import { checkFields } from "./rules.ts";

/** An operation's input from an untyped caller. */
export interface UncheckedInput {
	readonly path?: unknown;
	readonly query?: unknown;
	readonly body?: unknown;
}

/** All that is wrong with a query under the wire's names. */
export function checkQuery(rules: Rules, query: unknown): InputIssue[] {
	const issues = checkFields("query", rules, query);
	if (!isFields(query)) return issues;
	// A name that no parameter carries would be lost unnoticed, and a list be longer than the caller means.
	for (const path in query) {
		if (!Object.hasOwn(rules, path))
			issues.push(issue(path, "is unknown", query[path], `There are: ${Object.keys(rules)}.`));
	}
	const { starting_after, ending_before } = query;
	if (starting_after && ending_before)
		issues.push(issue("ending_before", "can't go with `starting_after`", ending_before, "Give one."));
	return issues;
}
