/**
 * What a value must look like, as plain data: an object must have these fields and may have more, an array must
 * have exactly these elements, everything else must be equal. An object with a `$` asks for something else.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Pattern = Json;

/** The field must not be there. */
export const absent = { $: "absent" } as const;

/** Whatever is not undefined or null. */
export const present = { $: "present" } as const;

/** This object, and no other field. */
export const exactly = (value: Pattern) => ({ $: "exactly", value }) as const;

/** A text that this regular expression finds something in. */
export const matching = (pattern: string) => ({ $: "matching", pattern }) as const;

/** A number of this range, its ends included. */
export const between = (from: number, to: number) => ({ $: "between", from, to }) as const;

type Special =
	| typeof absent
	| typeof present
	| ReturnType<typeof exactly>
	| ReturnType<typeof matching>
	| ReturnType<typeof between>;

/** Everything that is not as the pattern asks, each with its place: `error.status: 503 expected, 500 seen`. */
export function mismatches(pattern: Pattern, value: unknown, at: string): string[] {
	if (isSpecial(pattern)) return special(pattern, value, at);
	if (isList(pattern)) return listMismatches(pattern, value, at);
	if (typeof pattern === "object" && pattern !== null) {
		if (!isObject(value)) return [told(at, pattern, value)];
		return Object.entries(pattern).flatMap(([name, inner]) =>
			mismatches(inner, value[name], `${at}.${name}`),
		);
	}
	return Object.is(pattern, value) ? [] : [told(at, pattern, value)];
}

function listMismatches(pattern: readonly Pattern[], value: unknown, at: string): string[] {
	if (!Array.isArray(value)) return [told(at, pattern, value)];
	if (value.length !== pattern.length) {
		return [`${at}: ${pattern.length} elements expected, ${value.length} seen: ${shown(value)}`];
	}
	return pattern.flatMap((inner, index) => mismatches(inner, value[index], `${at}[${index}]`));
}

function special(pattern: Special, value: unknown, at: string): string[] {
	switch (pattern.$) {
		case "absent":
			return value === undefined ? [] : [`${at}: nothing expected, ${shown(value)} seen`];
		case "present":
			return value === undefined || value === null ? [`${at}: missing`] : [];
		case "exactly":
			return [...mismatches(pattern.value, value, at), ...extraFields(pattern.value, value, at)];
		case "matching":
			return typeof value === "string" && new RegExp(pattern.pattern, "u").test(value)
				? []
				: [`${at}: a text like ${pattern.pattern} expected, ${shown(value)} seen`];
		case "between":
			return typeof value === "number" && value >= pattern.from && value <= pattern.to
				? []
				: [`${at}: ${pattern.from} to ${pattern.to} expected, ${shown(value)} seen`];
	}
}

function extraFields(pattern: Pattern, value: unknown, at: string): string[] {
	if (!isObject(pattern) || !isObject(value)) return [];
	return Object.keys(value)
		.filter((name) => value[name] !== undefined && !(name in pattern))
		.map((name) => `${at}.${name}: nothing expected, ${shown(value[name])} seen`);
}

const told = (at: string, pattern: Pattern, value: unknown): string =>
	`${at}: ${shown(pattern)} expected, ${shown(value)} seen`;

/** A value in one line, cut where it is long. */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

const isSpecial = (pattern: Pattern): pattern is Special =>
	isObject(pattern) && typeof pattern["$"] === "string";

/** `Array.isArray` does not narrow a readonly array. */
const isList = (pattern: Pattern): pattern is readonly Pattern[] => Array.isArray(pattern);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
