/** What an import costs a process that has just started. */
import { join } from "node:path";
import type { Contender } from "../contender.ts";
import { contender } from "../contenders.ts";
import { bare, effectModules, emptySpecifiers } from "../fixed/bare.ts";
import { loadingOf } from "../fixed/loading.ts";
import { runToEnd } from "../measure/child.ts";
import { fixed, type Measurement, measured, type Rounds, takeTurns } from "../measure/rounds.ts";
import { made } from "../places.ts";
import type { Bench, Row } from "../row.ts";

const base = "openapi-fetch";
const probe = join(made, "probes/import.js");

async function measure({ names, times }: Bench): Promise<Measurement[]> {
	const specifiers: Record<string, string> = {};
	for (const name of names) {
		const { specifier }: Contender = contender(name);
		if (specifier !== undefined) specifiers[name] = specifier;
	}
	const { one, two } = emptySpecifiers();
	if (names.includes("client")) Object.assign(specifiers, { [bare.one]: one, [bare.two]: two });
	if (names.includes("effect")) specifiers[bare.effect] = effectModules();
	const importing = Object.keys(specifiers);
	const grown: Record<string, number[]> = Object.fromEntries(importing.map((name) => [name, []]));
	const ms: Rounds = await takeTurns(importing, { rounds: times(25), warmUps: 1 }, (name, round) => {
		const { stdout } = runToEnd(process.execPath, [probe, specifiers[name] ?? ""]);
		const seen = JSON.parse(stdout) as { readonly ms: number; readonly bytes: number };
		if (round >= 0) grown[name]?.push(seen.bytes / 1e6);
		return seen.ms;
	});
	return [
		...measured("import.ms", ms, base),
		...measured("import.memory", grown, base),
		...importing.map((name) => {
			const { modules } = loadingOf(specifiers[name] ?? "", join(made, "probes"));
			return fixed("import.modules", name, modules.length);
		}),
	];
}

export const importing: Row = {
	id: "import",
	title: "Import",
	how:
		"`await import()` of what a user imports, unbundled, in a fresh process each; how much the process's resident " +
		"memory grows by it, and how many files are loaded. Ratios are to openapi-fetch: a plain `fetch` imports nothing. " +
		"The last lines are what Node and effect take by themselves: ours are two packages, so that an error class exists once.",
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
