import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InvalidInputError } from "../failure/classes.ts";
import type { UncheckedInput } from "../input/checks.ts";
import { isText } from "../input/rules.ts";
import { flatten } from "./flatten.ts";
import { create, list, listWith, remove, retrieve, update } from "./operation.fixture.ts";
import type { Row } from "./operation.ts";
import { buildRequest, requestOf, type WireRequest } from "./request.ts";

const jo = { external_id: "jo" };

function built(operation: Row, input: UncheckedInput): WireRequest {
	const request = requestOf(operation, input);
	if (!request.ok) throw request.error;
	return request.data;
}

function refusalOf(operation: Row, input: UncheckedInput): InvalidInputError {
	const request = requestOf(operation, input);
	if (request.ok) throw new Error(`was not refused: ${request.data.url}`);
	return request.error;
}

/** Where the input is refused; empty where it is taken. */
function refusedAt(operation: Row, input: UncheckedInput): string[] {
	const request = requestOf(operation, input);
	return request.ok ? [] : request.error.issues.map(({ path }) => path);
}

const cyclic = (): Record<string, unknown> => {
	const object: Record<string, unknown> = { external_id: "jo" };
	object["self"] = object;
	return object;
};

describe("a request", () => {
	test("of list has a relative URL with its query, and no body", () => {
		expect(built(list, { query: { limit: 50, search: "jo", filter_by: { tags: ["premium"] } } })).toEqual({
			method: "GET",
			url: "/v2/identities?limit=50&search=jo&filter_by=%7B%22tags%22%3A%5B%22premium%22%5D%7D",
			headers: { accept: "application/json" },
		});
	});

	test("of create carries its body as JSON", () => {
		expect(built(create, { body: { ...jo, display_name: null, tags: ["a"] } })).toEqual({
			method: "POST",
			url: "/v2/identities",
			headers: { accept: "application/json", "content-type": "application/json" },
			body: '{"external_id":"jo","display_name":null,"tags":["a"]}',
		});
	});

	test("of update carries the id as one segment", () => {
		expect(built(update, { path: { id: "a/b" }, body: {} })).toMatchObject({
			method: "PATCH",
			url: "/v2/identities/a%2Fb",
			body: "{}",
		});
	});

	test("of delete has no body and no content type", () => {
		expect(built(remove, { path: { id: "jo" } })).toEqual({
			method: "DELETE",
			url: "/v2/identities/jo",
			headers: { accept: "application/json" },
		});
	});

	test.each([undefined, null, {}, { filter_by: {} }, { search: null }])(
		"has no `?` for the query %j",
		(query) => {
			expect(built(list, { query }).url).toBe("/v2/identities");
		},
	);

	test("shares no headers with another one, since callers put a key there", () => {
		const first = built(list, {});
		Object.assign(first.headers, { authorization: "Bearer secret" });
		expect(built(list, {}).headers).toEqual({ accept: "application/json" });
	});

	test("may leave out a body that the operation does not require", () => {
		const { required, ...optional } = update;
		expect(built(optional, { path: { id: "jo" } })).not.toHaveProperty("body");
	});

	test("keeps a body field named `__proto__` as a field", () => {
		const body = JSON.parse('{"external_id":"jo","metadata":{"__proto__":{"x":1}}}');
		expect(built(create, { body }).body).toBe('{"external_id":"jo","metadata":{"__proto__":{"x":1}}}');
	});

	test("is written from what a body's `toJSON` gives", () => {
		const user = { ...jo, name: "Jo", toJSON: () => jo };
		expect(built(create, { body: user }).body).toBe('{"external_id":"jo"}');
	});

	test("is built by operation name from the API's own table", () => {
		expect(buildRequest("update", { path: { id: "jo" }, body: { display_name: null } })).toEqual({
			ok: true,
			data: {
				method: "PATCH",
				url: "/v2/identities/jo",
				headers: { accept: "application/json", "content-type": "application/json" },
				body: '{"display_name":null}',
			},
		});
	});
});

