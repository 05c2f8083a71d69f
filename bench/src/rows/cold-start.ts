/** How long a process lives that starts, lists one page and ends. */
import { join } from "node:path";
import { contender, floor } from "../contenders.ts";
import { bare, effectProgram } from "../fixed/bare.ts";
import { runToEnd } from "../measure/child.ts";
import { type Measurement, measured, takeTurns } from "../measure/rounds.ts";
import { made } from "../places.ts";
import { bundleOf, hasProgram, scriptOf } from "../programs.ts";
import type { Bench, Row } from "../row.ts";

const probe = join(made, "probes/cold.js");

interface Started {
	readonly script: string;
	readonly bundle: string;
	readonly wrapped?: true;
}

async function measure({ api, names, times }: Bench): Promise<Measurement[]> {
	const programs: Record<string, Started> = {};
	for (const name of names) {
		if (!hasProgram("list", name)) continue;
		programs[name] = { ...contender(name), script: scriptOf("list", name), bundle: bundleOf("list", name) };
	}
	if (names.includes("effect")) programs[bare.effect] = effectProgram();
	const startEach = (form: "script" | "bundle") =>
		takeTurns(Object.keys(programs), { rounds: times(25), warmUps: 1 }, (name) => {
			const { [form]: file = "", wrapped = false } = programs[name] ?? {};
			return runToEnd(process.execPath, ["--no-warnings", probe, file, api.urlOf({ wrapped })]).ms;
		});
	return [
		...measured("cold-start.unbundled", await startEach("script"), floor),
		...measured("cold-start.bundled", await startEach("bundle"), floor),
	];
}

export const coldStart: Row = {
	id: "cold-start",
	title: "Cold start to the first list",
	how:
		"The whole life of a fresh process: Node starts, the program lists one page over the loopback, and it ends. " +
		"Unbundled with each package as it is installed, and bundled into one file by esbuild. " +
		"The last line is no client: a plain `fetch` in an Effect, beside the modules of effect that our client imports.",
	tables: [
		{
			metrics: [
				{ id: "cold-start.unbundled", title: "unbundled", unit: "ms", base: floor, plot: "ratio" },
				{ id: "cold-start.bundled", title: "bundled", unit: "ms", base: floor },
			],
		},
	],
	measure,
};
