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
export declare const serializeQuery: (query: Readonly<Record<string, unknown>>) => string;
/** The parameters of the names that `names` has. */
export declare function writeQuery(query: Readonly<Record<string, unknown>>, names: object): string;
/** An object or array as JSON has it, where dates are text, without what is null or empty; undefined for nothing at all. */
export declare const withoutEmpty: (value: unknown) => unknown;