describe("a query is refused", () => {
	test.each([0, 51, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", true, 5n, [5], {}, Symbol("5")])(
		"for the limit %s",
		(limit) => {
			expect(refusedAt(list, { query: { limit } })).toEqual(["limit"]);
		},
	);

	test.each([1, 50, undefined, null])("but not for the limit %s", (limit) => {
		expect(refusedAt(list, { query: { limit } })).toEqual([]);
	});

	test.each(["", "a", "🙂", 12, ["jo"], "jo\ud800"])("for the search %j", (search) => {
		expect(refusedAt(list, { query: { search } })).toEqual(["search"]);
	});

	test.each(["jo", "🙂🙂", "  "])("but not for the search %j", (search) => {
		expect(refusedAt(list, { query: { search } })).toEqual([]);
	});

	test.each(["starting_after", "ending_before"])("for an empty %s, which would start anew", (name) => {
		expect(refusedAt(list, { query: { [name]: "" } })).toEqual([name]);
	});

	test("for both cursors at once", () => {
		expect(refusedAt(list, { query: { starting_after: "a", ending_before: "b" } })).toEqual([
			"ending_before",
		]);
	});

	test("but not for one cursor beside a null one", () => {
		expect(refusedAt(list, { query: { starting_after: "a", ending_before: null } })).toEqual([]);
	});

	test("for a parameter that the operation does not have", () => {
		expect(refusedAt(list, { query: { filterBy: { tags: ["a"] } } })).toEqual(["filterBy"]);
	});

	test("for any parameter where the operation has none", () => {
		expect(refusedAt(retrieve, { path: { id: "jo" }, query: { limit: 1 } })).toEqual(["limit"]);
	});

	test("for a parameter named `__proto__`", () => {
		expect(refusedAt(list, { query: JSON.parse('{"__proto__":{"limit":1}}') })).toEqual(["__proto__"]);
	});

	test.each(["tags=a", ["a"], 5, true, new Map([["tags", ["a"]]]), () => ({})])(
		"for a filter that is no object: %j",
		(filter_by) => {
			expect(refusedAt(list, { query: { filter_by } })).toEqual(["filter_by"]);
		},
	);

	test.each(["true", 1, {}])("for include_metrics that is no boolean: %j", (include_metrics) => {
		expect(refusedAt(list, { query: { include_metrics } })).toEqual(["include_metrics"]);
	});

	test.each(["limit=1", [], 5, new Map([["limit", 1]]), new URLSearchParams("limit=1")])(
		"that is no plain object: %s",
		(query) => {
			expect(refusedAt(list, { query })).toEqual(["query"]);
		},
	);

	test.each([
		["a cycle", cyclic()],
		["a BigInt", { count: 1n }],
		["a toJSON that throws", { date: new Date(Number.NaN), toJSON: () => JSON.parse("{") }],
	])("for a filter with %s", (_, filter_by) => {
		expect(refusedAt(list, { query: { filter_by } })).toEqual(["query"]);
	});

	test("for a lone surrogate in an array's element", () => {
		const operation = listWith({ tags: ["an array", Array.isArray] });
		expect(refusedAt(operation, { query: { tags: ["\ud800"] } })).toEqual(["query"]);
	});
});

describe("an id is refused", () => {
	test.each(["", ".", "..", "\ud800", "a\udc00b", 5, null, undefined, ["jo"], {}])("where it is %j", (id) => {
		expect(refusedAt(remove, { path: { id } })).toEqual(["id"]);
	});

	test.each([{}, { path: undefined }, { path: null }, { path: "jo" }, { path: ["jo"] }])(
		"where the input has none: %j",
		(input) => {
			expect(refusedAt(remove, input)).toEqual(["id"]);
		},
	);

	test("where there is no input at all", () => {
		// @ts-expect-error: plain JavaScript can leave it out
		expect(buildRequest("retrieve")).toMatchObject({ ok: false, error: { issues: [{ path: "id" }] } });
	});
});

describe("a body is refused", () => {
	test.each([undefined, null, [], [jo], "jo", 5, true, () => jo, new Map(Object.entries(jo))])(
		"where it is no plain object: %s",
		(body) => {
			expect(refusedAt(create, { body })).toEqual(["body"]);
		},
	);

	test.each([undefined, null, "", "a".repeat(121), "🙂".repeat(121), 5, ["jo"], "jo\ud800"])(
		"for the external_id %j",
		(external_id) => {
			expect(refusedAt(create, { body: { external_id } })).toEqual(["external_id"]);
		},
	);

	test.each(["a", "a".repeat(120), "🙂".repeat(120), "..", " "])(
		"but not for the external_id %j",
		(external_id) => {
			expect(refusedAt(create, { body: { external_id } })).toEqual([]);
		},
	);

	test.each([
		["a cycle", cyclic()],
		["a BigInt", { ...jo, metadata: { count: 1n } }],
		["a toJSON that throws", { ...jo, toJSON: () => JSON.parse("{") }],
	])("for %s", (_, body) => {
		expect(refusedAt(create, { body })).toEqual(["body"]);
	});

	test("but not for a field that the document does not know, of which the server is the judge", () => {
		expect(refusedAt(create, { body: { ...jo, nickname: "J" } })).toEqual([]);
	});
});

describe("a refusal", () => {
	test("tells all issues at once", () => {
		const operation: Row = { ...list, ...create, path: "/v2/identities/{id}", params: ["id"] };
		const input = { path: { id: ".." }, query: { limit: 0, nope: 1 }, body: {} };
		expect(refusedAt(operation, input)).toEqual(["id", "limit", "nope", "external_id"]);
	});

	test("says that nothing was sent, and that trying again won't help", () => {
		expect(refusalOf(retrieve, { path: { id: "" } })).toMatchObject({
			_tag: "InvalidInputError",
			operation: "retrieve",
			method: "GET",
			path: "/v2/identities/{id}",
			outcome: "not-sent",
			attempts: 0,
			isRetryable: false,
		});
	});

	test("tells a limit's bounds, what came, and how to get more", () => {
		expect(refusalOf(list, { query: { limit: 500 } }).message).toBe(
			"list: `limit` must be a whole number, 1 to 50; received 500. To get more, iterate.",
		);
	});

	test("keeps a name that came from outside in one line of bounded length", () => {
		const { message } = refusalOf(list, { query: { [`x\n\u0085forged line${"x".repeat(1000)}`]: 1 } });
		expect(message).not.toMatch(/\p{Cc}/u);
		expect(message.length).toBeLessThan(600);
	});

	test("is none for a query whose parameters are getters or inherited, and they are sent", () => {
		class Query {
			get limit() {
				return 5;
			}
		}
		expect(built(list, { query: new Query() }).url).toBe("/v2/identities?limit=5");
		expect(built(list, { query: Object.create({ search: "jo" }) }).url).toBe("/v2/identities?search=jo");
	});

	test("is one for a body that says nothing of itself", () => {
		expect(refusedAt(create, { body: { external_id: "jo", toJSON: () => undefined } })).toEqual(["body"]);
	});

	test("is none for an object that is one only in its `toJSON`", () => {
		const model = { toJSON: () => ({ external_id: "jo" }) };
		expect(refusedAt(create, { body: model })).toEqual([]);
		expect(refusedAt(create, { body: { toJSON: () => ({}) } })).toEqual(["external_id"]);
	});

	test("does not tell what a body's toJSON throws, which may be personal", () => {
		const body = {
			toJSON: () => {
				throw new Error("jo@example.com");
			},
		};
		expect(refusalOf(update, { path: { id: "jo" }, body }).message).not.toContain("jo@example.com");
	});

	const text = fc.string({ unit: "grapheme", minLength: 3 });
	const like = (value: string) => "x".repeat([...value].length);

	test("tells nothing of an id but its length", () => {
		const messageFor = (id: string) => refusalOf(retrieve, { path: { id: `${id}\ud800` } }).message;
		fc.assert(
			fc.property(text, (id) => {
				expect(messageFor(id)).toBe(messageFor(like(id)));
			}),
		);
	});

	test("tells nothing of a search text but its length", () => {
		const messageFor = (search: string) => refusalOf(list, { query: { search: `${search}\ud800` } }).message;
		fc.assert(
			fc.property(text, (search) => {
				expect(messageFor(search)).toBe(messageFor(like(search)));
			}),
		);
	});

	test("tells nothing of an external_id but its length", () => {
		const messageFor = (id: string) =>
			refusalOf(create, { body: { external_id: id.padEnd(500, "x") } }).message;
		fc.assert(
			fc.property(fc.string(), (id) => {
				expect(messageFor(id)).toBe(messageFor(""));
			}),
		);
	});

	test("tells nothing of a number in the place of an id or a search text", () => {
		expect(refusalOf(retrieve, { path: { id: 4915112345 } }).message).not.toContain("4915112345");
		expect(refusalOf(list, { query: { search: 4915112345 } }).message).not.toContain("4915112345");
	});
});

describe("a dotted parameter", () => {
	const operation: Row = {
		...listWith({
			"filter_by.tags": ["an array", Array.isArray],
			"filter_by.email": ["well-formed text of 1 or more characters", (it) => isText(it, 1)],
		}),
		flatten,
	};

	test("is taken as a property of the caller's object", () => {
		expect(built(operation, { query: { filter_by: { tags: ["a", "b"], email: "j@x" } } }).url).toBe(
			"/v2/identities?filter_by.tags=a&filter_by.tags=b&filter_by.email=j%40x",
		);
	});

	test("is refused by its dotted name where its type is another", () => {
		expect(refusedAt(operation, { query: { filter_by: { tags: "a", email: "" } } })).toEqual([
			"filter_by.tags",
			"filter_by.email",
		]);
	});

	test("is refused once where its object is none", () => {
		expect(refusedAt(operation, { query: { filter_by: "tags=a" } })).toEqual(["filter_by"]);
	});

	test("is refused beside a property that no parameter carries", () => {
		expect(refusedAt(operation, { query: { filter_by: { tags: ["a"], tag: "b" } } })).toEqual([
			"filter_by.tag",
		]);
	});

	test("that is required is refused where it is missing", () => {
		const required = {
			...operation,
			query: { "filter_by.tags": ["an array", Array.isArray, true] },
		} as const;
		expect(refusedAt(required, {})).toEqual(["filter_by.tags"]);
	});
});
