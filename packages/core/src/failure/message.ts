/**
 * The words of a failure. They never hold the key, the id or a query's value: servers like to echo those,
 * and messages end in logs.
 */
import { isFields } from "../wire/reading.ts";

/** `retrieve: 404 no such identity`. */
export function statusMessage(
	operation: string,
	status: number,
	said: string | undefined,
	wait?: number,
): string {
	const what = status === 0 ? "a redirect, which is not followed" : `${status}`;
	const text = said ? ` ${said}` : status >= 300 && status < 400 ? " (redirects are not followed)" : "";
	const after = wait === undefined ? "" : ` (retry after ${wait / 1000} s)`;
	return `${operation}: ${what}${text}${after}`;
}

/**
 * What the server says in an error's body, in one line of at most 300 characters. Read in this order:
 * `{ error }`, `{ message }`, `{ error: { message } }`, problem+json (RFC 9457), plain text, an HTML page's title.
 */
export function saidBy(body: unknown): string | undefined {
	const text = typeof body === "string" ? fromText(body) : fromFields(body);
	// Control characters could forge lines in a log.
	const line = text?.replace(/[\s\p{Cc}]+/gu, " ").trim();
	return line && (line.length > 300 ? `${line.slice(0, 299)}…` : line);
}

function fromFields(body: unknown): string | undefined {
	if (!isFields(body)) return undefined;
	const inner = isFields(body["error"]) ? body["error"]["message"] : undefined;
	const texts = [body["error"], body["message"], inner, body["detail"], body["title"]];
	return texts.find((text): text is string => typeof text === "string" && text !== "");
}

function fromText(text: string): string | undefined {
	if (!/^\s*</.test(text)) return text;
	return /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? "(an HTML page)";
}

/**
 * Puts `…` where the text holds one of these values, plain or percent-encoded.
 * Values of one or two characters stay: they would blot out ordinary words.
 */
export function withoutValues(text: string, values: readonly string[]): string {
	let out = text;
	for (const value of values) {
		if (value.length < 3) continue;
		out = out.replaceAll(value, "…");
		const encoded = encodeURIComponent(value);
		out = out.replaceAll(encoded, "…").replaceAll(encoded.toLowerCase(), "…");
	}
	return out;
}
