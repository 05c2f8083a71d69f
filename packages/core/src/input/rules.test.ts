import { describe, expect, test } from "vitest";
import type { Rules } from "../wire/operation.ts";
import { checkFields, isNumber, isText, isWhole } from "./rules.ts";

const rules: Rules = {
	limit: ["a whole number, 1 to 50", (it) => isWhole(it, 1, 50)],
	external_id: ["text of 1 to 3 characters", (it) => isText(it, 1, 3), true],
};

describe("fields", () => {
	test.each([
		{ external_id: "jo" },
		{ external_id: "jo", limit: null },
		{ external_id: "jo", limit: undefined, more: 1 },
	])("are right where each is what its rule says, or nothing: %j", (fields) => {
		expect(checkFields("body", rules, fields)).toEqual([]);
	});

	test("are told with what they must be and what came, all at once", () => {
		expect(checkFields("body", rules, { limit: "5" })).toEqual([
			{
				path: "limit",
				problem: "must be a whole number, 1 to 50; received String",
				fix: "Give that, or leave it out.",
			},
			expect.objectContaining({
				path: "external_id",
				problem: expect.stringContaining("received Undefined"),
			}),
		]);
	});

	test.each([undefined, null, [], "jo", 5, new Map()])("are none in %s", (fields) => {
		expect(checkFields("body", rules, fields).map(({ path }) => path)).toEqual(["body"]);
	});
});

test.each([
	[isNumber(0.5, 0), true],
	[isNumber(-0.1, 0), false],
	[isNumber(2, 0, 1), false],
	[isNumber(Number.NaN, 0), false],
	[isNumber(Number.POSITIVE_INFINITY, 0), false],
	[isNumber("1", 0), false],
	[isNumber(Symbol("1"), 0), false],
	[isWhole(1, 1, 1), true],
	[isWhole(1.5, 1), false],
	[isWhole(1n, 1), false],
	[isText("🙂🙂", 2, 2), true],
	[isText("", 1), false],
	[isText("abc", 1, 2), false],
	[isText("jo\ud800", 1), false],
	[isText(5, 1), false],
])("a test says %s", (is, expected) => {
	expect(is).toBe(expected);
});
