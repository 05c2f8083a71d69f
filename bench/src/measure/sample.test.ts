import { expect, test } from "vitest";
import { exactly, sampleOf } from "./sample.ts";

test("a sample is the median and the quartiles, whatever order the runs came in", () => {
	expect(sampleOf([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4, runs: 5 });
});

test("between two runs it takes the middle", () => {
	expect(sampleOf([1, 2]).median).toBe(1.5);
});

test("one slow run moves no median", () => {
	expect(sampleOf([1, 1, 1, 1, 1000]).median).toBe(1);
});

test("an exact figure has no spread", () => {
	expect(exactly(7)).toEqual({ median: 7, low: 7, high: 7, runs: 1 });
});
