import { describe, expect, test } from "vitest";
import { issue, numberIssue, refusal } from "./issue.ts";

/** What an issue says that it received. */
const received = (value: unknown) => issue("x", "must", value, "fix").problem;

describe("an issue", () => {
	test.each([
		["", "must; received an empty string"],
		["a", "must; received a string of 1 character"],
		["🙂🙂", "must; received a string of 2 characters"],
		[4711, "must; received a number"],
		[true, "must; received true"],
		[null, "must; received null"],
		[undefined, "must; received nothing"],
		[["a"], "must; received an array"],
		[{ a: 1 }, "must; received an object"],
		[5n, "must; received a bigint"],
		[Symbol("a"), "must; received a symbol"],
		[() => "a", "must; received a function"],
	])("tells the kind of %s, never its content", (value, problem) => {
		expect(received(value)).toBe(problem);
	});

	test("of a limit tells the number that came", () => {
		expect(numberIssue("limit", "must", 1.5, "fix").problem).toBe("must; received 1.5");
	});

	test("of a limit does not tell a text that came", () => {
		expect(numberIssue("limit", "must", "1.5", "fix").problem).toBe(
			"must; received a string of 3 characters",
		);
	});
});

describe("a refusal", () => {
	const issues = [issue("limit", "must be 1 to 50", null, "Give less."), issue("search", "must", [], "Do.")];

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
			"list: `limit` must be 1 to 50; received null. Give less.\n`search` must; received an array. Do.",
		);
	});

	test("of a constructor's options names no operation", () => {
		expect(Object.keys(refusal(issues))).not.toContain("operation");
	});
});
