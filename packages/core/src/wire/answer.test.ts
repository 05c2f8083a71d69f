import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnyIdentitiesError, DecodeError } from "../failure/classes.ts";
import type { AnswerHeaders } from "../failure/classify.ts";
import { answerOf, readAnswer } from "./answer.ts";
import { dated } from "./dated.ts";
import { create, list, remove, retrieve, update } from "./operation.fixture.ts";
import type { Row } from "./operation.ts";
import type { ReadDate } from "./reading.ts";

const jo = { _id: "contact_1", external_id: "jo" };

const answered = (operation: Row, text: string, status = 200, date?: ReadDate) =>
	answerOf(operation, { status, headers: {}, text }, undefined, date && dated(operation, date));

/** What a caller gets of this JSON. */
function dataOf(operation: Row, json: unknown, status?: number): unknown {
	const answer = answered(operation, JSON.stringify(json), status);
	if (!answer.ok) throw answer.error;
	return answer.data;
}

function errorOf(operation: Row, text: string, status?: number, date?: ReadDate): AnyIdentitiesError {
	const answer = answered(operation, text, status, date);
	if (answer.ok) throw new Error(`was read: ${JSON.stringify(answer.data)}`);
	return answer.error;
}

function decodeErrorOf(operation: Row, text: string): DecodeError {
	const error = errorOf(operation, text);
	if (error._tag !== "DecodeError") throw error;
	return error;
}

/** Where a success is not what was promised. */
const problemOf = (operation: Row, json: unknown): string | undefined =>
	/\((.*)\)$/.exec(decodeErrorOf(operation, JSON.stringify(json)).message)?.[1];

describe("an identity", () => {
	test.each([
		["create", create],
		["retrieve", retrieve],
		["update", update],
	])("of %s is read bare and wrapped alike, whatever stands beside it", (_, operation) => {
		expect([
			dataOf(operation, jo),
			dataOf(operation, { identity: jo }),
			dataOf(operation, { identity: jo, request_id: "r" }),
		]).toEqual([jo, jo, jo]);
	});

	test("with a field `identity` of its own is no envelope", () => {
		const odd = { ...jo, identity: { _id: "other" } };
		expect(dataOf(retrieve, odd)).toEqual(odd);
	});

	test("inside an identity stays wrapped", () => {
		const odd = { ...jo, metadata: { identity: { _id: "other" } } };
		expect(dataOf(retrieve, odd)).toEqual(odd);
	});

	test.each([200, 201, 202, 203, 206, 299])("is read with status %i", (status) => {
		expect(dataOf(create, jo, status)).toEqual(jo);
	});

	test("keeps fields that nobody knows, also `__proto__`, and changes no prototype", () => {
		const text = '{"_id":"contact_1","external_id":"jo","budget":{"x":[1]},"__proto__":{"polluted":1}}';
		const answer = answered(retrieve, text);
		expect(JSON.stringify(answer.ok && answer.data)).toBe(text);
		expect("polluted" in {}).toBe(false);
	});

	test("without an external_id has an empty one, as servers leave out what is a default", () => {
		expect(dataOf(retrieve, { _id: "contact_1" })).toEqual({ _id: "contact_1", external_id: "" });
	});

	test("loses a null that the document does not know, and keeps one that it does", () => {
		const nulls = { ...jo, display_name: null, email: null, avatar_url: null };
		expect(
			dataOf(retrieve, { ...nulls, tags: null, metadata: null, created: null, updated: null }),
		).toStrictEqual(nulls);
	});

	test.each([
		{},
		{ id: "contact_1" },
		{ _id: null },
		{ _id: 5 },
		{ identity: {} },
		{ identity: null },
		{ identity: "x" },
		{ error: "none" },
	])("without an _id is not what was promised: %j", (json) => {
		expect(problemOf(retrieve, json)).toMatch(/^_id: /);
	});
});

