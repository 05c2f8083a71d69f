/** What must not show in an error: the values of query and body, which are personal data, and the key. */

import { isFields } from "../wire/reading.ts";
import { type AnswerHeaders, plainHeaders, type WireAnswer } from "./classify.ts";
import { withoutValues } from "./message.ts";

/** The texts in a request's query and JSON body: what a server may echo. */
export function valuesIn({
	url,
	body,
}: {
	readonly url: string;
	readonly body?: string | undefined;
}): string[] {
	const start = url.indexOf("?");
	const query = start < 0 ? [] : [...new URLSearchParams(url.slice(start)).values()];
	return [...query, ...[...query, body ?? ""].flatMap(textsIn)];
}

function textsIn(json: string): string[] {
	if (!/^[[{]/.test(json)) return [];
	const texts: string[] = [];
	const collect = (value: unknown): void => {
		if (typeof value === "string") texts.push(value);
		else if (Array.isArray(value)) value.forEach(collect);
		else if (isFields(value)) Object.values(value).forEach(collect);
	};
	try {
		collect(JSON.parse(json));
	} catch {
		// Not JSON after all: the text itself is hidden.
	}
	return texts;
}

/** The answer without the key, for servers that echo what they refuse. */
export function withoutSecret(answer: WireAnswer, secret: string | undefined): WireAnswer {
	// Short ones too, though a test's key may blot out ordinary words: that a key never shows has no exception.
	if (secret === undefined) return answer;
	const clean = (text: string) => withoutValues(text.replaceAll(secret, "…"), [secret]);
	return {
		status: answer.status,
		headers: cleanHeaders(answer.headers, clean),
		text: cleanText(answer.text, clean),
	};
}

/** JSON may have a sign of the key as an escape (`\u002b`, `\/`), which is found only where it is read. */
function cleanText(text: string, clean: (text: string) => string): string {
	const plain = clean(text);
	if (!plain.includes("\\")) return plain;
	try {
		const json = JSON.parse(plain, (_key, value) => (typeof value === "string" ? clean(value) : value));
		return JSON.stringify(json);
	} catch {
		return plain;
	}
}

const cleanHeaders = (headers: AnswerHeaders, clean: (text: string) => string): Record<string, string> =>
	Object.fromEntries(Object.entries(plainHeaders(headers)).map(([name, value]) => [name, clean(value)]));
