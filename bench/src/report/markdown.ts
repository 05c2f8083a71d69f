/** The report: goals first, then each row with its tables and plots. Every figure comes from the results. */
import type { Contender } from "../contender.ts";
import { contender, contenderNames } from "../contenders.ts";
import { type Goal, goals } from "../goals.ts";
import type { Measurement } from "../measure/rounds.ts";
import { type Find, finder, type Results, type RowResult } from "../results.ts";
import type { Metric, Row, Table } from "../row.ts";
import { cell, figure, number } from "./format.ts";
import type { Bar, Plot } from "./plot.ts";

export interface Report {
	readonly text: string;
	/** The plots by file name. */
	readonly plots: Readonly<Record<string, Plot>>;
}

/** `folder` is where the plots lie, seen from the report. */
export function reportOf(results: Results, rows: readonly Row[], folder: string): Report {
	const plots: Record<string, Plot> = {};
	const sections = rows.flatMap((row) => {
		const result = results.rows.find(({ id }) => id === row.id);
		if (!result) return [];
		Object.assign(plots, plotsOf(row, result));
		return [sectionOf(row, result, folder)];
	});
	return { text: `${[head(results), goalsOf(finder(results)), ...sections].join("\n\n")}\n`, plots };
}

const head = ({ day, seconds, machine, versions }: Results): string =>
	`# Performance

<!-- Written by \`pnpm bench\`. Do not edit. -->

Measured side by side with what else one can use, in one run of ${Math.round(seconds / 60)} minutes on ${day}. A **bold** figure is a
ratio, to the same done with a plain \`fetch\` in ten lines where nothing else is said; behind it stands in brackets
between what the middle half of the runs lies, and then the figure itself. Less is better throughout.
[How it is measured](../bench/README.md).

| | |
| --- | --- |
${Object.entries(machine)
	.map(([what, which]) => `| ${what} | ${which} |`)
	.join("\n")}
| versions | ${Object.entries(versions)
		.map(([name, version]) => `${name} ${version}`)
		.join(", ")} |`;

function goalsOf(find: Find): string {
	const judged = goals.map((goal) => ({ goal, figure: goal.figure(find) }));
	const met = judged.filter(({ goal, figure }) => figure !== undefined && figure <= goal.limit).length;
	const lines = judged.map(({ goal, figure: reached }) => {
		const verdict = reached === undefined ? "not measured" : reached <= goal.limit ? "✓ met" : "✗ not met";
		return `| [${goal.row}](#${goal.row}) | ${goal.what} | ${shown(goal, reached)} | ≤ ${shown(goal, goal.limit)} | ${verdict} |`;
	});
	const hindrances = judged.flatMap(({ goal, figure }) =>
		figure !== undefined && figure > goal.limit && goal.hindrance
			? [`- [${goal.row}](#${goal.row}), ${goal.what}: ${goal.hindrance}`]
			: [],
	);
	return [
		"## Goals",
		`${met} of ${goals.length} are met.`,
		["| row | what | reached | goal | |", "| --- | --- | --: | --: | --- |", ...lines].join("\n"),
		...(hindrances.length > 0
			? ["What stands in the way of those that are not:", hindrances.join("\n")]
			: []),
	].join("\n\n");
}

const shown = ({ unit }: Goal, value: number | undefined): string =>
	value === undefined ? "–" : unit === undefined ? number(value) : figure(value, unit);

function sectionOf(row: Row, result: RowResult, folder: string): string {
	const parts = [
		`<a id="${row.id}"></a>\n\n## ${row.title}`,
		row.how,
		...result.notes.map((note) => `> ${note}`),
	];
	for (const table of row.tables) {
		const text = tableOf(table, result.measurements);
		if (text === undefined) continue;
		if (table.title !== undefined) parts.push(`### ${table.title}`);
		parts.push(
			...plotted(table).map(({ id, title }) => `![${row.title}: ${title}](${folder}/${fileOf(id)})`),
			text,
		);
	}
	return parts.join("\n\n");
}

/** Undefined where nothing of it was measured. */
export function tableOf({ metrics }: Table, measurements: readonly Measurement[]): string | undefined {
	const ours = measurements.filter(({ metric }) => metrics.some(({ id }) => id === metric));
	const names = [...new Set(ours.map(({ contender }) => contender))];
	if (names.length === 0) return undefined;
	const lines = names.map((name) => {
		const cells = metrics.map((metric) => {
			const found = ours.find((one) => one.metric === metric.id && one.contender === name);
			return found && Number.isFinite(found.value.median) ? cell(found, metric) : "–";
		});
		return `| ${titleOf(name)} | ${cells.join(" | ")} |`;
	});
	return [
		`| | ${metrics.map(columnOf).join(" | ")} |`,
		`| --- |${metrics.map(() => " --: |").join("")}`,
		...lines,
	].join("\n");
}

const columnOf = ({ title, base }: Metric): string =>
	base === undefined || base === "fetch" ? title : `${title}, of ${base}`;

const plotted = ({ metrics }: Table): Metric[] => metrics.filter(({ plot }) => plot !== undefined);

const fileOf = (metric: string): string => `${metric.replaceAll(".", "-")}.svg`;

function plotsOf(row: Row, { measurements }: RowResult): Record<string, Plot> {
	const all = row.tables.flatMap((table) => plotted(table).map((metric) => ({ table, metric })));
	return Object.fromEntries(
		all.map(({ table, metric }) => {
			const bars = measurements
				.filter((one) => one.metric === metric.id)
				.flatMap((one) => barOf(one, metric));
			const title = [row.title, table.title, metric.title].filter(Boolean).join(" · ");
			return [fileOf(metric.id), { title, bars, ...(metric.plot === "ratio" && { line: 1 }) }];
		}),
	);
}

function barOf({ contender: name, value, ratio }: Measurement, { plot, unit, base }: Metric): Bar[] {
	const sample = plot === "ratio" ? ratio : value;
	if (!sample || !Number.isFinite(sample.median)) return [];
	const text = plot === "ratio" ? `${number(sample.median)} ×` : figure(sample.median, unit);
	const title = titleOf(name);
	const kind = /^`?@orq\//.test(title) ? "ours" : name === (base ?? "fetch") ? "base" : "peer";
	return [{ label: title, sample, text, kind }];
}

function titleOf(name: string): string {
	const known = contenderNames.find((one) => one === name);
	const { title }: Pick<Contender, "title"> = known ? contender(known) : { title: name };
	return title;
}
