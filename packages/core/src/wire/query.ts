/**
 * The wire form of a query: objects as JSON, an array as its name once for each element, the rest as text.
 * Null, undefined and empty filters (`{}`, `[]`, `{ tags: [] }`) are left out.
 */
import type { QueryParameter } from "./operation.ts";
import { isFields } from "./reading.ts";

/** The value without what says nothing; undefined where nothing is left. */
function meaning(value: unknown): unknown {
	if (value === null || value === undefined) return undefined;
	if (Array.isArray(value)) {
		const items = value.filter((item) => item !== null && item !== undefined);
		return items.length > 0 ? items : undefined;
	}
	if (!isFields(value)) return value;
	const entries = Object.entries(value).flatMap(([key, inner]) => {
		const kept = meaning(inner);
		return kept === undefined ? [] : [[key, kept] as const];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const pair = (name: string, value: unknown): string =>
	`${encodeURIComponent(name)}=${encodeURIComponent(isFields(value) ? JSON.stringify(value) : String(value))}`;

/**
 * Writes a query as it stands on the wire, without the `?`. Names are the wire's, as in `paths`.
 * Give it to a bare openapi-fetch client, whose own serialiser throws on `filter_by`.
 *
 * @example
 * createClient<paths>({ baseUrl, querySerializer: serializeQuery });
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
	const pairs: string[] = [];
	for (const name in query) {
		const value = meaning(query[name]);
		if (value === undefined) continue;
		if (Array.isArray(value)) for (const item of value) pairs.push(pair(name, item));
		else pairs.push(pair(name, value));
	}
	return pairs.join("&");
}

/** The caller's query under the wire's names: `filter_by: { tags }` may travel as `filter_by.tags`. */
export function wireQuery(
	parameters: readonly QueryParameter[],
	query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const wire: Record<string, unknown> = {};
	for (const { name, wire: wireName } of parameters) {
		const value = query[name];
		if (name === wireName) wire[name] = value;
		else if (isFields(value)) wire[wireName] = value[wireName.slice(name.length + 1)];
	}
	return wire;
}
