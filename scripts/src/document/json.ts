/** JSON values as a document is made of, and the few questions that every room asks of them. */

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
	[key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A JSON pointer (RFC 6901), as messages name a place: `#/paths/~1v2~1identities/get`. */
export const pointer = (...steps: readonly (string | number)[]): string =>
	["#", ...steps.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** Equal as JSON, whatever the order of keys. */
export const sameJson = (a: Json, b: Json): boolean => sortedText(a) === sortedText(b);

/** Text that is equal for equal values, whatever the order of keys. */
export function sortedText(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(sortedText).join()}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${sortedText(inner)}`).join()}}`;
}
