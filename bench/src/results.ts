/** One run of the bench: what was measured, of what, on which machine. The report is made of it and nothing else. */
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { contender, contenderNames } from "./contenders.ts";
import type { Measurement } from "./measure/rounds.ts";
import { nodeModules } from "./places.ts";

export interface RowResult {
	readonly id: string;
	readonly measurements: readonly Measurement[];
	readonly notes: readonly string[];
}

export interface Results {
	/** ISO 8601, the day only. */
	readonly day: string;
	readonly seconds: number;
	readonly machine: Readonly<Record<string, string>>;
	readonly versions: Readonly<Record<string, string>>;
	readonly rows: readonly RowResult[];
}

/** Finds what was measured of a contender. */
export type Find = (metric: string, contender: string) => Measurement | undefined;

export const finder = ({ rows }: Pick<Results, "rows">): Find => {
	const all = new Map(
		rows.flatMap(({ measurements }) =>
			measurements.map((one) => [`${one.metric} ${one.contender}`, one] as const),
		),
	);
	return (metric, contender) => all.get(`${metric} ${contender}`);
};

export function machineOf(): Record<string, string> {
	const [cpu] = cpus();
	return {
		processor: `${cpu?.model.trim() ?? "unknown"}, ${cpus().length} cores`,
		memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
		system: `${type()} ${release()}, ${process.arch}`,
		"load before the run": loadavg()
			.map((load) => load.toFixed(2))
			.join(", "),
	};
}

/** What is compared, as it is installed. */
export function versionsOf(): Record<string, string> {
	const compared = contenderNames.flatMap((name) => contender(name).installs);
	const names = [...new Set([...compared, "@hey-api/openapi-ts", "esbuild", "typescript", "typescript-7"])];
	return {
		node: process.versions.node,
		...Object.fromEntries(names.flatMap((name) => (installed(name) ? [[name, installed(name)]] : []))),
	};
}

function installed(name: string): string | undefined {
	try {
		const manifest = readFileSync(join(nodeModules, name, "package.json"), "utf8");
		return (JSON.parse(manifest) as { readonly version: string }).version;
	} catch {
		return undefined;
	}
}
