import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatten } from "./flatten.ts";
import { serializeQuery } from "./query.ts";

/** The pairs as a server reads them. */
const pairsOf = (query: Record<string, unknown>): [string, string][] => [
	...new URLSearchParams(serializeQuery(query)),
];

/** What a server reads of a `filter_by`, as JSON text. */
const filterOf = (filter_by: unknown): string | null =>
	new URLSearchParams(serializeQuery({ filter_by })).get("filter_by");

/** JSON objects in which nothing is null or empty; keys begin with `k`, so that noise has keys of its own. */
const { filter: anyFilter } = fc.letrec((tie) => ({
	leaf: fc.oneof(
		fc.string({ unit: "binary" }),
		fc.boolean(),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
	),
	array: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
	filter: fc.dictionary(
		fc.string({ unit: "binary" }).map((key) => `k${key}`),
		tie("any"),
		{ minKeys: 1, maxKeys: 3 },
	),
	any: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("array"), tie("filter")),
}));

/** The same value with everything in it that says nothing. */
function withNoise(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withNoise);
	if (typeof value !== "object" || value === null) return value;
	const inner = Object.entries(value).map(([key, it]) => [key, withNoise(it)] as const);
	return {
		none: null,
		gone: undefined,
		...Object.fromEntries(inner),
		empty: {},
		list: [[]],
		deep: { none: null },
	};
}

describe("serializeQuery", () => {
	test("writes any filter as JSON that a server reads back unchanged", () => {
		fc.assert(
			fc.property(anyFilter, (filter) => {
				expect(filterOf(filter)).toBe(JSON.stringify(filter));
			}),
		);
	});

	test("writes the same filter whatever null, undefined and empty values stand in it", () => {
		fc.assert(
			fc.property(anyFilter, (filter) => {
				expect(serializeQuery({ filter_by: withNoise(filter) })).toBe(serializeQuery({ filter_by: filter }));
			}),
		);
	});

	test("carries any text of a name and of a value", () => {
		const text = fc.string({ unit: "binary" });
		fc.assert(
			fc.property(text, text, (name, value) => {
				expect(pairsOf({ [name]: value })).toEqual([[name, value]]);
			}),
		);
	});

	test("keeps `&`, `=`, `+`, spaces and emoji inside a value", () => {
		expect(pairsOf({ search: "a&b=c+d e 🙂" })).toEqual([["search", "a&b=c+d e 🙂"]]);
	});

	test("writes a space as %20, which every server reads", () => {
		expect(serializeQuery({ search: "jo smith" })).toBe("search=jo%20smith");
	});

	test("writes numbers and booleans as text", () => {
		expect(serializeQuery({ limit: 50, include_metrics: false })).toBe("limit=50&include_metrics=false");
	});

	test("writes an array as its name once for each element", () => {
		expect(pairsOf({ tags: ["a,b", "c"] })).toEqual([
			["tags", "a,b"],
			["tags", "c"],
		]);
	});

	test("writes an array within an array as JSON", () => {
		expect(pairsOf({ tags: [["a", "b"], "c"] })).toEqual([
			["tags", '["a","b"]'],
			["tags", "c"],
		]);
	});

	test("leaves out null, undefined and empty filters", () => {
		const nothing = {
			a: null,
			b: undefined,
			c: {},
			d: [],
			e: { tags: [] },
			f: { tags: [null] },
			g: { h: {} },
		};
		expect(serializeQuery(nothing)).toBe("");
	});

	test("keeps false, 0 and an empty string, which say something", () => {
		expect(filterOf({ a: false, b: 0, c: "" })).toBe('{"a":false,"b":0,"c":""}');
	});

	test("writes a date in a filter as its ISO text", () => {
		expect(filterOf({ since: new Date(0) })).toBe('{"since":"1970-01-01T00:00:00.000Z"}');
	});

	test("keeps a key named `__proto__` as a key, and no other object's prototype changes", () => {
		expect(filterOf(JSON.parse('{"__proto__":{"polluted":1}}'))).toBe('{"__proto__":{"polluted":1}}');
		expect("polluted" in {}).toBe(false);
	});

	test("leaves out what only an object's prototype has", () => {
		expect(serializeQuery(Object.create({ search: "inherited" }))).toBe("");
	});

	test("leaves the caller's filter as it was", () => {
		const filter = Object.freeze({ tags: Object.freeze(["a", null]), none: null });
		serializeQuery({ filter_by: filter });
		expect(filter).toEqual({ tags: ["a", null], none: null });
	});
});

describe("flatten", () => {
	const names = ["filter_by.tags", "filter_by.owner.email", "limit"];

	test("sends a property of the caller's object under its dotted name, at any depth", () => {
		expect(flatten({ filter_by: { tags: ["a", "b"], owner: { email: "jo" } }, limit: 5 }, names)).toEqual({
			"filter_by.tags": ["a", "b"],
			"filter_by.owner.email": "jo",
			limit: 5,
		});
	});

	test("writes a dotted array as its dotted name once for each element", () => {
		const wire = flatten({ filter_by: { tags: ["premium", "beta user"] } }, names);
		expect(serializeQuery(wire)).toBe("filter_by.tags=premium&filter_by.tags=beta%20user");
	});

	test.each([undefined, null, {}, { tags: [] }, { tags: null }, { owner: null }])(
		"sends nothing for the dotted filter %j",
		(filter_by) => {
			expect(serializeQuery(flatten({ filter_by }, names))).toBe("");
		},
	);

	test("keeps what no parameter carries, to be refused under the name that its caller knows", () => {
		expect(Object.keys(flatten({ filter_by: { tag: "a" }, nope: 1 }, names))).toEqual([
			"filter_by.tag",
			"nope",
		]);
		expect(flatten({ filter_by: "tags=a" }, names)).toEqual({ filter_by: "tags=a" });
	});

	test("keeps a name `__proto__` as a name", () => {
		const query = JSON.parse('{"__proto__":{"limit":1}}');
		expect(JSON.stringify(flatten(query, names))).toBe('{"__proto__":{"limit":1}}');
	});
});
