/** The Schemas of answers and errors say the same as the client that reads without them, and what they encode crosses JSON whole. */
import { describe, expect, it } from "@effect/vitest";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import * as Schema from "effect/Schema";
import fc from "fast-check";
import * as main from "./index.ts";
import * as schemas from "./schema.ts";

/** A field as servers send it: there, null or left out; now and then with what nobody expects. */
const seen = <Value>(value: fc.Arbitrary<Value>) =>
	fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null));

const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
const date = fc
	.tuple(fc.integer({ min: 1000, max: 9999 }), two(13), two(32))
	.map(([year, month, day]) => `${year}-${month}-${day}`);
const time = fc
	.tuple(two(25), two(61), fc.option(two(61)), fc.constantFrom("", "Z", "z", "+02:00", "-0530", "+99:00"))
	.map(
		([hour, minute, second, zone]) => `T${hour}:${minute}${second === null ? "" : `:${second}.12345`}${zone}`,
	);
const dates = fc.oneof(
	date,
	fc.tuple(date, time).map(([day, at]) => day + at),
	fc
		.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") })
		.map((at) => at.toISOString()),
	fc.constantFrom("", "1", "01/02/2026", "soon", "2026-02-30", "2026-01-15 09:30:00"),
	// In UTC these have years of more than four digits.
	fc.constantFrom("9999-12-31T23:59:59-01:00", "0000-01-01T00:00:00+01:00"),
);

// As it comes out of JSON, which knows no -0.
const anyJson = fc
	.jsonValue({ maxDepth: 2 })
	.map((value): unknown => JSON.parse(JSON.stringify(value)))
	.filter((value) => !JSON.stringify(value).includes("__proto__"));
const names = fc.string({ maxLength: 5 }).filter((name) => name !== "__proto__");
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0); // no -0

