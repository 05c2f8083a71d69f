/** What a program weighs that a browser or a worker has to load. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { contender, floor } from "../contenders.ts";
import { roomsOf } from "../fixed/rooms.ts";
import { bundling, errorPrograms, type Sizes, sizesOf } from "../fixed/sizes.ts";
import { fixed, type Measurement } from "../measure/rounds.ts";
import { bench, nodeModules, root } from "../places.ts";
import { bundleOf, hasProgram } from "../programs.ts";
import type { Bench, Metric, Row, Table } from "../row.ts";

const programs = { list: "A program that lists one page", all: "All five operations" } as const;

const errors = {
	all: "The twelve error classes alone",
	one: "One error class alone",
	guard: "`isIdentitiesError` alone",
} as const;

type Part = keyof typeof programs | `errors-${keyof typeof errors}` | "module";

const metric = (part: Part, form: keyof Sizes, plot = false): Metric => ({
	id: `bundle.${part}.${form}`,
	title: form,
	unit: "bytes",
	...(plot && { plot: "value" }),
});

const tableOf = (part: Part, title: string, plot = false): Table => ({
	title,
	metrics: [metric(part, "minified"), metric(part, "gzip", plot), metric(part, "brotli")],
});

const measurements = (part: Part, name: string, sizes: Sizes): Measurement[] =>
	(["minified", "gzip", "brotli"] as const).map((form) => fixed(`bundle.${part}.${form}`, name, sizes[form]));

async function measure({ names }: Bench): Promise<Measurement[]> {
	const found: Measurement[] = [];
	for (const part of Object.keys(programs) as (keyof typeof programs)[]) {
		for (const name of names) {
			if (!hasProgram(part, name)) continue;
			found.push(...measurements(part, name, sizesOf(readFileSync(bundleOf(part, name)))));
		}
	}
	const ours = names.filter((name) => name === "client" || name === "browser" || name === "effect");
	const packages = ["@orq/identities-core", ...ours.map((name) => contender(name).specifier ?? "")];
	for (const kind of Object.keys(errors) as (keyof typeof errors)[]) {
		for (const specifier of packages) {
			const stdin = { contents: errorPrograms[kind](specifier), resolveDir: bench };
			const [file] = buildSync({ ...bundling, stdin, write: false }).outputFiles;
			if (file) found.push(...measurements(`errors-${kind}`, specifier, sizesOf(file.contents)));
		}
	}
	if (names.includes("browser")) found.push(...(await browserModule()));
	return found;
}

/** The file as a page loads it, and what of it is for what. */
async function browserModule(): Promise<Measurement[]> {
	const specifier = contender("browser").specifier ?? "";
	const file = readFileSync(join(nodeModules, specifier, "dist/index.js"));
	const rooms = await roomsOf(root);
	return [
		...measurements("module", specifier, sizesOf(file)),
		...rooms.flatMap(({ name, minified, gzip }) => [
			fixed("bundle.rooms.minified", name, minified),
			fixed("bundle.rooms.gzip", name, gzip),
		]),
	];
}

export const bundle: Row = {
	id: "bundle",
	title: "Bundle",
	how:
		"esbuild, minified, for a browser (`es2022`); gzip at level 9, brotli at 11. Each program is a few lines of a " +
		`user's, in \`bench/src/programs\`; \`${floor}\` is the same by hand.`,
	tables: [
		tableOf("list", programs.list, true),
		tableOf("all", programs.all, true),
		...(Object.keys(errors) as (keyof typeof errors)[]).map((kind) =>
			tableOf(`errors-${kind}`, errors[kind]),
		),
		tableOf("module", "The browser module as a page loads it"),
		{
			title:
				"What the browser module's bytes are for: how much less it would be without a folder of its sources",
			metrics: [
				{ id: "bundle.rooms.minified", title: "minified", unit: "bytes" },
				{ id: "bundle.rooms.gzip", title: "gzip", unit: "bytes" },
			],
		},
	],
	measure,
};
