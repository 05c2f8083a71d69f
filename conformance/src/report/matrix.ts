/** The results for a terminal: a row for each scenario, a column for each runtime, a mark for each client. */
import { type Cell, hasFailed, type Outcome, outcomesOf, type Row } from "./outcome.ts";

export const passedMark = "✓";
export const failedMark = "✗";
/** The scenario is about a part that the client has not. */
export const otherMark = "·";

export const marksOf = (cell: Cell): string =>
	cell
		.map((outcome) => (outcome === undefined ? otherMark : hasFailed(outcome) ? failedMark : passedMark))
		.join("");

const red = (text: string): string => `\u001b[31m${text}\u001b[0m`;

export function matrix(
	rows: readonly Row[],
	runtimes: readonly string[],
	{ colors }: { readonly colors: boolean },
): string {
	const widthOf = (column: number): number =>
		Math.max(runtimes[column]?.length ?? 0, ...rows.map(({ cells }) => cells[column]?.length ?? 0)) + 1;
	const line = (cells: readonly string[], name: string): string =>
		cells.map((cell, column) => cell.padEnd(widthOf(column))).join("") + name;
	const lines = [line(runtimes, "")];
	let theme = "";
	for (const row of rows) {
		if (row.theme !== theme) lines.push("", row.theme);
		theme = row.theme;
		const text = line(row.cells.map(marksOf), row.scenario);
		lines.push(colors && outcomesOf([row]).some(hasFailed) ? red(text) : text);
	}
	return lines.join("\n");
}

/** Each failed scenario with its problems, and with where it met them. */
export function failures(rows: readonly Row[]): string {
	return rows
		.flatMap((row) => {
			const all = outcomesOf([row]);
			const met = new Map<string, Outcome[]>();
			for (const outcome of all.filter(hasFailed)) {
				const text = outcome.problems.map(indented).join("\n");
				met.set(text, [...(met.get(text) ?? []), outcome]);
			}
			const told = [...met].map(
				([text, where]) => `    ${where.length === all.length ? "everywhere" : places(where)}\n${text}`,
			);
			return told.length === 0 ? [] : [`${failedMark} ${row.theme}: ${row.scenario}`, ...told];
		})
		.join("\n");
}

const places = (outcomes: readonly Outcome[]): string =>
	outcomes.map(({ runtime, client }) => `${runtime} with ${client}`).join(", ");

/** Without the depths of a stack. */
const indented = (problem: string): string =>
	problem
		.split("\n", 8)
		.map((line) => `      ${line}`)
		.join("\n");
