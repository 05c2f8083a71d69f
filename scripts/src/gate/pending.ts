/** The changesets that wait for the next release, and how far up they take it. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "js-yaml";
import { DocumentProblem } from "../document/problem.ts";
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
	const place = `.changeset/${name}`;
	let found: unknown;
	try {
		found = load(front || "{}");
	} catch {
		const cure = 'Write a line for each package between two lines of `---`: `"@orq/identities-core": minor`.';
		throw new DocumentProblem(place, "does not begin with packages and their levels", cure);
	}
	const entries = Object.entries(typeof found === "object" && found !== null ? found : {});
	return Object.fromEntries(
		entries.map(([packageName, level]) => {
			const known = levels.find((each) => each === level);
			if (known) return [packageName, known];
			const cure = `Give one of ${levels.join(", ")}.`;
			throw new DocumentProblem(place, `${packageName} has the level ${String(level)}, which is none`, cure);
		}),
	);
}
