import { describe, expect, test } from "vitest";
import type { FaultRule } from "./rule.ts";
import { faultRules } from "./rules.ts";

/** The statuses of the faults that requests of these operations meet, 0 for none. */
function met(rules: readonly FaultRule[], operations: readonly string[]): readonly number[] {
	const faults = faultRules(1);
	for (const rule of rules) faults.add(rule);
	return operations.map((operation) => faults.next(operation)?.status ?? 0);
}

const lists = (count: number): string[] => Array.from({ length: count }, () => "list");

describe("which requests a rule hits", () => {
	test("without nth and times every one", () => {
		expect(met([{ status: 503 }], lists(3))).toEqual([503, 503, 503]);
	});

	test("times: the first so many", () => {
		expect(met([{ status: 503, times: 2 }], lists(4))).toEqual([503, 503, 0, 0]);
	});

	test("nth: that one only", () => {
		expect(met([{ status: 503, nth: 2 }], lists(4))).toEqual([0, 503, 0, 0]);
	});

	test("nth and times: so many from the nth on", () => {
		expect(met([{ status: 503, nth: 2, times: 2 }], lists(5))).toEqual([0, 503, 503, 0, 0]);
	});

	test("only the operations that are named, of which alone it counts", () => {
		const operations = ["create", "list", "retrieve", "create", "list"];
		expect(met([{ status: 503, operation: "list", nth: 2 }], operations)).toEqual([0, 0, 0, 0, 503]);
		expect(met([{ status: 503, operation: ["list", "create"], nth: 2 }], operations)).toEqual([
			0, 503, 0, 0, 0,
		]);
	});

	test("a request outside of every operation is met by a rule without one only", () => {
		const faults = faultRules(1);
		faults.add({ status: 503, operation: "list" });
		expect(faults.next(undefined)).toBeUndefined();
		faults.add({ status: 500 });
		expect(faults.next(undefined)?.status).toBe(500);
	});
});

describe("several rules", () => {
	test("follow one another, the oldest first", () => {
		const rules = [
			{ status: 503, times: 1 },
			{ status: 429, times: 2 },
		];
		expect(met(rules, lists(4))).toEqual([503, 429, 429, 0]);
	});

	test("count the requests that another one hits", () => {
		const rules = [
			{ status: 503, nth: 1 },
			{ status: 429, nth: 2 },
		];
		expect(met(rules, lists(3))).toEqual([503, 429, 0]);
	});

	test("a rule that was taken away hits no more", () => {
		const faults = faultRules(1);
		const remove = faults.add({ status: 503 });
		expect(faults.next("list")?.status).toBe(503);
		remove();
		expect(faults.next("list")).toBeUndefined();
	});
});

describe("chance", () => {
	const hits = (chance: number, count: number): number =>
		met([{ status: 503, chance }], lists(count)).filter((status) => status === 503).length;

	test("0 hits none, 1 hits all, and between it is about that share", () => {
		expect([hits(0, 500), hits(1, 500)]).toEqual([0, 500]);
		expect(hits(0.2, 2_000)).toBeGreaterThan(330);
		expect(hits(0.2, 2_000)).toBeLessThan(470);
	});

	test("the same seed hits the same requests, another seed others, also after a reset", () => {
		const run = (faults: ReturnType<typeof faultRules>) => {
			faults.add({ status: 503, chance: 0.5 });
			return lists(50).map((name) => faults.next(name) !== undefined);
		};
		const faults = faultRules(7);
		const once = run(faults);
		faults.reset();
		expect(run(faults)).toEqual(once);
		expect(run(faultRules(7))).toEqual(once);
		expect(run(faultRules(8))).not.toEqual(once);
	});

	test("a second rule does not shift the chances of the first", () => {
		const alone = met([{ status: 503, chance: 0.5, operation: "list" }], ["list", "list", "list"]);
		const both = [
			{ status: 503, chance: 0.5, operation: "list" } as const,
			{ status: 429, operation: "create" } as const,
		];
		expect(met(both, ["list", "create", "list", "list"]).filter((status) => status !== 429)).toEqual(alone);
	});

	test("with times it stops after so many hits", () => {
		const statuses = met([{ status: 503, chance: 0.5, times: 3 }], lists(100));
		expect(statuses.filter((status) => status === 503)).toHaveLength(3);
	});
});
