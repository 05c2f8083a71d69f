/** What an import costs a process that has just started. */
import { join } from "node:path";
import type { Contender } from "../contender.ts";
import { type ContenderName, contender } from "../contenders.ts";
import { loadingOf } from "../fixed/loading.ts";
import { runToEnd } from "../measure/child.ts";
import { fixed, type Measurement, measured, type Rounds, takeTurns } from "../measure/rounds.ts";
import { made } from "../places.ts";
import type { Bench, Row } from "../row.ts";

const base = "openapi-fetch";
const probe = join(made, "probes/import.js");

async function measure({ names, times }: Bench): Promise<Measurement[]> {
	const importing = names.filter((name) => specifierOf(name) !== undefined);
	const grown: Record<string, number[]> = Object.fromEntries(importing.map((name) => [name, []]));
	const ms: Rounds = await takeTurns(importing, { rounds: times(15), warmUps: 1 }, (name, round) => {
		const { stdout } = runToEnd(process.execPath, [probe, specifierOf(name) ?? ""]);
		const seen = JSON.parse(stdout) as { readonly ms: number; readonly bytes: number };
		if (round >= 0) grown[name]?.push(seen.bytes / 1e6);
		return seen.ms;
	});
	return [
		...measured("import.ms", ms, base),
		...measured("import.memory", grown, base),
		...importing.map((name) => {
			const { modules } = loadingOf(specifierOf(name) ?? "", join(made, "probes"));
			return fixed("import.modules", name, modules.length);
		}),
	];
}

function specifierOf(name: ContenderName): string | undefined {
	const { specifier }: Contender = contender(name);
	return specifier;
}

export const importing: Row = {
	id: "import",
	title: "Import",
	how:
		"`await import()` of what a user imports, unbundled, in a fresh process each; how much the process's resident " +
		"memory grows by it, and how many files are loaded. Ratios are to openapi-fetch: a plain `fetch` imports nothing.",
	tables: [
		{
			metrics: [
				{ id: "import.ms", title: "time", unit: "ms", base, plot: "ratio" },
				{ id: "import.memory", title: "memory", unit: "MB", base },
				{ id: "import.modules", title: "files loaded", unit: "count" },
			],
		},
	],
	measure,
};
