/**
 * Dates of answers become `DateTime.Utc`: ISO 8601 dates, and date-times, which are UTC where they name no zone.
 * Stricter than `Date.parse`, which takes `1` for a year and 30 February for 2 March. Brought to UTC, a date may leave
 * the years of four digits: those of six, with a sign, are read where `toISOString` writes them.
 */
import * as DateTime from "effect/DateTime";

/** The one form that every engine reads alike, and that nearly all servers write. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** Day, hour and minute, second, milliseconds, the zone's sign and hours, its minutes. */
const iso =
	/^((?:\d{4}|[+-]\d{6})-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(?:(:\d\d)(?:(\.\d{1,3})\d*)?)?(?:[Zz]|([+-]\d\d):?(\d\d))?)?$/;

/** Undefined for a text that is no such date. Digits beyond the millisecond are left out. */
export function utcOf(text: string): DateTime.Utc | undefined {
	// A page has twenty: read the careful way they were half of what a call costs.
	if (usual.test(text)) {
		const date = new Date(text);
		// Not so for the 30th of February, nor at 24:00, which is the next day's 00:00: these are for the careful way.
		if (date.getUTCDate() === dayIn(text)) return DateTime.fromDateUnsafe(date);
	}
	return carefully(text);
}

/** The day of the month, without the text that `slice` would make. */
const dayIn = (text: string): number => 10 * text.charCodeAt(8) + text.charCodeAt(9) - 11 * zero;
const zero = 48;

function carefully(text: string): DateTime.Utc | undefined {
	const [, day = "", minute = "00:00", second = "", fraction = "", hours, minutes] = iso.exec(text) ?? [];
	// Put together anew, since engines differ in what else they take.
	const zone = hours ? `${hours}:${minutes}` : "Z";
	const date = new Date(`${day}T${minute}${second}${fraction}${zone}`);
	if (Number.isNaN(date.getTime()) || new Date(day).toJSON()?.slice(0, day.length) !== day) return undefined;
	return DateTime.fromDateUnsafe(date);
}
