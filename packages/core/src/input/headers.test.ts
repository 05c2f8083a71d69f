import { expect, test } from "vitest";
import { lowerCase } from "./headers.ts";

test("names are in lower case, and of two that differ in case the later one wins", () => {
	expect(lowerCase({ "X-A": "1", "x-a": "2", B: "3" })).toEqual({ "x-a": "2", b: "3" });
});

test("a header that is undefined does not undo one before it", () => {
	expect(lowerCase({ "X-A": "1", "x-a": undefined })).toEqual({ "x-a": "1" });
});

test("no headers are an empty object", () => {
	expect(lowerCase(undefined)).toEqual({});
});
