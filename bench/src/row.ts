/** A row of the report: what is measured, how, and in which tables it is shown. */
import type { Api } from "./answers/start.ts";
import type { ContenderName } from "./contenders.ts";
import type { Measurement } from "./measure/rounds.ts";

export type Unit = "ms" | "µs" | "bytes" | "MB" | "count";

export interface Metric {
	readonly id: string;
	readonly title: string;
	readonly unit: Unit;
	/** Who its ratios are taken to, for the words of a plot. */
	readonly base?: string;
	/** Whether it gets a plot, and of what. */
	readonly plot?: "value" | "ratio";
}

export interface Table {
	readonly title?: string;
	/** The columns. */
	readonly metrics: readonly Metric[];
}

/** What a row has to measure with. */
export interface Bench {
	readonly api: Api;
	/** Few runs: to see whether a row works, and no more. */
	readonly quick: boolean;
	/** Those whose package is installed. */
	readonly names: readonly ContenderName[];
	/** How often something is repeated, of how often in a full run. */
	readonly times: (full: number) => number;
	/** Says something that the reader of the row must know. */
	readonly note: (text: string) => void;
}

export interface Row {
	readonly id: string;
	readonly title: string;
	/** How it is measured, for the report. */
	readonly how: string;
	readonly tables: readonly Table[];
	readonly measure: (bench: Bench) => Promise<Measurement[]> | Measurement[];
}
