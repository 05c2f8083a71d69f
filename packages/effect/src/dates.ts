/**
 * Dates of answers become `DateTime.Utc`: ISO 8601 dates, and date-times, which are UTC where they name no zone.
 * Stricter than `Date.parse`, which takes `1` for a year and 30 February for 2 March.
 */
import * as DateTime from "effect/DateTime";

/** Day, hour and minute, second, milliseconds, the zone's sign and hours, its minutes. */
const iso =
	/^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(?:(:\d\d)(?:(\.\d{1,3})\d*)?)?(?:[Zz]|([+-]\d\d):?(\d\d))?)?$/;

/** Undefined for a text that is no such date. Digits beyond the millisecond are left out. */
export function utcOf(text: string): DateTime.Utc | undefined {
	const [, day = "", minute = "00:00", second = "", fraction = "", hours, minutes] = iso.exec(text) ?? [];
	// Put together anew, since engines differ in what else they take.
	const zone = hours ? `${hours}:${minutes}` : "Z";
	const date = new Date(`${day}T${minute}${second}${fraction}${zone}`);
	if (Number.isNaN(date.getTime()) || new Date(day).toISOString().slice(0, 10) !== day) return undefined;
	return DateTime.fromDateUnsafe(date);
}
