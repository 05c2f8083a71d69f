/** What an update has done, for a person to read, and the same as JSON. */
import type { JudgedDifference } from "../document/differences.ts";
import type { Change } from "../level/change.ts";
import { highest, type Level } from "../level/level.ts";
import { sentence, type Verdict } from "../level/packages.ts";

export interface Outcome {
	readonly from: string;
	readonly isDryRun: boolean;
	/** The files that were written, or would be. */
	readonly files: readonly string[];
	readonly changes: readonly Change[];
	readonly differences: readonly JudgedDifference[];
	readonly wordless: readonly string[];
	/** What doesn't compile any more besides what the packages ship: tests, scenarios, examples. */
	readonly unsettled: readonly string[];
	readonly packages: Readonly<Record<string, Verdict>>;
	readonly changeset: string | undefined;
	readonly times: Readonly<Record<string, number>>;
}

export const levelOf = ({ changes }: Pick<Outcome, "changes">): Level =>
	highest(changes.map(({ level }) => level));

export function asJson(outcome: Outcome): object {
	const { files, differences, packages, wordless, unsettled, changeset, times } = outcome;
	return {
		changed: files.length > 0,
		level: levelOf(outcome),
		changes: outcome.changes.map(({ level, where, what, judge }) => ({ level, where, what, judge })),
		differences,
		packages,
		wordless,
		unsettled,
		changeset: changeset ?? null,
		files,
		times,
	};
}

export function asText(outcome: Outcome): string {
	const { from, isDryRun, files, changes, differences, wordless, unsettled } = outcome;
	const { packages, changeset, times } = outcome;
	const level = levelOf(outcome);
	const fresh = differences.filter((difference) => difference.new);
	const named = new Map<string, readonly Change[]>([
		["Breaks callers", changes.filter((change) => change.level === "major")],
		["New, or better", changes.filter((change) => change.level === "minor")],
		["Without effect on callers' code", changes.filter((change) => change.level === "patch")],
		["For your information", changes.filter((change) => change.level === "none")],
	]);
	return [
		headline(from, level, files.length > 0, isDryRun),
		...[...named].map(([title, list]) => block(title, list.map(lineOf))),
		block("The overlay newly differs from what is published", fresh.map(differenceLine)),
		block("New names without words: say something of them in openapi/overlay.yaml", wordless),
		block("Needs a hand, since it doesn't compile any more, though nothing of it is shipped", unsettled),
		files.length > 0
			? block(
					"Packages",
					Object.entries(packages).map(([name, verdict]) => `${name}: ${verdict.level}`),
				)
			: "",
		changeset === undefined ? "" : `Changeset: ${changeset}`,
		block(isDryRun ? "Would write" : "Written", files),
		`Times: ${timesLine(times)}`,
	]
		.filter((part) => part !== "")
		.join("\n\n");
}

function headline(from: string, level: Level, hasChanged: boolean, isDryRun: boolean): string {
	if (!hasChanged) return `${from} changes nothing.`;
	const release = level === "none" ? "no release" : `a ${level} release`;
	return `${from} ${isDryRun ? "would ask" : "asks"} for ${release}.`;
}

const block = (title: string, lines: readonly string[]): string =>
	lines.length === 0 ? "" : `${title} (${lines.length}):\n${lines.join("\n").replace(/^/gm, "  ")}`;

function lineOf(change: Change): string {
	const whom = change.elsewhere === undefined ? "" : " [Effect client only]";
	const judge = change.judge === "declarations" ? " [seen in the declarations]" : "";
	const cure = change.cure === undefined ? "" : `\n  → ${change.cure}`;
	return `${sentence(change)}${whom}${judge}${cure}`;
}

function differenceLine({ kind, where, keyword, upstream, ours }: JudgedDifference): string {
	const told = (value: unknown): string => (value === null ? "nothing" : JSON.stringify(value));
	return `${kind.padEnd(12)} ${where}, \`${keyword}\`: ${told(upstream)} is published, ours is ${told(ours)}`;
}

const timesLine = (times: Readonly<Record<string, number>>): string =>
	Object.entries(times)
		.map(([part, ms]) => `${part} ${ms} ms`)
		.join(", ");
