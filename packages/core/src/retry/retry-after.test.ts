import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const now = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

/** The wait that a `Retry-After` of this text asks for. */
const after = (text: string) => retryAfterMs({ "retry-after": text }, now);

test.each([
	["0", 0],
	["2", 2000],
	["600", 600_000],
	["1.5", 1500],
])("reads %j as seconds", (text, ms) => {
	expect(after(text)).toBe(ms);
});

test.each(["Wed, 21 Oct 2026 07:28:30 GMT", "Wednesday, 21-Oct-26 07:28:30 GMT"])(
	"reads the HTTP date %s as the time until then",
	(date) => {
		expect(after(date)).toBe(30_000);
	},
);

test("reads a number of too many digits as a number all the same", () => {
	expect(after("9".repeat(400))).toBe(1e15);
	expect(retryAfterMs({ "retry-after-ms": "9".repeat(400) }, now)).toBe(1e12);
});

test("reads an HTTP date that has passed as no wait", () => {
	expect(after("Wed, 21 Oct 2015 07:28:00 GMT")).toBe(0);
});

test.each([
	"",
	"soon",
	"-1",
	"+1",
	"1e3",
	"0x10",
	".",
	"1.2.3",
	"1,5",
	"5, 5",
	"5s",
	"Infinity",
	"NaN",
	"2026-10-21T07:28:30Z",
	"Wed, 21 Oct 2026 07:28:30",
	"Wed, 21 Oct 2026 07:28:30 +0000",
	"Wed, 99 Oct 2026 07:28:30 GMT",
	"Wed, 21 Foo 2026 07:28:30 GMT",
	"Wed, 21 Oct 2026 25:61:61 GMT",
])("does not guess at %j", (text) => {
	expect(after(text)).toBeUndefined();
});

test("asks for nothing where there is no header", () => {
	expect(retryAfterMs({}, now)).toBeUndefined();
});

describe("retry-after-ms", () => {
	test("wins over Retry-After", () => {
		expect(retryAfterMs({ "retry-after-ms": "250", "retry-after": "9" }, now)).toBe(250);
	});

	test("may be a decimal", () => {
		expect(retryAfterMs({ "retry-after-ms": "0.5" }, now)).toBe(0.5);
	});

	test.each(["", "soon", "-5", "1e3"])("gives way to Retry-After where it is %j", (ms) => {
		expect(retryAfterMs({ "retry-after-ms": ms, "retry-after": "9" }, now)).toBe(9000);
	});
});

test("gives a wait of 0 or more, or nothing, whatever the headers say", () => {
	const digit = fc.constantFrom(..."0123456789.-+e ");
	const text = fc.oneof(
		fc.string(),
		fc.string({ unit: digit }),
		fc.date({ noInvalidDate: true }).map((it) => it.toUTCString()),
	);
	fc.assert(
		fc.property(text, text, (seconds, ms) => {
			const wait = retryAfterMs({ "retry-after": seconds, "retry-after-ms": ms }, now) ?? 0;
			expect(wait).toBeGreaterThanOrEqual(0);
		}),
	);
});
