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
export function saidBy(body: unknown, hide: readonly string[] = []): string | undefined {
	const text = typeof body === "string" ? fromText(body) : fromFields(body);
	// Values go first: a line that is folded and cut holds parts of them that can't be found any more.
	return text && inOneLine(withoutValues(text, hide));
}

/** At most 300 characters, without control characters, which could forge lines in a log. */
export function inOneLine(text: string): string {
	const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
	// In unicode mode a surrogate matches only where it stands alone: half an emoji that was cut.
	return line.length > 300 ? `${line.slice(0, 299).replace(/\p{Surrogate}$/u, "")}…` : line;
}

function fromFields(body: unknown): string | undefined {
	if (!isFields(body)) return undefined;
	const inner = isFields(body["error"]) ? body["error"]["message"] : undefined;
	const texts = [body["error"], body["message"], inner, body["detail"], body["title"]];
	return texts.find((text): text is string => typeof text === "string" && text !== "");
}

function fromText(text: string): string | undefined {
	if (!/^\s*</.test(text)) return text;
	// Stopping at `<` keeps it linear: `[^>]` would run to the end from each of many broken tags.
	return /<title[^<>]*>([^<]*)/i.exec(text)?.[1]?.trim() || "(an HTML page)";
}

/**
 * Puts `…` where the text holds one of these values, plain or percent-encoded.
 * Values of one or two characters stay: they would blot out ordinary words.
 */
export function withoutValues(text: string, values: readonly string[]): string {
	// The longest first: a value that is part of another one would leave the other's rest.
	const forms = values
		.filter((value) => value.length > 2)
		.flatMap(formsOf)
		.sort((one, other) => other.length - one.length);
	return forms.reduce((out, form) => out.replaceAll(form, "…"), text);
}

/** How a value shows in a URL: encoded as we do, as a form or only where it must be; hex digits of either case. */
function formsOf(value: string): string[] {
	if (/\p{Surrogate}/u.test(value)) return [value]; // can't be encoded
	const encoded = encodeURIComponent(value);
	const forms = [encoded, encoded.replaceAll("%20", "+"), encodeURI(value)];
	return [value, ...forms, ...forms.map((form) => form.replace(/%../g, (hex) => hex.toLowerCase()))];
}
