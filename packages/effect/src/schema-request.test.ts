/** What a Schema makes of a request is sent as the request would have been, through JSON too. */
import { describe, expect, it } from "@effect/vitest";
import { buildRequest, type Result, type WireRequest } from "@orq/identities-core";
import * as Schema from "effect/Schema";
import fc from "fast-check";
import * as schemas from "./schema.ts";

const names = fc.string({ maxLength: 5 }).filter((name) => name !== "__proto__");
const anyJson = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes("__proto__"));
const text = fc.string({ unit: "grapheme", minLength: 2, maxLength: 5 });
/** A value, null, or undefined said aloud, as in `{ email: form.email }`. */
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(value, fc.constantFrom(null, undefined));
const own = fc.oneof(anyJson, fc.constant(undefined), fc.constant(new Date(0)));
const changes = {
	display_name: maybe(text),
	email: maybe(text),
	tags: fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant(undefined)),
	metadata: fc.oneof(
		fc.dictionary(names, fc.oneof(own, fc.record({ inner: own })), { maxKeys: 3 }),
		fc.constant(undefined),
	),
};
const update = fc.record(changes, { requiredKeys: [] });
const create = fc.record({ ...changes, external_id: text }, { requiredKeys: ["external_id"] });
const list = fc.record(
	{
		include_metrics: maybe(fc.boolean()),
		limit: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(undefined)),
		filter_by: fc.oneof(
			fc.record({ tags: fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant(undefined)) }),
			fc.constant(undefined),
		),
	},
	{ requiredKeys: [] },
);
const path = { id: "jo" };
type Build = (given: never) => Result<WireRequest, unknown>;
type Request = readonly [schema: Schema.Constraint, given: fc.Arbitrary<object>, build: Build];

const requests = {
	list: [schemas.ListIdentitiesQuery, list, (query) => buildRequest("list", { query })],
	create: [schemas.CreateIdentityRequest, create, (body) => buildRequest("create", { body })],
	update: [schemas.UpdateIdentityRequest, update, (body) => buildRequest("update", { path, body })],
	upsert: [schemas.UpsertIdentityRequest, update, (body) => buildRequest("update", { path, body })],
} satisfies Record<string, Request>;

/** What the server reads, which does not know the order of fields and parameters. */
function told(request: Result<WireRequest, unknown>): unknown {
	if (!request.ok) return request;
	const { url, body = "{}" } = request.data;
	const { pathname, searchParams } = new URL(url, "https://api.example");
	return { pathname, query: Object.fromEntries(searchParams), body: JSON.parse(body) };
}

describe("the Schema of a request", () => {
	for (const [name, [schema, arbitrary, build]] of Object.entries(requests)) {
		it(`of ${name} brings a request through JSON that is sent as it would have been`, () => {
			const json = Schema.fromJsonString(Schema.toCodecJson(schema as Schema.Codec<unknown, unknown>));
			const check = (given: object) => {
				const carried = Schema.decodeSync(json)(Schema.encodeSync(json)(given));
				expect(told(build(carried as never))).toEqual(told(build(given as never)));
			};
			fc.assert(fc.property(arbitrary, check), { numRuns: 300 });
		});
	}

	it("has the document's limits, counted in code points", () => {
		const is = Schema.is(schemas.CreateIdentityRequest);
		expect([1, 120, 121].map((length) => is({ external_id: "😀".repeat(length) }))).toEqual([
			true,
			true,
			false,
		]);
		expect(is({ external_id: "" })).toBe(false);
		expect([0, 1, 50, 51, 1.5].map((limit) => Schema.is(schemas.ListIdentitiesQuery)({ limit }))).toEqual([
			false,
			true,
			true,
			false,
			false,
		]);
	});

	it("refuses a text with limits that is not well-formed, as the client does", () => {
		const half = "jo\ud800";
		expect(Schema.is(schemas.CreateIdentityRequest)({ external_id: half })).toBe(false);
		expect(Schema.is(schemas.ListIdentitiesQuery)({ search: half })).toBe(false);
		expect(buildRequest("create", { body: { external_id: half } }).ok).toBe(false);
		expect(buildRequest("list", { query: { search: half } }).ok).toBe(false);
	});

	it("leaves a field that is undefined to the server, and does not clear it", () => {
		const json = Schema.fromJsonString(Schema.toCodecJson(schemas.UpdateIdentityRequest));
		expect(Schema.encodeSync(json)({ display_name: undefined, email: null })).toBe('{"email":null}');
		expect(Schema.is(schemas.UpdateIdentityRequest)({ display_name: undefined })).toBe(true);
	});

	it("refuses what JSON can't say", () => {
		const encode = Schema.encodeUnknownResult(schemas.UpdateIdentityRequest);
		expect(encode({ metadata: { count: 1n } })._tag).toBe("Failure");
	});

	it("leaves out fields that the document does not know, or refuses them, as the caller says", () => {
		const json = Schema.toCodecJson(schemas.UpdateIdentityRequest);
		const given = { email: null, nickname: "J" };
		expect(Schema.encodeUnknownSync(json)(given)).toEqual({ email: null });
		expect(() => Schema.encodeUnknownSync(json)(given, { onExcessProperty: "error" })).toThrow("nickname");
	});

	it("of upsert is that of create and update, without the id", () => {
		const is = Schema.is(schemas.UpsertIdentityRequest);
		expect(is({})).toBe(true);
		expect(is({ display_name: null, tags: ["a"] })).toBe(true);
		expect(is({ tags: "a" })).toBe(false);
	});
});
