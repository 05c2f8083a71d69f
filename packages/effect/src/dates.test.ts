/** Which texts are dates, and that the quick way to read one agrees with the careful one. */
import { describe, expect, it } from "@effect/vitest";
import * as DateTime from "effect/DateTime";
import * as fc from "fast-check";
import { utcOf } from "./dates.ts";

const isoOf = (text: string): string | undefined => {
	const utc = utcOf(text);
	return utc && DateTime.formatIso(utc);
};

const dates: readonly [text: string, iso: string][] = [
	["2026-01-15T10:30:00Z", "2026-01-15T10:30:00.000Z"],
	["2026-01-15T10:30:00.120Z", "2026-01-15T10:30:00.120Z"],
	["2026-01-15T10:30:00.1Z", "2026-01-15T10:30:00.100Z"],
	["2026-01-15T10:30:00.123456789Z", "2026-01-15T10:30:00.123Z"],
	["2026-01-15T10:30Z", "2026-01-15T10:30:00.000Z"],
	["2026-01-15t10:30:00z", "2026-01-15T10:30:00.000Z"],
	["2026-01-15 10:30:00", "2026-01-15T10:30:00.000Z"],
	["2026-01-15T10:30:00", "2026-01-15T10:30:00.000Z"],
	["2026-01-15T10:30:00+05:30", "2026-01-15T05:00:00.000Z"],
	["2026-01-15T10:30:00-0800", "2026-01-15T18:30:00.000Z"],
	["2026-01-15", "2026-01-15T00:00:00.000Z"],
	["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
	["2026-01-31T24:00:00Z", "2026-02-01T00:00:00.000Z"],
	["2026-01-15T24:00:00.000Z", "2026-01-16T00:00:00.000Z"],
	["0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
	["9999-12-31T23:59:59-01:00", "+010000-01-01T00:59:59.000Z"],
	["0000-01-01T00:00:00+01:00", "-000001-12-31T23:00:00.000Z"],
	["+010000-01-01", "+010000-01-01T00:00:00.000Z"],
	["+275760-09-13T00:00:00Z", "+275760-09-13T00:00:00.000Z"],
];

const others = [
	"",
	"1",
	"2026",
	"2026-01",
	"20260115",
	"2025-02-29",
	"2025-02-29T00:00:00Z",
	"2025-02-30T00:00:00.000Z",
	"2100-02-29T00:00:00Z",
	"2026-04-31T10:00:00Z",
	"2026-00-10T00:00:00Z",
	"2026-13-10T00:00:00Z",
	"2026-01-00T00:00:00Z",
	"2026-01-32T00:00:00Z",
	"2026-01-15T24:00:01Z",
	"2026-01-15T25:00:00Z",
	"2026-01-15T10:60:00Z",
	"2026-01-15T10:30:60Z",
	"2026-01-15T10:30:00.Z",
	"2026-01-15T10:30:00,5Z",
	"2026-01-15T10Z",
	"2026-01-15T10:30:00+99:00",
	"2026-01-15T10:30:00+5",
	"2026-01-15T10:30:00 Z",
	"2026-01-15T10:30:00Z\n",
	"01/02/2026",
	"Thu, 15 Jan 2026 10:30:00 GMT",
	"+002026-01-15T10:30:00Z",
	"-000000-01-01T00:00:00Z",
	"+010000-02-30T00:00:00Z",
	"+275760-09-13T00:00:00.001Z",
	"-271821-04-19T23:59-23:59",
	"010000-01-01T00:00:00Z",
];

describe("`utcOf`", () => {
	it.each(dates)("reads %s", (text, iso) => {
		expect(isoOf(text)).toBe(iso);
	});

	it.each(others)("does not take %j for a date", (text) => {
		expect(utcOf(text)).toBeUndefined();
	});

	// Only capitals have a quick way.
	it("says the same of a text in the usual form and of the same text in small letters", () => {
		fc.assert(
			fc.property(usualForm, (text) => {
				expect(isoOf(text)).toBe(isoOf(text.toLowerCase()));
			}),
			{ numRuns: 5_000 },
		);
	});

	it("says the same of UTC by `Z`, by an offset of nothing, and by no zone", () => {
		fc.assert(
			fc.property(usualForm, (text) => {
				const read = isoOf(text);
				expect(isoOf(text.replace("Z", "+00:00"))).toBe(read);
				expect(isoOf(text.replace("Z", ""))).toBe(read);
			}),
			{ numRuns: 2_000 },
		);
	});

	it("reads what it has written", () => {
		fc.assert(
			fc.property(fc.date({ noInvalidDate: true }), (date) => {
				expect(isoOf(date.toISOString())).toBe(date.toISOString());
			}),
		);
	});
});

const digits = (max: number, length: number) =>
	fc.integer({ min: 0, max }).map((number) => String(number).padStart(length, "0"));

/** Beyond each limit too: month 13, 30 February, 24:00, second 60. */
const usualForm = fc
	.tuple(
		digits(9999, 4),
		fc.oneof(fc.constant("02"), digits(13, 2)),
		fc.oneof(fc.constantFrom("28", "29", "30", "31"), digits(33, 2)),
		fc.oneof(
			fc.constant("24:00:00"),
			fc.tuple(digits(25, 2), digits(61, 2), digits(61, 2)).map((time) => time.join(":")),
		),
		fc.oneof(
			fc.constant(""),
			digits(999, 3).map((ms) => `.${ms}`),
		),
	)
	.map(([year, month, day, time, fraction]) => `${year}-${month}-${day}T${time}${fraction}Z`);
