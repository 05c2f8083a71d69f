import { describe, expect, test } from "vitest";
import { issue, refusal, refuse } from "./issue.ts";

/** What an issue says that it received. */
const received = (value: unknown) => issue("x", "it", value, "fix").problem;

describe("an issue", () => {
	test.each([
		["", "text of 0"],
		["🙂🙂", "text of 2"],
		[4711, "number"],
		[true, "boolean"],
		[null, "null"],
		[undefined, "undefined"],
		[["a"], "array"],
		[{ a: 1 }, "object"],
		[new Map([["a", 1]]), "map"],
		[5n, "bigint"],
		[Symbol("a"), "symbol"],
		[() => "a", "function"],
	])("tells the kind of %s, never its content", (value, kind) => {
		expect(received(value)).toBe(`must be it; received ${kind}`);
	});

	test("tells a number that came in the place of another", () => {
		const { problem } = issue("limit", "a whole number, 1 to 50", 500, "fix");
		expect(problem).toBe("must be a whole number, 1 to 50; received 500");
	});
});

describe("a refusal", () => {
	const issues = [issue("limit", "1 to 50", null, "Give less."), issue("search", "it", [])];

	test("has its issues as data, and each in a line of its message", () => {
		const error = refusal(issues, { name: "list", method: "GET", path: "/v2/identities" });
		expect(error).toMatchObject({
			issues,
			operation: "list",
			method: "GET",
			path: "/v2/identities",
			attempts: 0,
		});
		expect(error.message).toBe(
			"list: `limit` must be 1 to 50; received null. Give less.\n`search` must be it; received array. Mend it.",
		);
	});

	test("is thrown where there is an issue, and only there", () => {
		expect(() => refuse([])).not.toThrow();
		expect(() => refuse(issues)).toThrow(refusal(issues).message);
	});

	test("of a constructor's options names no operation", () => {
		expect(Object.keys(refusal(issues))).not.toContain("operation");
	});
});
