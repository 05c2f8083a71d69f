import { expect, test } from "vitest";
import { goals } from "../goals.ts";
import { fixed } from "../measure/rounds.ts";
import type { Results } from "../results.ts";
import type { Row } from "../row.ts";
import { reportOf } from "./markdown.ts";

const row: Row = {
	id: "install",
	title: "Install",
	how: "How.",
	tables: [{ metrics: [{ id: "install.packages", title: "packages", unit: "count", plot: "value" }] }],
	measure: () => [],
};

const report = (packages: number, notes: string[] = []) => {
	const measurements = [fixed("install.packages", "`@orq/identities-client`", packages)];
	const results: Results = {
		day: "2026-01-01",
		seconds: 60,
		machine: {},
		versions: {},
		rows: [{ id: "install", measurements, notes }],
	};
	return reportOf(results, [row], "performance");
};

const lineOf = (text: string, what: string): string =>
	text.split("\n").find((line) => line.includes(what)) ?? "";

test("a goal that is reached is met, one that is missed says so, the rest was not measured", () => {
	expect(lineOf(report(4).text, "client, packages")).toContain("✓ met");
	expect(lineOf(report(5).text, "client, packages")).toContain("✗ not met");
	expect(lineOf(report(4).text, "client, median")).toContain("not measured");
});

test("a goal that is missed says what stands in the way, where something is known to", () => {
	const importing = (ratio: number) => {
		const measurements = [fixed("import.ms", "client", ratio, 1)];
		const rows = [{ id: "import", measurements, notes: [] }];
		return reportOf({ day: "2026-01-01", seconds: 60, machine: {}, versions: {}, rows }, [], "performance")
			.text;
	};
	expect(lineOf(importing(3), "- [import](#import), client, of openapi-fetch: ")).toContain("two packages");
	expect(importing(1)).not.toContain("stands in the way");
});

test("a row has its table and its plot, and tells what its reader must know", () => {
	const { text, plots } = report(4, ["Not all was there."]);
	expect(text).toContain("| `@orq/identities-client` | 4 |");
	expect(text).toContain("> Not all was there.");
	expect(Object.keys(plots)).toEqual(["install-packages.svg"]);
});

test("each goal is of a figure that some row has", () => {
	expect(goals.filter(({ figure }) => figure(() => fixed("m", "c", 1, 1)) === undefined)).toEqual([]);
});
