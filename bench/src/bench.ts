/**
 * `pnpm bench` measures all rows and writes docs/performance.md; `--row ID` measures one (or several) and prints it,
 * `--quick` does so with few runs, to see whether it works; `--contender NAME` leaves others out, `--no-setup` takes the
 * packages as they were packed last. `--report` writes the report anew from the last results.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { startApi } from "./answers/start.ts";
import { floor } from "./contenders.ts";
import { report, reportFolder } from "./places.ts";
import { reportOf, tableOf } from "./report/markdown.ts";
import { plotOf } from "./report/plot.ts";
import { machineOf, type Results, type RowResult, versionsOf } from "./results.ts";
import type { Bench, Row } from "./row.ts";
import { rows } from "./rows.ts";
import { assertSameAnswers } from "./same-answers.ts";
import { setUp } from "./setup.ts";

const { values } = parseArgs({
	options: {
		row: { type: "string", multiple: true },
		quick: { type: "boolean", default: false },
		report: { type: "boolean", default: false },
		contender: { type: "string", multiple: true },
		"no-setup": { type: "boolean", default: false },
	},
});

const resultsFile = join(reportFolder, "results.json");

const say = (text: string): void => console.error(text);

function chosen(): readonly Row[] {
	const unknown = values.row?.find((id) => !rows.some((row) => row.id === id));
	if (unknown !== undefined) {
		say(`--row ${unknown}: there is no such row. There are: ${rows.map(({ id }) => id).join(", ")}.`);
		process.exit(1);
	}
	return values.row ? rows.filter(({ id }) => values.row?.includes(id)) : rows;
}

/** Others are compared with these. */
const isAlways = (name: string): boolean => name === floor || name === "openapi-fetch";

async function measure(wanted: readonly Row[]): Promise<Results> {
	const begun = performance.now();
	const machine = machineOf();
	const ready = await setUp(say, values["no-setup"]);
	const names = ready.filter((name) => isAlways(name) || (values.contender?.includes(name) ?? true));
	const api = await startApi();
	try {
		await assertSameAnswers(api, names);
		say(`${names.length} contenders give the same answers.`);
		const times = (full: number) => (values.quick ? Math.min(full, 2) : full);
		const measured: RowResult[] = [];
		for (const row of wanted) {
			const notes: string[] = [];
			const bench: Bench = { api, names, quick: values.quick, times, note: (text) => notes.push(text) };
			const start = performance.now();
			measured.push({ id: row.id, measurements: await row.measure(bench), notes });
			say(`${row.id}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
		}
		const seconds = Math.round((performance.now() - begun) / 1000);
		const day = new Date().toISOString().slice(0, 10);
		return { day, seconds, machine, versions: versionsOf(), rows: measured };
	} finally {
		api.stop();
	}
}

/** Three and a half digits: no more are true. */
const rounded = (_: string, value: unknown): unknown =>
	typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

function write(results: Results): void {
	const { text, plots } = reportOf(results, rows, basename(reportFolder));
	rmSync(reportFolder, { recursive: true, force: true });
	mkdirSync(reportFolder, { recursive: true });
	for (const [file, plot] of Object.entries(plots)) writeFileSync(join(reportFolder, file), plotOf(plot));
	writeFileSync(resultsFile, `${JSON.stringify(results, rounded, "\t")}\n`);
	writeFileSync(report, text);
	say(`written: ${report}`);
}

function print({ rows: measured }: Results): void {
	for (const { id, measurements, notes } of measured) {
		const row = rows.find((one) => one.id === id);
		console.log(`\n## ${row?.title}\n`);
		for (const note of notes) console.log(`> ${note}\n`);
		for (const table of row?.tables ?? []) {
			console.log(`${table.title ?? ""}\n${tableOf(table, measurements) ?? ""}\n`);
		}
	}
}

if (values.report) {
	write(JSON.parse(readFileSync(resultsFile, "utf8")) as Results);
} else {
	const results = await measure(chosen());
	if (values.row || values.quick || values.contender) print(results);
	else write(results);
}
process.exit(0);
