/** The changesets that wait for the next release, and how far up they take it. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "js-yaml";
import { highest, type Level, levels } from "../level/level.ts";

export interface Changeset {
	readonly file: string;
	/** Package → level. */
	readonly levels: Readonly<Record<string, Level>>;
}

export function pendingChangesets(root: string): Changeset[] {
	return globSync(join(root, ".changeset/*.md"))
		.sort()
		.filter((path) => basename(path) !== "README.md")
		.map((path) => ({
			file: `.changeset/${basename(path)}`,
			levels: levelsIn(readFileSync(path, "utf8"), basename(path)),
		}));
}

/** The packages are released together, so the highest of all counts for each. */
export const pendingLevel = (changesets: readonly Changeset[]): Level =>
	highest(changesets.flatMap((changeset) => Object.values(changeset.levels)));

function levelsIn(text: string, name: string): Record<string, Level> {
	const [, front = ""] = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text) ?? [];
	const found: unknown = load(front || "{}");
	const entries = Object.entries(typeof found === "object" && found !== null ? found : {});
	return Object.fromEntries(
		entries.map(([packageName, level]) => {
			const known = levels.find((each) => each === level);
			if (known) return [packageName, known];
			throw new Error(`.changeset/${name}: ${packageName} has the level ${String(level)}, which is none.`);
		}),
	);
}
