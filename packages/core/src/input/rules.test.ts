import { describe, expect, test } from "vitest";
import type { Rule, Rules } from "../wire/operation.ts";
import {
	aFunction,
	anArray,
	anObject,
	checkFields,
	given,
	isNumber,
	isText,
	isWholeNumber,
	trueOrFalse,
} from "./rules.ts";

const rules: Rules = {
	limit: ["a whole number, 1 to 50", (it) => isWholeNumber(it, 1, 50), false, "To get more, iterate."],
	external_id: ["well-formed text of 1 to 3 characters", (it) => isText(it, 1, 3), true],
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
		expect(checkFields("body", rules, { limit: 500 })).toEqual([
			{
				path: "limit",
				problem: "must be a whole number, 1 to 50; received 500",
				fix: "To get more, iterate.",
			},
			{
				path: "external_id",
				problem: "must be well-formed text of 1 to 3 characters; received undefined",
				fix: "Mend it.",
			},
		]);
	});

	test.each([undefined, null, [], "jo", 5, new Map()])("are none in %s", (fields) => {
		expect(checkFields("body", rules, fields).map(({ path }) => path)).toEqual(["body"]);
	});
});

test.each<[rule: Rule, right: unknown[], wrong: unknown[]]>([
	[
		["0 to 1", (it) => isNumber(it, 0, 1)],
		[0, 0.5, 1],
		[-0.1, 2, Number.NaN, Number.POSITIVE_INFINITY, "1", Symbol("1"), 1n],
	],
	[
		["any number", (it) => isNumber(it)],
		[-5, 0.5, 1e9],
		[Number.NaN, "1"],
	],
	[
		["1 to 2", (it) => isWholeNumber(it, 1, 2)],
		[1, 2],
		[0, 3, 1.5, "1", 1n],
	],
	[["0 or more", (it) => isWholeNumber(it, 0)], [0, 1e9], [-1]],
	[
		["two characters", (it) => isText(it, 2, 2)],
		["jo", "🙂🙂"],
		["", "abc", "jo\ud800", "\ud800\ud800", 5, ["a", "b"]],
	],
	[["a character or more", (it) => isText(it, 1)], ["a"], [""]],
	[trueOrFalse, [true, false], ["true", 0]],
	[anObject, [{}, { a: 1 }], [[], new Map(), "{}"]],
	[anArray, [[], ["a"]], [{}, "a"]],
	[aFunction, [() => {}], [{}, "a"]],
	[given, ["", 0, {}], []],
])("$0.0", ([, test], right, wrong) => {
	expect([right.filter((it) => !test(it)), wrong.filter(test)]).toEqual([[], []]);
});
