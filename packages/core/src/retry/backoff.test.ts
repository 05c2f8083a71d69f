import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

const almostOne = 1 - Number.EPSILON;

test("waits at most 0.5 s, doubling with each retry up to 8 s", () => {
	const ceilings = [0, 1, 2, 3, 4, 5, 20].map((retries) => Math.round(backoffMs(retries, almostOne)));
	expect(ceilings).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
});

test("waits the share of its ceiling that chance says, from nothing on", () => {
	expect([0, 0.25, 0.5].map((random) => backoffMs(1, random))).toEqual([0, 250, 500]);
});

test("waits from 0 to 8 s after any number of retries", () => {
	const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
	fc.assert(
		fc.property(fc.nat(), random, (retries, share) => {
			const ms = backoffMs(retries, share);
			expect(ms).toBeGreaterThanOrEqual(0);
			expect(ms).toBeLessThan(8000);
		}),
	);
});
