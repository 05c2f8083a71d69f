/**
 * The wire form of a query: objects as JSON, an array as its name once for each element, the rest as text.
 * Null, undefined and empty filters (`{}`, `[]`, `{ tags: [] }`) are left out.
 */
import type { QueryParameter } from "./operation.ts";
import { isFields } from "./reading.ts";

/** The value as JSON has it (dates are text there), without what says nothing; undefined where nothing is left. */
const meaning = (value: unknown): unknown =>
	typeof value === "object" && value !== null ? JSON.parse(JSON.stringify(value), kept) : value;

/** A reviver: it is called from the inside out, and what it returns undefined for is left out. */
function kept(_key: string, value: unknown): unknown {
	if (Array.isArray(value)) {
		const items = value.filter(() => true); // skips the holes that left-out items leave
		return items.length > 0 ? items : undefined;
	}
	return value === null || (isFields(value) && Object.keys(value).length === 0) ? undefined : value;
}

const pair = (name: string, value: unknown): string =>
	`${encodeURIComponent(name)}=${encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value))}`;

/**
 * Writes a query as it stands on the wire, without the `?`. Names are the wire's, as in `paths`.
 * Give it to a bare openapi-fetch client, whose own serialiser throws on `filter_by`.
 *
 * @example
 * createClient<paths>({ baseUrl, querySerializer: serializeQuery });
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
	const pairs: string[] = [];
	for (const [name, given] of Object.entries(query)) {
		const value = meaning(given);
		if (value === undefined || value === null) continue;
		if (Array.isArray(value)) for (const item of value) pairs.push(pair(name, item));
		else pairs.push(pair(name, value));
	}
	return pairs.join("&");
}

/** What the caller's query says for a parameter: `filter_by.tags` is the property `tags` of `filter_by`. */
export const queryValue = (
	{ name, wire }: QueryParameter,
	query: Readonly<Record<string, unknown>>,
): unknown =>
	name === wire
		? query[name]
		: wire.split(".").reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), query);

/** The caller's query under the wire's names: `filter_by: { tags }` may travel as `filter_by.tags`. */
export function wireQuery(
	parameters: readonly QueryParameter[],
	query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const wire: Record<string, unknown> = {};
	for (const parameter of parameters) {
		const value = queryValue(parameter, query);
		if (value !== undefined) wire[parameter.wire] = value;
	}
	return wire;
}
