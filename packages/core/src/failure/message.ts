/**
 * The words of a failure. They never hold the key, the id or a value that the caller gave: servers like to echo
 * those, and messages end in logs.
 */
import { isWellFormed } from "../wire/reading.ts";

/**
 * What the server says in an error's body, in one line of at most 300 characters. Read in this order:
 * `{ error }`, `{ message }`, `{ error: { message } }`, problem+json (RFC 9457), plain text, an HTML page's title.
 */
export function saidBy(body: unknown, hide: readonly string[] = []): string | undefined {
	const { error, message, detail, title } = Object(body) as Record<string, unknown>;
	const { message: inner } = Object(error) as Record<string, unknown>;
	const texts = [error, message, inner, detail, title, body];
	const text = texts.find(isWord) ?? "";
	// Values go first: a line that is folded and cut holds parts of them that can't be found any more.
	return inOneLine(without(hide)(text === body ? text.replace(page, "$2") : text)) || undefined;
}

/** A text that says something. */
export const isWord = (it: unknown): it is string => typeof it === "string" && it !== "";

/** An HTML page, and its title. Stopping at `<` keeps it linear: `[^>]` would run to the end from each broken tag. */
const page = /^\s*(?=<).*?(<title[^<>]*>([^<]*).*|$)/is;

/** At most 300 characters, without control characters, which could forge lines in a log. */
export const inOneLine = (text: string): string =>
	text
		.replace(/[\s\p{Cc}]+/gu, " ")
		.trim()
		.slice(0, 300)
		// Half an emoji: in unicode mode a surrogate matches only where it stands alone.
		.replace(/\p{Surrogate}$/u, "");

/**
 * Puts `…` where a text holds one of these values, in whatever case, plain or percent-encoded, in part or more than
 * once. A text that holds none stays as it is. Values of less than `shortest` characters stay: they would blot out
 * ordinary words.
 */
export function without(values: readonly string[], shortest = 3): (text: string) => string {
	const forms = values
		.filter((value) => value.length >= shortest)
		// The longest first: a value that is part of another one would leave the other's rest.
		.sort((one, other) => other.length - one.length)
		.map(formOf)
		.join("|");
	const found = new RegExp(forms, "gi");
	return (text) => {
		if (!forms) return text;
		const plain = decoded(text);
		const hidden = plain.replace(found, "…");
		return hidden === plain ? text.replace(found, "…") : hidden;
	};
}

/** Of a very long value nothing behind its beginning is kept. A space is a plus sign where a form has it. */
const formOf = (value: string): string =>
	decoded(value)
		.slice(0, 300)
		// Half a sign arrives as another one.
		.replace(/\W/gu, (sign) => (sign === " " ? "[ +]" : isWellFormed(sign) ? `\\${sign}` : ".")) +
	(value.length > 300 ? "[^]*" : "");

/** Without percent-encoding, however often it was encoded. */
function decoded(text: string): string {
	const plain = text.replace(/(%[\da-f]{2})+/gi, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run;
		}
	});
	return plain === text ? text : decoded(plain);
}
