import { expect, test } from "vitest";
import { joined, measured, takeTurns } from "./rounds.ts";

test("each round runs everybody once and begins with another one", async () => {
	const order: string[] = [];
	await takeTurns(["a", "b", "c"], { rounds: 3 }, (name) => order.push(name));
	expect(order.join("")).toBe("abcbcacab");
});

test("warm-ups run and do not count", async () => {
	let runs = 0;
	const rounds = await takeTurns(["a"], { rounds: 2, warmUps: 3 }, () => ++runs);
	expect({ runs, rounds }).toEqual({ runs: 5, rounds: { a: [4, 5] } });
});

test("a ratio is taken within its round, so that a machine that slows down moves none", () => {
	const [floor, twice] = measured("m", { floor: [1, 10, 100], twice: [2, 20, 200] }, "floor");
	expect([floor?.ratio?.median, twice?.ratio?.low, twice?.ratio?.high]).toEqual([1, 2, 2]);
});

test("without a base there are no ratios", () => {
	expect(measured("m", { a: [1] })[0]).not.toHaveProperty("ratio");
});

test("the rounds of several processes are joined by contender", () => {
	expect(
		joined([
			{ a: [1], b: [2] },
			{ a: [3], b: [4] },
		]),
	).toEqual({ a: [1, 3], b: [2, 4] });
});