const metrics = fc.record(
	{ total_cost: seen(numbers), total_tokens: seen(numbers), error_rate: seen(numbers), x_new: anyJson },
	{ requiredKeys: [] },
);
const fields = {
	_id: fc.oneof({ weight: 20, arbitrary: fc.string() }, fc.constantFrom(null, 1, {})),
	external_id: seen(fc.string()),
	display_name: seen(fc.string()),
	email: seen(fc.string()),
	tags: seen(fc.array(fc.string(), { maxLength: 3 })),
	metadata: seen(fc.dictionary(names, anyJson, { maxKeys: 3 })),
	created: fc.oneof({ weight: 2, arbitrary: fc.constantFrom("2026-01-15T09:30:00Z", null) }, dates),
	x_new: anyJson,
};
const identity = fc.record(fields, { requiredKeys: ["_id"] });
// Only a page's identities have metrics in every document there was.
const listed = fc.record({ ...fields, metrics: seen(metrics) }, { requiredKeys: ["_id"] });
const page = fc.record(
	{
		object: seen(fc.constantFrom("list", "page")),
		data: seen(fc.array(listed, { maxLength: 3 })),
		has_more: seen(fc.boolean()),
		x_new: anyJson,
	},
	{ requiredKeys: [] },
);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** An answer one of whose fields, at any depth, is not what its type says. */
const broken = (wire: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
	fc.tuple(wire, fc.array(fc.nat(20)), anyJson).map(([value, path, other]) => replaced(value, path, other));

function replaced(value: unknown, [step, ...path]: readonly number[], other: unknown): unknown {
	const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
	const key = step === undefined ? undefined : keys[step % keys.length];
	if (key === undefined) return other;
	if (Array.isArray(value))
		return value.map((item, at) => (at === Number(key) ? replaced(item, path, other) : item));
	return isObject(value) ? { ...value, [key]: replaced(value[key], path, other) } : other;
}

interface Answer {
	readonly schema: Schema.Codec<unknown, unknown>;
	readonly wire: fc.Arbitrary<unknown>;
	readonly call: (client: main.IdentitiesService) => Effect.Effect<unknown, main.AnyIdentitiesError>;
}

// One type for all of them: only what they decode is looked at.
const codec = (schema: Schema.Constraint) => schema as Schema.Codec<unknown, unknown>;

const answers: Readonly<Record<string, Answer>> = {
	list: { schema: codec(schemas.ListIdentitiesResponse), wire: page, call: (client) => client.list() },
	create: {
		schema: codec(schemas.CreateIdentityResponse),
		wire: identity,
		call: (client) => client.create({ external_id: "jo" }),
	},
	retrieve: {
		schema: codec(schemas.RetrieveIdentityResponse),
		wire: identity,
		call: (client) => client.retrieve("jo"),
	},
	update: {
		schema: codec(schemas.UpdateIdentityResponse),
		wire: identity,
		call: (client) => client.update("jo", {}),
	},
};

/** What a call gives where the server answers with this text. */
const readBy = (call: Answer["call"], text: string) =>
	main.Identities.make({ apiKey: Redacted.make("key") }).pipe(
		Effect.provideService(main.Transport, () => Effect.succeed({ status: 200, headers: {}, text })),
		Effect.orDie,
		Effect.flatMap(call),
		Effect.result,
		Effect.runSync,
	);

describe("the Schema of an answer", () => {
	for (const [name, { schema, wire, call }] of Object.entries(answers)) {
		it(`of ${name} reads what the client reads, refuses what it refuses, and takes its own encoding back`, () => {
			const count = { Success: 0, Failure: 0 };
			const check = (value: unknown) => {
				const text = JSON.stringify(value);
				const read = readBy(call, text);
				const decoded = Schema.decodeUnknownResult(schema)(JSON.parse(text));
				expect(decoded._tag, text).toBe(read._tag);
				count[read._tag]++;
				if (read._tag === "Failure") expect(read.failure._tag).toBe("DecodeError");
				if (read._tag === "Failure" || decoded._tag === "Failure") return;
				expect(decoded.success).toEqual(read.success);
				const json = Schema.toCodecJson(schema);
				const carried: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(json)(read.success)));
				expect(Schema.decodeUnknownSync(json)(carried)).toEqual(read.success);
			};
			fc.assert(fc.property(wire, check), { numRuns: 400 });
			expect(Math.min(count.Success, count.Failure)).toBeGreaterThan(20);
		});
	}

	for (const [name, { schema, wire, call }] of Object.entries(answers)) {
		it(`of ${name} reads nothing that the client refuses, and encodes all that is as its type says`, () => {
			const count = { same: 0, refused: 0, wrong: 0 };
			const json = Schema.toCodecJson(schema);
			const check = (value: unknown) => {
				const text = JSON.stringify(value);
				const read = readBy(call, text);
				const decoded = Schema.decodeUnknownResult(schema)(JSON.parse(text));
				const given = read._tag === "Success" ? read.success : undefined;
				if (decoded._tag === "Success") {
					expect(given, text).toEqual(decoded.success);
					count.same++;
				} else if (given === undefined) count.refused++;
				else {
					// The client gives what it can't tell: its caller's type does not hold, and the Schema says so.
					expect(Schema.is(schema)(given), text).toBe(false);
					expect(Schema.encodeUnknownResult(json)(given)._tag, text).toBe("Failure");
					count.wrong++;
				}
			};
			fc.assert(fc.property(fc.oneof(broken(wire), anyJson), check), { numRuns: 600 });
			expect(Math.min(...Object.values(count))).toBeGreaterThan(20);
		});
	}

	it("is of the identity itself, not of an envelope, which the client opens", () => {
		const identity = { _id: "1", external_id: "jo" };
		const { schema, call } = answers["retrieve"] as Answer;
		expect(readBy(call, JSON.stringify({ identity }))).toMatchObject({ _tag: "Success", success: identity });
		expect(Schema.is(schema)({ identity })).toBe(false);
		expect(Schema.decodeUnknownResult(schema)({ identity })._tag).toBe("Failure");
	});

	it("names itself and the field where it refuses", () => {
		const decode = Schema.decodeUnknownResult(schemas.ListIdentitiesResponse);
		expect(String(decode({ data: [{ _id: "1", created: "soon" }] }))).toContain('["data"][0]["created"]');
	});
});

