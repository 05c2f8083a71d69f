/**
 * Makes the ids of identities: `contact_` and a ULID, whose text sorts by the time it was made.
 * Monotonic as the ULID specification has it: within one millisecond, or when the clock steps back,
 * the random part counts up, so an id is always greater than the one before.
 */

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32, in the order of their codes

const timeLength = 10;
const randomLength = 16;

/** A function that makes the next id for a time in ms since the epoch. */
export function identityIds(random: () => number): (time: number) => string {
	let lastTime = -1;
	let tail: number[] = [];
	return (time) => {
		if (time > lastTime) {
			lastTime = Math.floor(time);
			// The first digit stays below 16, which leaves room to count up without an overflow.
			tail = Array.from({ length: randomLength }, (_, at) => Math.floor(random() * (at === 0 ? 16 : 32)));
		} else {
			countUp(tail);
		}
		return `contact_${timeText(lastTime)}${tail.map((digit) => digits[digit]).join("")}`;
	};
}

function countUp(tail: number[]): void {
	for (let at = tail.length - 1; at >= 0; at--) {
		const digit = (tail[at] ?? 0) + 1;
		tail[at] = digit % 32;
		if (digit < 32) return;
	}
}

function timeText(time: number): string {
	let text = "";
	for (let rest = time; text.length < timeLength; rest = Math.floor(rest / 32)) {
		text = `${digits[rest % 32]}${text}`;
	}
	return text;
}
