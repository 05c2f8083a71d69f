import { describe, expect, test } from "vitest";
import { serializeQuery } from "../wire/query.ts";
import { valuesIn, withoutSecret } from "./secret.ts";

describe("the values in a URL", () => {
	const urlOf = (query: Record<string, unknown>) => `/v2/identities?${serializeQuery(query)}`;

	test("are those of its query, decoded", () => {
		expect(valuesIn(urlOf({ search: "jo smith", starting_after: "contact_1" }))).toEqual([
			"jo smith",
			"contact_1",
		]);
	});

	test("are also the texts inside JSON", () => {
		const filter_by = { tags: ["premium", "beta user"], owner: { email: "jo@example.com" } };
		expect(valuesIn(urlOf({ filter_by }))).toEqual([
			JSON.stringify(filter_by),
			"premium",
			"beta user",
			"jo@example.com",
		]);
	});

	test("are the text itself where it only looks like JSON", () => {
		expect(valuesIn(urlOf({ search: "[jo" }))).toEqual(["[jo"]);
	});

	test("are none without a query", () => {
		expect([valuesIn("/v2/identities/jo"), valuesIn("/v2/identities?")]).toEqual([[], []]);
	});
});

describe("an answer without the key", () => {
	test("has `…` for it in its text and its headers", () => {
		const answer = { status: 400, headers: new Map([["X-Echo", "Bearer k-1 k-1"]]), text: '{"error":"k-1"}' };
		expect(withoutSecret(answer, "k-1")).toEqual({
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
		expect(withoutSecret({ status: 400, headers: {}, text: "a.c abc" }, "a.c").text).toBe("… abc");
	});
});