describe("the codec of the errors", () => {
	const text = fc.string();
	const common = fc.record(
		{
			message: text,
			operation: text,
			method: text,
			path: text,
			status: fc.nat(599),
			requestId: text,
			headers: fc.dictionary(names, text, { maxKeys: 3 }),
			body: anyJson,
			attempts: fc.nat(5),
			isRetryable: fc.boolean(),
			outcome: fc.constantFrom("not-sent", "rejected", "unknown"),
			cursor: fc.oneof(fc.record({ starting_after: text }), fc.record({ ending_before: text })),
		},
		{ requiredKeys: [] },
	);
	const retryAfterMs = fc.record({ retryAfterMs: fc.nat() }, { requiredKeys: [] });
	const none = fc.constant({});
	const own = {
		InvalidInputError: fc.record({ issues: fc.array(fc.record({ path: text, problem: text, fix: text })) }),
		UnauthorizedError: none,
		ForbiddenError: none,
		IdentityNotFoundError: fc.record({ id: text }),
		ConflictError: none,
		RequestRejectedError: none,
		RateLimitError: retryAfterMs,
		ServerError: retryAfterMs,
		UnexpectedStatusError: none,
		ConnectionError: none,
		RequestTimeoutError: fc.record({ timeoutMs: fc.nat(), scope: fc.constantFrom("attempt", "total") }),
		DecodeError: fc.record({ snippet: text }),
	} satisfies Record<main.IdentitiesErrorTag, fc.Arbitrary<object>>;

	const json = Schema.toCodecJson(schemas.AnyIdentitiesError);
	const carried = (error: main.AnyIdentitiesError) =>
		Schema.decodeUnknownSync(json)(JSON.parse(JSON.stringify(Schema.encodeSync(json)(error))));

	for (const [tag, fields] of Object.entries(own)) {
		it(`brings a ${tag} through JSON and back as one`, () => {
			const { [tag as "ServerError"]: Class } = main;
			const check = (given: object) => {
				const error = new Class(given);
				const back = carried(error);
				expect(back).toBeInstanceOf(Class);
				expect(main.isIdentitiesError(back, error._tag)).toBe(true);
				expect([back.name, back.message]).toEqual([error.name, error.message]);
				expect({ ...back }).toEqual({ ...error });
			};
			const arbitrary = fc.tuple(common, fields as fc.Arbitrary<object>).map(([a, b]) => ({ ...a, ...b }));
			fc.assert(fc.property(arbitrary, check), { numRuns: 50 });
		});
	}

	it("brings a cause along as name and message", () => {
		const cause = new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
		const back = carried(new main.ConnectionError({ cause }));
		expect(back.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
	});

	it("brings the page along on which a walk broke off, dates and all", () => {
		const body = { data: [{ _id: "1", created: DateTime.makeUnsafe("2026-01-15") }] };
		const back = carried(new main.DecodeError({ snippet: "", body }));
		expect(back.body).toEqual({ data: [{ _id: "1", created: "2026-01-15T00:00:00.000Z" }] });
	});

	it("of an operation knows that operation's failures only", () => {
		const retrieve = Schema.is(schemas.RetrieveIdentityError);
		expect(retrieve(new main.IdentityNotFoundError({ id: "jo" }))).toBe(true);
		expect(retrieve(new main.ConflictError())).toBe(false);
		expect(Schema.is(schemas.UpsertIdentityError)(new main.IdentityNotFoundError({ id: "jo" }))).toBe(false);
	});
});
