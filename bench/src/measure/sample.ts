/** Many runs as one figure: the median, and between which quartiles half of the runs lie. */

export interface Sample {
	readonly median: number;
	readonly low: number;
	readonly high: number;
	readonly runs: number;
}

export function sampleOf(values: readonly number[]): Sample {
	const sorted = values.toSorted((one, other) => one - other);
	return {
		median: quantile(sorted, 0.5),
		low: quantile(sorted, 0.25),
		high: quantile(sorted, 0.75),
		runs: sorted.length,
	};
}

/** A figure that every run would give again. */
export const exactly = (value: number): Sample => ({ median: value, low: value, high: value, runs: 1 });

/** `sorted` in ascending order; between two values it interpolates. */
export function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
}
