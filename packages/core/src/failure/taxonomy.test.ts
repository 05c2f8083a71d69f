import { expect, test } from "vitest";
import { isTransient, type Outcome, outcomeOfStatus, worseOutcome } from "./taxonomy.ts";

/** Every status that says something special, and the edges of each hundred. */
const statuses = [
	0, 100, 199, 200, 204, 299, 300, 307, 399, 400, 404, 407, 408, 409, 429, 499, 500, 501, 503, 505, 599, 600,
];

test("a write was refused by an answered 3xx or 4xx but 408, and by a redirect that a browser hides", () => {
	expect(statuses.filter((status) => outcomeOfStatus(status) === "rejected")).toEqual([
		0, 300, 307, 399, 400, 404, 407, 409, 429, 499,
	]);
});

test("what happened is unknown with any other status, and without one", () => {
	const others = [undefined, Number.NaN, 100, 199, 200, 204, 299, 408, 500, 501, 503, 505, 599, 600];
	expect(others.filter((status) => outcomeOfStatus(status) !== "unknown")).toEqual([]);
});

test("of all statuses, these may pass by themselves: 501 and 505 do not", () => {
	expect(statuses.filter(isTransient)).toEqual([408, 429, 500, 503, 599]);
});

test("no status says nothing of whether a failure may pass", () => {
	expect([undefined, Number.NaN].filter(isTransient)).toEqual([]);
});

test("the outcome of several attempts is the least certain one, in whichever order they came", () => {
	const outcomes: Outcome[] = ["not-sent", "rejected", "unknown"];
	expect(outcomes.map((one) => outcomes.map((other) => worseOutcome(one, other)))).toEqual([
		["not-sent", "rejected", "unknown"],
		["rejected", "rejected", "unknown"],
		["unknown", "unknown", "unknown"],
	]);
});
