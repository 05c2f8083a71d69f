/**
 * Checks the options of a client and of a call. `false` turns a time limit off; a longer one than a timer can
 * hold is refused, since such a timer fires at once (2³¹ − 1 ms are some 24.8 days).
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import { hasFields } from "./fields.ts";
import { issue, numberIssue } from "./issue.ts";

export const longestTimeoutMs = 2_147_483_647;
export const defaultTimeoutMs = 30_000;
export const defaultMaxRetries = 2;

/** The options that a client and each of its calls can set. */
export interface SendingOptions {
	readonly timeoutMs?: unknown;
	readonly totalTimeoutMs?: unknown;
	readonly maxRetries?: unknown;
	readonly headers?: unknown;
}

export function checkOptions(options: SendingOptions): InputIssue[] {
	return [
		checkTimeout("timeoutMs", options.timeoutMs),
		checkTimeout("totalTimeoutMs", options.totalTimeoutMs),
		checkRetries(options.maxRetries),
		...checkHeaders(options.headers),
	].filter((found) => found !== undefined);
}

function checkTimeout(name: string, value: unknown): InputIssue | undefined {
	if (value === undefined || value === false) return undefined;
	if (typeof value === "number" && value > 0 && value <= longestTimeoutMs) return undefined;
	return numberIssue(
		name,
		`must be more than 0 and at most ${longestTimeoutMs} ms`,
		value,
		"Give `false` for no limit.",
	);
}

function checkRetries(value: unknown): InputIssue | undefined {
	if (value === undefined || (Number.isInteger(value) && Number(value) >= 0)) return undefined;
	return numberIssue(
		"maxRetries",
		"must be a whole number, 0 or more",
		value,
		"Give 0 for one attempt only.",
	);
}

function checkHeaders(headers: unknown): (InputIssue | undefined)[] {
	if (headers === undefined) return [];
	if (!hasFields(headers))
		return [issue("headers", "must be a plain object", headers, "Give names and texts.")];
	return Object.entries(headers).map(([name, value]) => {
		const path = `headers[${JSON.stringify(name)}]`;
		// RFC 9110 §5.6.2 and §5.5. Fetch would throw on these, with the value in its message.
		if (!/^[!#$%&'*+\-.^_`|~\w]+$/.test(name))
			return issue(path, "must have an HTTP header's name", value, "Rename it.");
		if (name.toLowerCase() === "authorization") {
			return issue(path, "is set by the client", value, "Give the key as `apiKey`.");
		}
		if (value === undefined || (typeof value === "string" && isHeaderText(value))) return undefined;
		return issue(path, "must be text in Latin-1 without control characters", value, "Encode it.");
	});
}

/** Whether a text can stand in a header: Latin-1, no control characters (C1, too) but a tab. */
export const isHeaderText = (text: string): boolean => /^[\t\x20-\x7e\xa0-\xff]*$/.test(text);
