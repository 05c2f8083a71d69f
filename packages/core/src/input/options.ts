/**
 * Checks the options of a client and of a call. `false` turns a time limit off; a longer one than a timer can
 * hold is refused, since such a timer fires at once (2³¹ − 1 ms are some 24.8 days).
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Rule, Rules } from "../wire/operation.ts";
import { type Fields, isFields } from "../wire/reading.ts";
import { issue } from "./issue.ts";
import { aFunction, anObject, checkFields, isNumber, isWholeNumber } from "./rules.ts";

export const longestTimeoutMs = 2_147_483_647;
export const defaultTimeoutMs = 30_000;
export const defaultMaxRetries = 2;

/** All that is wrong with a client's or a call's options, which may be anything; `more` is what else there is. */
export function checkOptions(options: unknown, more?: Rules): InputIssue[] {
	const issues = checkFields("options", more ? { ...rules, ...more } : rules, options);
	const { headers } = Object(options) as { readonly headers?: unknown };
	for (const name in isFields(headers) ? headers : undefined) {
		const value = (headers as Fields)[name];
		// RFC 9110 §5.6.2 and §5.5. Fetch would throw on others, with the value in its message.
		if (/^(?!authorization$)[!#$%&'*+\-.^`|~\w]+$/i.test(name) && isHeaderText(value ?? "")) continue;
		const path = `headers[${JSON.stringify(name)}]`;
		issues.push(issue(path, "a header in Latin-1, and not the key", value, "Encode it, or give `apiKey`."));
	}
	return issues;
}

const limit: Rule = [
	"false, or a number of ms up to 2147483647",
	(it) => it === false || isNumber(it, Number.MIN_VALUE, longestTimeoutMs),
];

const rules: Rules = {
	timeoutMs: limit,
	totalTimeoutMs: limit,
	maxRetries: ["a whole number, 0 or more", (it) => isWholeNumber(it, 0)],
	signal: ["an AbortSignal", (it) => typeof Object(it).addEventListener === "function"],
	fetch: aFunction,
	headers: anObject,
	hooks: anObject,
};

/** Whether this is text that can stand in a header: Latin-1, no control characters (C1, too) but a tab. */
export const isHeaderText = (text: unknown): text is string =>
	typeof text === "string" && /^[\t\x20-\x7e\xa0-\xff]*$/.test(text);