describe("metrics", () => {
	/** The metrics that a caller sees. */
	const metricsOf = (metrics: unknown): unknown =>
		(dataOf(list, { data: [{ ...jo, metrics }] }) as { data: [{ metrics: unknown }] }).data[0].metrics;

	test("may be null", () => {
		expect(metricsOf(null)).toBeNull();
	});

	test("may be absent", () => {
		expect(dataOf(list, { data: [jo] })).toMatchObject({ data: [jo] });
	});

	test("have zeros for what a server left out", () => {
		expect(metricsOf({ total_cost: 1.5 })).toEqual({
			total_cost: 1.5,
			total_tokens: 0,
			total_requests: 0,
			error_rate: 0,
		});
	});

	test.each([[[]], ["none"], [5]])("of another form stay as they came: %j", (metrics) => {
		expect(metricsOf(metrics)).toEqual(metrics);
	});
});

describe("a page", () => {
	const empty = { object: "list", data: [], has_more: false };

	test("is what the server says", () => {
		const page = { object: "list", data: [jo], has_more: true };
		expect(dataOf(list, page)).toEqual(page);
	});

	test.each([{}, { data: null }, { has_more: null, object: null }, { data: [] }])(
		"of %j is an empty one",
		(json) => {
			expect(dataOf(list, json)).toEqual(empty);
		},
	);

	test("may have an `object` that is new", () => {
		expect(dataOf(list, { ...empty, object: "identity_list" })).toMatchObject({ object: "identity_list" });
	});

	test("keeps fields that nobody knows", () => {
		expect(dataOf(list, { ...empty, total: 5 })).toEqual({ ...empty, total: 5 });
	});

	test("is not unwrapped", () => {
		expect(dataOf(list, { identity: jo })).toEqual({ ...empty, identity: jo });
	});

	test.each([[{}], ["none"], [5], [false]])("whose data is no array is not what was promised: %j", (data) => {
		expect(problemOf(list, { data })).toMatch(/^data: /);
	});

	test("names the first identity that has no _id", () => {
		expect(problemOf(list, { data: [jo, { id: "contact_2" }, {}] })).toMatch(/^data\[1\]\._id: /);
	});

	test.each([[null], ["jo"], [5], [[jo]]])(
		"with an identity that is no object is not what was promised: %j",
		(item) => {
			expect(problemOf(list, { data: [jo, jo, item] })).toMatch(/^data: /);
		},
	);
});

describe("a delete", () => {
	test.each([
		[204, ""],
		[200, "{}"],
		[200, '{"deleted":true}'],
		[202, "null"],
		[200, "<html>gone</html>"],
		[299, "{"],
	])("has succeeded with %i and the body %j", (status, text) => {
		expect(answered(remove, text, status)).toEqual({ ok: true, data: undefined });
	});
});

describe("a success that is not what was promised", () => {
	test.each([
		"",
		" ",
		"<html><title>Login</title></html>",
		'{"data":[',
		"undefined",
		"[]",
		'"text"',
		"5",
		"null",
	])("is a DecodeError for list: %j", (text) => {
		expect(errorOf(list, text)).toMatchObject({ _tag: "DecodeError", status: 200, isRetryable: false });
	});

	test("leaves open whether a write has happened", () => {
		expect(errorOf(create, "", 201)).toMatchObject({ _tag: "DecodeError", status: 201, outcome: "unknown" });
	});

	test("carries JSON whole and as it came, without what reading has mended", () => {
		const json = { data: [{ _id: "contact_1", tags: null }, {}] };
		expect(decodeErrorOf(list, JSON.stringify(json)).body).toEqual(json);
	});

	test("carries a text of any length whole, and the first 200 characters of it", () => {
		const text = `<html>${"x".repeat(200_000)}`;
		expect(decodeErrorOf(retrieve, text)).toMatchObject({ body: text, snippet: text.slice(0, 200) });
	});

	test("tells nothing of the body in its message", () => {
		expect(decodeErrorOf(retrieve, '{"email":"jo@example.com"').message).not.toContain("example");
	});

	test("carries what is known of the call", () => {
		const answer = { status: 200, headers: { "X-Request-Id": "r1" }, text: "" };
		expect(answerOf(retrieve, answer, { id: "jo", attempts: 3 })).toMatchObject({
			ok: false,
			error: {
				operation: "retrieve",
				method: "GET",
				path: "/v2/identities/{id}",
				requestId: "r1",
				headers: { "x-request-id": "r1" },
				attempts: 3,
			},
		});
	});
});

