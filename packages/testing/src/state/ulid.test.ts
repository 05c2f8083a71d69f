import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";
import { identityIds } from "./ulid.ts";

test("an id is contact_ and a ULID of its time", () => {
	// The time of the example in the ULID specification: https://github.com/ulid/spec
	expect(identityIds(seededRandom(1))(1_469_918_176_385)).toMatch(
		/^contact_01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/,
	);
});

test("each id is greater than the one before, whatever the clock does", () => {
	fc.assert(
		fc.property(fc.integer(), fc.array(fc.nat(5), { minLength: 2, maxLength: 200 }), (seed, times) => {
			const next = identityIds(seededRandom(seed));
			const ids = times.map(next);
			expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ""))).toBe(true);
		}),
	);
});

test("counting up carries over into the next digit", () => {
	const next = identityIds(() => 0.999_999);
	const first = next(0);
	expect(first.slice(-16)).toBe("FZZZZZZZZZZZZZZZ");
	expect(next(0).slice(-16)).toBe("G000000000000000");
});

test("the same seed gives the same ids", () => {
	const [one, other] = [identityIds(seededRandom(7)), identityIds(seededRandom(7))];
	expect([one(1), one(1), one(2)]).toEqual([other(1), other(1), other(2)]);
});
