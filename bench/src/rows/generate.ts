/** How long the generator takes, and an update from a publisher's whole document. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wholeText } from "../document.ts";
import { runToEnd } from "../measure/child.ts";
import { type Measurement, measured, type Rounds, takeTurns } from "../measure/rounds.ts";
import { document, made, nodeModules, root } from "../places.ts";
import type { Bench, Row } from "../row.ts";

const generate = join(root, "scripts/src/generate.ts");
const update = join(root, "scripts/src/spec-update.ts");
const slice = join(root, "openapi/upstream.yaml");
const whole = join(made, "whole.yaml");

const node = (...args: string[]) => runToEnd(process.execPath, args, { cwd: root });

/** What an update says of itself with `--json`. */
interface Update {
	/** How long its parts took, in ms. */
	readonly times: Readonly<Record<string, number>>;
}

/** An update of a file, in ms, without the build of the packages and without writing. */
function updateFrom(file: string): number {
	const { ms, stdout } = node(update, file, "--dry-run", "--json");
	const { times } = JSON.parse(stdout) as Update;
	return ms - (times["build"] ?? 0);
}

const generators: Readonly<Record<string, () => number>> = {
	"`pnpm generate`, all of it": () => node(generate, "--check").ms,
	"openapi-typescript's CLI, types alone": () =>
		node(join(nodeModules, "openapi-typescript/bin/cli.js"), document, "-o", join(made, "openapi.d.ts")).ms,
};

const updates: Readonly<Record<string, () => number>> = {
	"`pnpm spec:update`, the slice": () => updateFrom(slice),
	"`pnpm spec:update`, 3 MB": () => updateFrom(whole),
	"js-yaml, reading the 3 MB alone": () => Number(node(join(made, "probes/parse.js"), whole).stdout),
};

const timed = (all: Readonly<Record<string, () => number>>, rounds: number): Promise<Rounds> =>
	takeTurns(Object.keys(all), { rounds, warmUps: 1 }, (name) => all[name]?.() ?? Number.NaN);

async function measure({ note, times }: Bench): Promise<Measurement[]> {
	const found = measured("generate.ms", await timed(generators, times(9)));
	if (!existsSync(update)) {
		note("`spec:update` is not there yet: it was not measured.");
		return found;
	}
	writeFileSync(whole, wholeText());
	return [...found, ...measured("update.ms", await timed(updates, times(9)))];
}

export const generating: Row = {
	id: "generate",
	title: "Generating",
	how:
		"Each a fresh process, nothing written and nothing built. `generate` makes the document, the types, the operation " +
		"table, the readers and the methods; `spec:update` reads a publisher's document, slices it, and says what an update " +
		"would mean. The 3 MB are made by `bench/src/document.ts`, of the size and shape of a publisher's.",
	tables: [
		{ metrics: [{ id: "generate.ms", title: "generate", unit: "ms" }] },
		{ metrics: [{ id: "update.ms", title: "update", unit: "ms" }] },
	],
	measure,
};
