import { describe, expect, test } from "vitest";
import { cursorAt, cursorBehind, cursorOf, directionOf, errorOfStuckPage, nextCursor } from "./page.ts";

/** A page of identities with these ids. */
const page = (ids: string[], has_more: boolean) => ({ data: ids.map((_id) => ({ _id })), has_more });

describe("the direction of a walk", () => {
	test("is down without a cursor", () => {
		expect([directionOf({}), cursorOf({})]).toEqual(["starting_after", undefined]);
	});

	test("is down after a cursor", () => {
		expect([directionOf({ starting_after: "a" }), cursorOf({ starting_after: "a" })]).toEqual([
			"starting_after",
			{ starting_after: "a" },
		]);
	});

	test("is up before a cursor", () => {
		expect([directionOf({ ending_before: "a" }), cursorOf({ ending_before: "a" })]).toEqual([
			"ending_before",
			{ ending_before: "a" },
		]);
	});

	test("does not heed a null cursor", () => {
		const query = { starting_after: null, ending_before: null };
		expect([directionOf(query), cursorOf(query)]).toEqual(["starting_after", undefined]);
	});
});

describe("the next page", () => {
	test("starts after the last identity on the way down", () => {
		expect(nextCursor("starting_after", page(["a", "b"], true))).toEqual({ starting_after: "b" });
	});

	test("ends before the first identity on the way up", () => {
		expect(nextCursor("ending_before", page(["a", "b"], true))).toEqual({ ending_before: "a" });
	});

	test("is none where there is no more, though the page has an end", () => {
		expect(nextCursor("starting_after", page(["a"], false))).toBeUndefined();
		expect(cursorBehind("starting_after", page(["a"], false))).toEqual({ starting_after: "a" });
	});

	test("is none after an empty page", () => {
		expect(cursorBehind("ending_before", page([], true))).toBeUndefined();
	});
});

describe("a page is stuck", () => {
	test("where it says there is more and is empty", () => {
		expect(errorOfStuckPage("starting_after", undefined, page([], true))).toMatchObject({
			_tag: "DecodeError",
			operation: "list",
			body: page([], true),
			snippet: '{"data":[],"has_more":true}',
			isRetryable: false,
		});
	});

	test.each(["starting_after", "ending_before"] as const)(
		"where it leads back to its own cursor: %s",
		(direction) => {
			const asked = cursorAt(direction, "a");
			expect(errorOfStuckPage(direction, asked, page(["a"], true))?._tag).toBe("DecodeError");
		},
	);

	test("but not where it ends the list, empty or not", () => {
		expect(errorOfStuckPage("starting_after", { starting_after: "a" }, page([], false))).toBeUndefined();
		expect(errorOfStuckPage("starting_after", { starting_after: "a" }, page(["a"], false))).toBeUndefined();
	});

	test("but not where it advances", () => {
		expect(errorOfStuckPage("starting_after", { starting_after: "a" }, page(["b"], true))).toBeUndefined();
		expect(errorOfStuckPage("ending_before", undefined, page(["b"], true))).toBeUndefined();
	});

	test("and tells no id in its message", () => {
		const error = errorOfStuckPage(
			"starting_after",
			{ starting_after: "contact_1" },
			page(["contact_1"], true),
		);
		expect(error?.message).not.toContain("contact_1");
	});
});
