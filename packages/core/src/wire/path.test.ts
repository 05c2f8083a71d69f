import fc from "fast-check";
import { expect, test } from "vitest";
import { fillPath } from "./path.ts";

const template = "/v2/identities/{id}";

/** The path's segments as a server gets them: a URL parser has folded dots and cut query and fragment away. */
const segmentsOf = (path: string): string[] => new URL(`https://my.orq.ai${path}`).pathname.split("/");

/** Any well-formed text, and texts made of what URL parsers treat specially. */
const anyId = fc
	.oneof(
		fc.string({ unit: "binary", minLength: 1 }),
		fc.string({
			unit: fc.constantFrom(
				".",
				"/",
				"\\",
				"%",
				"2",
				"e",
				"E",
				"F",
				"?",
				"#",
				";",
				"\t",
				"\n",
				" ",
				"@",
				":",
			),
			minLength: 1,
		}),
	)
	.filter((id) => id !== "." && id !== "..");

test("makes one segment of any id, which decodes to the id", () => {
	fc.assert(
		fc.property(anyId, (id) => {
			const segments = segmentsOf(fillPath(template, { id }));
			expect(segments.slice(0, -1)).toEqual(["", "v2", "identities"]);
			expect(decodeURIComponent(segments.at(-1) ?? "")).toBe(id);
		}),
	);
});

test.each([
	["a/b?c#d %", "/v2/identities/a%2Fb%3Fc%23d%20%25"],
	["日本", "/v2/identities/%E6%97%A5%E6%9C%AC"],
	["x%2Fy", "/v2/identities/x%252Fy"],
	["%2e%2e", "/v2/identities/%252e%252e"],
	["...", "/v2/identities/..."],
	["$&", "/v2/identities/%24%26"],
	["{id}", "/v2/identities/%7Bid%7D"],
])("writes the id %j as %s", (id, path) => {
	expect(fillPath(template, { id })).toBe(path);
});

test("fills each parameter of a template with its own value", () => {
	expect(fillPath("/v2/identities/{id}/budgets/{budget_id}", { budget_id: "b", id: "a" })).toBe(
		"/v2/identities/a/budgets/b",
	);
});
