/** Round values for an axis from 0 to a little above the greatest. */

/** At most six, the last one not below `greatest`: `[0, 20, 40, 60]`. */
export function ticksUpTo(greatest: number): number[] {
	const rough = Math.max(greatest, Number.EPSILON) / 4;
	const magnitude = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 2.5, 5, 10].find((size) => size * magnitude >= rough) ?? 10) * magnitude;
	return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, index) => index * step);
}
