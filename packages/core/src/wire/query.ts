/**
 * The wire form of a query: objects as JSON, an array as its name once for each element, the rest as text.
 * Null, undefined and empty filters (`{}`, `[]`, `{ tags: [] }`) are left out.
 */
/**
 * Writes a query as it stands on the wire, without the `?`. Names are the wire's, as in `paths`.
 * Give it to a bare openapi-fetch client, whose own serialiser throws on `filter_by`.
 *
 * @example
 * createClient<paths>({ baseUrl, querySerializer: serializeQuery });
 */
export const serializeQuery = (query: Readonly<Record<string, unknown>>): string =>
	writeQuery(query, { ...query });

/** The parameters of the names that `names` has. */
export function writeQuery(query: Readonly<Record<string, unknown>>, names: object): string {
	let text = "";
	for (const name in names) {
		const given = query[name];
		const value = typeof given === "object" ? withoutEmpty(given) : given;
		for (const item of Array.isArray(value) ? value : [value]) {
			if (item === undefined || item === null) continue;
			const written = typeof item === "object" ? JSON.stringify(item) : `${item}`;
			// No array of pairs: this is in the path of every call.
			text += `${text && "&"}${encodeURIComponent(name)}=${encodeURIComponent(written)}`;
		}
	}
	return text;
}

/** An object or array as JSON has it, where dates are text, without what is null or empty; undefined for nothing at all. */
export const withoutEmpty = (value: unknown): unknown => JSON.parse(JSON.stringify(value), kept);

/** A reviver: it is called from the inside out, and what it returns undefined for is left out. */
function kept(_key: string, value: unknown): unknown {
	const it = Array.isArray(value) ? value.flat(0) : value; // without the holes that left-out items leave
	return it === null || (typeof it === "object" && Object.keys(it).length === 0) ? undefined : it;
}
