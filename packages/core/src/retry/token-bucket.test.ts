import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveTokens, retryCost, takeTokens, tokenBucket } from "./token-bucket.ts";

const bucketOf = (tokens: number) => ({ tokens });

test("a bucket begins full, and is nobody else's", () => {
	const one = tokenBucket();
	takeTokens(one, 5);
	expect([one, tokenBucket()]).toEqual([{ tokens: 495 }, { tokens: 500 }]);
});

test("a retry costs 5, after a timeout 10", () => {
	expect([retryCost("ServerError"), retryCost("ConnectionError"), retryCost("RequestTimeoutError")]).toEqual([
		5, 5, 10,
	]);
});

describe("taking", () => {
	test("the last tokens succeeds", () => {
		const bucket = bucketOf(5);
		expect([takeTokens(bucket, 5), bucket.tokens]).toEqual([true, 0]);
	});

	test("more than there is fails, and takes none", () => {
		const bucket = bucketOf(4);
		expect([takeTokens(bucket, 5), bucket.tokens]).toEqual([false, 4]);
	});

	test("from a full bucket allows 100 retries in a row, and no more", () => {
		const bucket = tokenBucket();
		const taken = Array.from({ length: 110 }, () => takeTokens(bucket, 5)).filter(Boolean);
		expect(taken).toHaveLength(100);
	});
});

describe("giving back", () => {
	test("after a success at once is 1", () => {
		const bucket = bucketOf(100);
		giveTokens(bucket, 0);
		expect(bucket.tokens).toBe(101);
	});

	test("after a success with retries is what the last one took", () => {
		const bucket = bucketOf(100);
		giveTokens(bucket, 10);
		expect(bucket.tokens).toBe(110);
	});

	test("does not make the bucket more than full", () => {
		const bucket = bucketOf(495);
		giveTokens(bucket, 10);
		expect(bucket.tokens).toBe(500);
	});
});

test("a bucket holds 0 to 500 tokens whatever happens, and takes exactly where it says so", () => {
	const cost = fc.constantFrom(5, 10);
	const step = fc.oneof(
		{ weight: 3, arbitrary: fc.record({ take: cost }) },
		fc.record({ give: fc.constantFrom(0, 5, 10) }),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 300, size: "max" }), (steps) => {
			const bucket = tokenBucket();
			for (const each of steps) {
				const before = bucket.tokens;
				if ("take" in each) {
					const taken = takeTokens(bucket, each.take);
					expect({ taken, tokens: bucket.tokens }).toEqual(
						before >= each.take
							? { taken: true, tokens: before - each.take }
							: { taken: false, tokens: before },
					);
				} else giveTokens(bucket, each.give);
				expect(bucket.tokens).toBeGreaterThanOrEqual(0);
				expect(bucket.tokens).toBeLessThanOrEqual(500);
			}
		}),
	);
});
