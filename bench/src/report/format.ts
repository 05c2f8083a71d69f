/** Figures as a reader sees them. */
import type { Measurement } from "../measure/rounds.ts";
import type { Metric, Unit } from "../row.ts";

/** Three digits that mean something. */
export function number(value: number): string {
	const size = Math.abs(value);
	if (size >= 1000) return Math.round(value).toLocaleString("en-US");
	return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** With its unit: bytes as kB of 1,000. */
export function figure(value: number, unit: Unit): string {
	if (unit === "count") return Math.round(value).toLocaleString("en-US");
	if (unit === "bytes") return `${number(value / 1000)} kB`;
	return `${number(value)} ${unit}`;
}

/** A table's cell: the ratio first where there is one, and between what half of the runs lie where they differ. */
export function cell({ value, ratio }: Measurement, { unit, base }: Metric): string {
	const shown = figure(value.median, unit);
	if (base !== undefined && ratio) return `**${number(ratio.median)}**${spread(ratio)} · ${shown}`;
	return value.runs > 1 ? `${shown}${spread(value)}` : shown;
}

const spread = ({
	low,
	high,
	runs,
}: {
	readonly low: number;
	readonly high: number;
	readonly runs: number;
}): string => (runs > 1 ? ` (${number(low)}–${number(high)})` : "");
