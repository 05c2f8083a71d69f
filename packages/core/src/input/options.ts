/**
 * Checks the options of a client and of a call. `false` turns a time limit off; a longer one than a timer can
 * hold is refused, since such a timer fires at once (2³¹ − 1 ms are some 24.8 days).
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Rule, Rules } from "../wire/operation.ts";
import { isFields } from "../wire/reading.ts";
import { checkFields, isNumber, isWhole } from "./rules.ts";

export const longestTimeoutMs = 2_147_483_647;
export const defaultTimeoutMs = 30_000;
export const defaultMaxRetries = 2;

/** The options that a client and each of its calls can set. */
export interface SendingOptions {
	readonly timeoutMs?: unknown;
	readonly totalTimeoutMs?: unknown;
	readonly maxRetries?: unknown;
	readonly headers?: unknown;
	readonly signal?: unknown;
	readonly fetch?: unknown;
}

/** All that is wrong with them; they may be anything. */
export const checkOptions = (options: SendingOptions): InputIssue[] => checkFields("options", rules, options);

const timeout: Rule = [
	`false, or 1 to ${longestTimeoutMs}`,
	(it) => it === false || isNumber(it, 1, longestTimeoutMs),
];

const rules: Rules = {
	timeoutMs: timeout,
	totalTimeoutMs: timeout,
	maxRetries: ["a whole number, 0 or more", (it) => isWhole(it, 0)],
	signal: ["an AbortSignal", (it) => typeof Object(it).addEventListener === "function"],
	fetch: ["a function", (it) => typeof it === "function"],
	headers: ["an object of Latin-1 texts, with the key as `apiKey`", areHeaders],
};

/** RFC 9110 §5.6.2 and §5.5. Fetch would throw on others, with the value in its message. */
function areHeaders(headers: unknown): boolean {
	return (
		isFields(headers) &&
		Object.entries(headers).every(
			([name, text]) => /^(?!authorization$)[!#$%&'*+\-.^`|~\w]+$/i.test(name) && isHeaderText(text ?? ""),
		)
	);
}

/** Whether this is text that can stand in a header: Latin-1, no control characters (C1, too) but a tab. */
export const isHeaderText = (text: unknown): text is string =>
	typeof text === "string" && /^[\t\x20-\x7e\xa0-\xff]*$/.test(text);
