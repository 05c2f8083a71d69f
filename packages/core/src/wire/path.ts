/**
 * Fills a path template: each value becomes exactly one segment (RFC 3986 §3.3).
 * `.` and `..` would survive encoding and be folded away by URL parsers, so input checks refuse them before.
 */

/** @example fillPath("/v2/identities/{id}", { id: "a/b" }) // => "/v2/identities/a%2Fb" */
export const fillPath = (template: string, values: Readonly<Record<string, string>>): string =>
	template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
