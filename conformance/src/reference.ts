/** Puts what earlier steps gave into the arguments of a later one. */
import { isObject, type Json } from "./pattern.ts";
import type { Seen } from "./seen.ts";

/** What steps gave, by the name that they gave it. */
export type Given = ReadonlyMap<string, Seen>;

export function resolved(value: Json, given: Given): Json {
	if (Array.isArray(value)) return value.map((inner: Json) => resolved(inner, given));
	if (!isObject(value)) return value;
	const { $from, path } = value;
	if (typeof $from === "string" && typeof path === "string") return lookedUp($from, path, given);
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, resolved(inner as Json, given)]),
	);
}

function lookedUp(step: string, path: string, given: Given): Json {
	let found: unknown = given.get(step);
	for (const name of path.split("."))
		found = (found as Readonly<Record<string, unknown>> | undefined)?.[name];
	if (found === undefined) throw new Error(`no earlier step gave ${step}: ${path}`);
	return found as Json; // a value that came off the wire
}
