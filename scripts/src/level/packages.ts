/** What the changes ask of each package, with the reasons. The packages of the SDK are released together. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Change } from "./change.ts";
import { highest, type Level } from "./level.ts";

export interface Package {
	readonly name: string;
	/** Its folder under `packages/`. */
	readonly folder: string;
}

export interface Verdict {
	readonly level: Level;
	readonly reasons: readonly string[];
}

/** The packages that are published, by their folders in `packages/`. */
export function publishedPackages(root: string): Package[] {
	return globSync(join(root, "packages/*/package.json"))
		.sort()
		.flatMap((manifest) => {
			const { name, private: own } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
			return own === true ? [] : [{ name, folder: basename(dirname(manifest)) }];
		});
}

interface Manifest {
	readonly name: string;
	readonly private?: boolean;
}

export function verdicts(packages: readonly Package[], changes: readonly Change[]): Record<string, Verdict> {
	return Object.fromEntries(
		packages.map(({ name, folder }) => {
			const felt = changes.map((change) => ({ change, level: levelIn(folder, change) }));
			const reasons = felt.filter(({ level }) => level !== "none").map(({ change }) => sentence(change));
			return [name, { level: highest(felt.map(({ level }) => level)), reasons }];
		}),
	);
}

/** The API in memory follows the operation table: what is new is not more to it than what is mended. */
function levelIn(folder: string, { level, elsewhere }: Change): Level {
	if (folder === "effect") return level;
	const own = elsewhere ?? level;
	return folder === "testing" && own !== "none" ? "patch" : own;
}

export const sentence = ({ where, what }: Pick<Change, "where" | "what">): string => `\`${where}\` ${what}`;
