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

async function measure({ api, names, times }: Bench): Promise<Measurement[]> {
	const programs = names.filter((name) => hasProgram("list", name));
	const withBare = names.includes("effect") ? [...programs, bare.effect] : programs;
	const bareProgram = effectProgram();
	const start = (file: string, wrapped = false) =>
		runToEnd(process.execPath, ["--no-warnings", probe, file, api.urlOf({ wrapped })]).ms;
	const rounds = { rounds: times(25), warmUps: 1 };
	return [
		...measured(
			"cold-start.unbundled",
			await takeTurns(withBare, rounds, (name) =>
				name === bare.effect ? start(bareProgram) : start(scriptOf("list", name), contender(name).wrapped),
			),
			floor,
		),
		...measured(
			"cold-start.bundled",
			await takeTurns(programs, rounds, (name) => start(bundleOf("list", name), contender(name).wrapped)),
			floor,
		),
	];
}

export const coldStart: Row = {
	id: "cold-start",
	title: "Cold start to the first list",
	how:
		"The whole life of a fresh process: Node starts, the program lists one page over the loopback, and it ends. " +
		"Unbundled with each package as it is installed, and bundled into one file by esbuild. " +
		"The last line loads effect's modules, and then lists by a plain `fetch`: what is left of the Effect client is ours.",
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
