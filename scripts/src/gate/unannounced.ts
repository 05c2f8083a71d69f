/** Packages that have changed since the last release without a changeset that names them. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../document/json.ts";
import { sameJson } from "../document/json.ts";
import type { Package } from "../level/packages.ts";
import { isShipped } from "../workspace.ts";
import { git, lastRelease } from "./history.ts";
import type { Changeset } from "./pending.ts";

export interface Unannounced {
	readonly package: string;
	readonly files: readonly string[];
}

/**
 * None where no commit has written `api/` yet: there is nothing to compare with. Where every package is named, the
 * history isn't asked.
 */
export function unannounced(
	root: string,
	packages: readonly Package[],
	changesets: readonly Changeset[],
): Unannounced[] {
	const named = new Set(changesets.flatMap(({ levels }) => Object.keys(levels)));
	const silent = packages.filter(({ name }) => !named.has(name));
	if (silent.length === 0) return [];
	const since = lastRelease(root);
	if (since === undefined) return [];
	const changed = [
		...git(root, "diff", "--name-only", since, "--", "packages").split("\n"),
		...git(root, "ls-files", "--others", "--exclude-standard", "--", "packages").split("\n"),
	];
	return silent.flatMap(({ name, folder }) => {
		const own = changed.filter((path) => path.startsWith(`packages/${folder}/`));
		const files = own.filter((path) => isShipped(path.slice(`packages/${folder}/`.length)));
		const felt = [...files, ...manifestChange(root, folder, since)];
		return felt.length > 0 ? [{ package: name, files: felt }] : [];
	});
}

/** What users get of a manifest; scripts and what it is developed with are ours. */
function manifestChange(root: string, folder: string, since: string): string[] {
	const path = `packages/${folder}/package.json`;
	const before = spawnSync("git", ["show", `${since}:${path}`], { cwd: root, encoding: "utf8" });
	const now = readFileSync(join(root, path), "utf8");
	return before.status === 0 && sameJson(usersPart(before.stdout), usersPart(now)) ? [] : [path];
}

function usersPart(text: string): Json {
	const { scripts: _, devDependencies: __, build: ___, ...rest } = JSON.parse(text) as Record<string, Json>;
	return rest;
}
