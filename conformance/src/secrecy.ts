/**
 * What must never show, in whatever scenario: a key anywhere in an error or a hook's information, and in an
 * error's message, which ends in logs, what the caller gave: the id, and the values of query and body.
 */
import type { Call } from "./adapter.ts";
import { isObject } from "./pattern.ts";
import type { Seen } from "./seen.ts";

export function keyProblems(keys: readonly string[], shownToCaller: unknown, at: string): string[] {
	const text = JSON.stringify(shownToCaller) ?? "";
	// A key that is refused for its line break must not show without it either.
	const plain = keys.map((key) => key.trim()).filter((key) => key !== "");
	return plain.filter((key) => text.includes(key)).map((key) => `${at}: shows the key ${key}`);
}

export function personalProblems({ args }: Call, { error }: Seen, at: string): string[] {
	if (error === undefined) return [];
	// One or two characters would be found in ordinary words.
	return textsIn(args)
		.filter((value) => value.length > 2 && error.message.includes(value))
		.map((value) => `${at}: the message shows ${value}: ${error.message}`);
}

function textsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
