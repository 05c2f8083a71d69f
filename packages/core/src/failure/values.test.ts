import { describe, expect, test } from "vitest";
import { serializeQuery } from "../wire/query.ts";
import { valuesIn } from "./values.ts";

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
		expect(new Set(valuesIn(listing({ search: "[jo" })))).toEqual(new Set(["[jo"]));
	});

	test("are none without query and body", () => {
		expect([valuesIn({ url: "/v2/identities/jo" }), valuesIn({ url: "/v2/identities?", body: "" })]).toEqual([
			[],
			[],
		]);
	});
});
