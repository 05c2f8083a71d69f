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
	const told = text === body ? text.replace(page, "$2") : text;
	// Values go first: a line that is folded and cut holds parts of them that can't be found any more.
	const clean = without(hide)(told.slice(0, longest));
	const whole =
		told.length > longest ? Math.max(clean.lastIndexOf("…") + 1, clean.length - longestForm) : longest;
	return inOneLine(clean.slice(0, whole)) || undefined;
}

/** Hiding takes time for each value and each character: of a very long text the beginning says enough. */
const longest = 8_192;

/** Of a longer value these characters say enough: it is hidden with all that stands behind them. */
const headLength = 300;

/** What stands where a text was cut may be the beginning of a value, each of whose characters that count is encoded. */
const longestForm = headLength * 12;

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
 * Puts `…` where a text holds one of these values, in whatever case, and each of its characters as it is or
 * percent-encoded. Values of less than `shortest` characters stay: they would blot out ordinary words.
 */
export function without(values: readonly string[], shortest = 3): (text: string) => string {
	const forms = new Map<string, RegExp>();
	const hidden = values
		.filter((value) => value.length >= shortest)
		// The longest first: a value that is part of another one would leave the other's rest.
		.sort((one, other) => other.length - one.length);
	return (text) =>
		hidden.reduce((out, value) => {
			if (Math.min(value.length, headLength) > text.length) return out;
			const form = forms.get(value) ?? formOf(value);
			forms.set(value, form);
			return out.replace(form, "…");
		}, text);
}

function formOf(value: string): RegExp {
	const head = /^.{0,300}/su.exec(value)?.[0] ?? "";
	const form = head.replace(/\W/gu, formOfSign);
	return new RegExp(head === value ? form : `${form}[^]*`, "gi");
}

/** A space is a plus sign where a form has it; some signs are encoded by URL parsers only; half a sign is anything. */
function formOfSign(sign: string): string {
	if (!isWellFormed(sign)) return ".";
	const encoded = encodeURIComponent(sign).toLowerCase();
	// Each form once: two ways to read each sign of a text that is cut short would be 2ⁿ ways to read all of it.
	const forms = new Set([sign === " " ? "+" : `%${sign.charCodeAt(0).toString(16)}`, encoded, sign]);
	return `(?:${[...forms].map(escaped).join("|")})`;
}

const escaped = (text: string): string => text.replace(/\W/g, "\\$&");
