import { describe, expect, test } from "vitest";
import { issue, numberIssue, refusal } from "./issue.ts";

/** What an issue says that it received. */
const received = (value: unknown) => issue("x", "must", value, "fix").problem;

describe("an issue", () => {
	test.each([
		["", "String"],
		["🙂🙂", "String"],
		[4711, "Number"],
		[true, "Boolean"],
		[null, "Null"],
		[undefined, "Undefined"],
		[["a"], "Array"],
		[{ a: 1 }, "Object"],
		[new Map([["a", 1]]), "Map"],
		[5n, "BigInt"],
		[Symbol("a"), "Symbol"],
		[() => "a", "Function"],
	])("tells the kind of %s, never its content", (value, kind) => {
		expect(received(value)).toBe(`must; received ${kind}`);
	});

	test("of a limit tells the number that came", () => {
		expect(numberIssue("limit", "must", 1.5, "fix").problem).toBe("must; received 1.5");
	});

	test("of a limit does not tell a text that came", () => {
		expect(numberIssue("limit", "must", "1.5", "fix").problem).toBe("must; received String");
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
			"list: `limit` must be 1 to 50; received Null. Give less.\n`search` must; received Array. Do.",
		);
	});

	test("of a constructor's options names no operation", () => {
		expect(Object.keys(refusal(issues))).not.toContain("operation");
	});
});