describe("a date", () => {
	test("goes through the caller's function once for each field", () => {
		const asked: string[] = [];
		const date = (text: string) => {
			asked.push(text);
			return { date: text };
		};
		const text = JSON.stringify({
			data: [
				{ ...jo, created: "a", updated: "b" },
				{ ...jo, created: "c" },
			],
		});
		expect(answered(list, text, 200, date)).toMatchObject({
			data: { data: [{ created: { date: "a" }, updated: { date: "b" } }, { created: { date: "c" } }] },
		});
		expect(asked).toEqual(["a", "b", "c"]);
	});

	test("stays a text without one, whatever it says", () => {
		expect(dataOf(retrieve, { ...jo, created: "soon" })).toEqual({ ...jo, created: "soon" });
	});

	test("that the function does not know is named", () => {
		const text = JSON.stringify({ data: [jo, { ...jo, updated: "soon" }] });
		const error = errorOf(list, text, 200, () => undefined);
		expect(error).toMatchObject({ _tag: "DecodeError", body: JSON.parse(text) });
		expect(error.message).toContain("(data[1].updated: ");
	});
});

describe("any answer", () => {
	const operations = fc.constantFrom(list, create, retrieve, update, remove);

	test("of a 2xx is a value or a DecodeError, whatever JSON it carries", () => {
		fc.assert(
			fc.property(operations, fc.jsonValue(), (operation, json) => {
				const answer = answered(operation, JSON.stringify(json));
				expect(answer.ok || answer.error._tag).toBeOneOf([true, "DecodeError"]);
			}),
		);
	});

	test("of a 2xx is a value or a DecodeError, whatever it has in the place of known fields", () => {
		const any = fc.jsonValue({ maxDepth: 1 });
		const identity = fc.record({
			_id: fc.constant("contact_1"),
			tags: any,
			created: any,
			metrics: any,
			metadata: any,
		});
		const body = fc.oneof(
			fc.record({ identity: fc.oneof(identity, any) }),
			fc.record({ data: fc.oneof(fc.array(fc.oneof(identity, any)), any), object: any, has_more: any }),
			identity,
		);
		fc.assert(
			fc.property(operations, body, (operation, json) => {
				const answer = answered(operation, JSON.stringify(json), 200, () => undefined);
				expect(answer.ok || answer.error._tag).toBeOneOf([true, "DecodeError"]);
			}),
		);
	});

	test("of any other status is an error that is none of decoding, whatever text it carries", () => {
		const status = fc.oneof(fc.integer({ max: 199 }), fc.integer({ min: 300 }), fc.constant(Number.NaN));
		const text = fc.oneof(fc.json(), fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(operations, status, text, (operation, code, body) => {
				expect(errorOf(operation, body, code)._tag).not.toBe("DecodeError");
			}),
		);
	});
});

describe("the headers of an answer", () => {
	const pairs: [string, string][] = [
		["Retry-After", "2"],
		["X-Request-ID", "r1"],
	];

	test.each<[string, AnswerHeaders]>([
		["a plain object", Object.fromEntries(pairs)],
		["a Map", new Map(pairs)],
		["a Headers", new Headers(pairs)],
		["a list of pairs", pairs],
	])("may be %s", (_, headers) => {
		expect(readAnswer("list", { status: 429, headers, text: "" })).toMatchObject({
			error: {
				retryAfterMs: 2000,
				requestId: "r1",
				headers: { "retry-after": "2", "x-request-id": "r1" },
			},
		});
	});
});

test("readAnswer reads by operation name with the API's own table", () => {
	expect(readAnswer("retrieve", { status: 200, headers: {}, text: JSON.stringify(jo) })).toEqual({
		ok: true,
		data: jo,
	});
	expect(readAnswer("retrieve", { status: 404, headers: {}, text: "" }, { id: "jo" })).toMatchObject({
		ok: false,
		error: { _tag: "IdentityNotFoundError", id: "jo", attempts: 1 },
	});
});
