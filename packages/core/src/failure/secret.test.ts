import { describe, expect, test } from "vitest";
import { serializeQuery } from "../wire/query.ts";
import { valuesIn, withoutSecret } from "./secret.ts";

describe("the values in a request", () => {
	const listing = (query: Record<string, unknown>) => ({ url: `/v2/identities?${serializeQuery(query)}` });

	test("are those of its query, decoded", () => {
		expect(valuesIn(listing({ search: "jo smith", starting_after: "contact_1" }))).toEqual([
			"jo smith",
			"contact_1",
		]);
	});

	test("are also the texts inside a query's JSON", () => {
		const filter_by = { tags: ["premium", "beta user"], owner: { email: "jo@example.com" } };
		expect(valuesIn(listing({ filter_by }))).toEqual([
			JSON.stringify(filter_by),
			"premium",
			"beta user",
			"jo@example.com",
		]);
	});

	test("are the texts of its body, at any depth", () => {
		const body = JSON.stringify({
			external_id: "jo",
			age: 42,
			tags: ["a"],
			metadata: { plan: { name: "pro" } },
		});
		expect(valuesIn({ url: "/v2/identities", body })).toEqual(["jo", "a", "pro"]);
	});

	test("are the text itself where it only looks like JSON", () => {
		expect(valuesIn(listing({ search: "[jo" }))).toEqual(["[jo"]);
	});

	test("are none without query and body", () => {
		expect([valuesIn({ url: "/v2/identities/jo" }), valuesIn({ url: "/v2/identities?", body: "" })]).toEqual([
			[],
			[],
		]);
	});
});

describe("an answer without the key", () => {
	test("has `…` for it in its text and its headers", () => {
		const answer = {
			status: 400,
			headers: new Map([["X-Echo", "Bearer sk-key-1 sk-key-1"]]),
			text: '{"error":"sk-key-1"}',
		};
		expect(withoutSecret(answer, "sk-key-1")).toEqual({
			status: 400,
			headers: { "x-echo": "Bearer … …" },
			text: '{"error":"…"}',
		});
	});

	test("is the answer itself where there is no key", () => {
		const answer = { status: 400, headers: {}, text: "" };
		expect(withoutSecret(answer, undefined)).toBe(answer);
	});

	test("takes the key's signs for themselves", () => {
		expect(withoutSecret({ status: 400, headers: {}, text: "sk.key.1 sk-key-1" }, "sk.key.1").text).toBe(
			"… sk-key-1",
		);
	});

	test.each([
		["percent-encoded", '{"error":"sk%2fkey%2b1"}'],
		["with JSON's escapes", '{"error":"sk\\/key\\u002B1","more":["\\n"]}'],
	])("has none where it stands there %s", (_, text) => {
		const clean = withoutSecret({ status: 401, headers: {}, text }, "sk/key+1").text;
		expect(JSON.parse(clean)).toMatchObject({ error: "…" });
	});

	test("keeps a broken JSON text as it is, but for the key", () => {
		expect(withoutSecret({ status: 401, headers: {}, text: '{"a":"\\n sk-key-1' }, "sk-key-1").text).toBe(
			'{"a":"\\n …',
		);
	});

	test("has none that is short, whatever else goes with it", () => {
		const answer = { status: 503, headers: {}, text: '{"error":"the latest test"}' };
		expect(withoutSecret(answer, "test").text).toBe('{"error":"the la… …"}');
	});
});
