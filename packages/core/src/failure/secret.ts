/** What must not show in an error: the query's values, which are personal data, and the key. */

import { isFields } from "../wire/reading.ts";
import { type AnswerHeaders, plainHeaders, type WireAnswer } from "./classify.ts";

/** The texts in a URL's query, also those inside JSON: what a server may echo. */
export function valuesIn(url: string): string[] {
	const start = url.indexOf("?");
	if (start < 0) return [];
	return [...new URLSearchParams(url.slice(start)).values()].flatMap((value) =>
		/^[[{]/.test(value) ? [value, ...textsIn(value)] : [value],
	);
}

function textsIn(json: string): string[] {
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
	if (secret === undefined) return answer;
	const clean = (text: string) => text.replaceAll(secret, "…");
	return { status: answer.status, headers: cleanHeaders(answer.headers, clean), text: clean(answer.text) };
}

const cleanHeaders = (headers: AnswerHeaders, clean: (text: string) => string): Record<string, string> =>
	Object.fromEntries(Object.entries(plainHeaders(headers)).map(([name, value]) => [name, clean(value)]));
