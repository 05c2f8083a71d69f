/** What a user's compiler pays for a contender's types, more than for the same program by hand. */
import { join } from "node:path";
import { type ContenderName, floor } from "../contenders.ts";
import { writeProject } from "../fixed/type-check.ts";
import { type Finished, runToEnd } from "../measure/child.ts";
import { fixed, type Measurement, measured, type Rounds, takeTurns } from "../measure/rounds.ts";
import { made, nodeModules } from "../places.ts";
import { hasProgram } from "../programs.ts";
import type { Bench, Row } from "../row.ts";

const compilers = { "5.9": "typescript", "7.0": "typescript-7" } as const;

type Version = keyof typeof compilers;

async function measure({ names, times }: Bench): Promise<Measurement[]> {
	const found: Measurement[] = [];
	const programs = names.filter((name) => hasProgram("list", name));
	for (const version of Object.keys(compilers) as Version[]) {
		for (const skipLibCheck of [true, false]) {
			const part = `types.${version}.${skipLibCheck ? "skip" : "all"}`;
			const compile = (name: ContenderName): number => compiled(name, version, skipLibCheck).ms;
			const rounds = times(version === "5.9" ? (skipLibCheck ? 5 : 3) : 7);
			const ms = await takeTurns(programs, { rounds }, compile);
			found.push(...measured(part, moreThanFloor(ms)));
		}
	}
	for (const name of programs) {
		const { stdout } = compiled(name, "5.9", false);
		found.push(fixed("types.errors", name, stdout.match(/error TS\d+/g)?.length ?? 0));
	}
	return found;
}

function compiled(name: ContenderName, version: Version, skipLibCheck: boolean): Finished {
	const folder = join(made, "programs/list");
	const id = `${name}.${version}.${skipLibCheck ? "skip" : "all"}`;
	const project = writeProject({ folder, file: `${name}.ts`, skipLibCheck }, id);
	const compiler = join(nodeModules, compilers[version], "bin/tsc");
	// 1 and 2: it has found errors, which are counted apart; with `skipLibCheck` a program has none.
	return runToEnd(process.execPath, [compiler, "-p", project], { accept: skipLibCheck ? [0] : [0, 1, 2] });
}

/** Round by round, what the compiler took longer than for the floor's program. */
const moreThanFloor = (ms: Rounds): Rounds =>
	Object.fromEntries(
		Object.entries(ms).map(([name, all]) => [name, all.map((one, round) => one - (ms[floor]?.[round] ?? 0))]),
	);

export const types: Row = {
	id: "types",
	title: "Type-check",
	how:
		"`tsc -p` on a user's file that lists one page (`bench/src/programs/list`), strict, without `@types/node`: how much " +
		"longer it takes than for the same by hand with `fetch`, each compilation a fresh process.",
	tables: [
		{
			metrics: [
				{ id: "types.5.9.skip", title: "5.9, `skipLibCheck`", unit: "ms", plot: "value" },
				{ id: "types.5.9.all", title: "5.9 without", unit: "ms" },
				{ id: "types.7.0.skip", title: "7.0, `skipLibCheck`", unit: "ms" },
				{ id: "types.7.0.all", title: "7.0 without", unit: "ms" },
				{ id: "types.errors", title: "errors without", unit: "count" },
			],
		},
	],
	measure,
};
