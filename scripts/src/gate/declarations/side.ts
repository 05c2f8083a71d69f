/**
 * The two sides that are compared: what the last release declared (`api/`), and what the build declares (`dist/`).
 * A file of one side imports from our packages on the same side; whatever else it imports is installed once.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Package } from "../../level/packages.ts";
import type { Manifest } from "../../workspace.ts";
import { apiFolder, readRelease } from "../api.ts";

export type Side = "released" | "built";

/** The entries for our own packages: outside of semver, and outside of the gate. */
export const isInternal = (entry: string): boolean => entry === "./internal";

/** The declarations of each entry of a package on one side, by entry; none where that side has none. */
export function entriesOf(root: string, { folder }: Package, side: Side): Record<string, string> {
	if (side === "released") {
		const released = readRelease(root, folder)?.entries ?? {};
		return mapValues(released, (path) => join(apiFolder(root, folder), path));
	}
	const manifest = JSON.parse(
		readFileSync(join(root, "packages", folder, "package.json"), "utf8"),
	) as Manifest;
	const entries = Object.entries(manifest.publishConfig?.exports ?? {}).flatMap(([entry, target]) => {
		const types = typeof target === "string" ? undefined : join(root, "packages", folder, target.types);
		return types !== undefined && existsSync(types) ? [[entry, types] as const] : [];
	});
	return Object.fromEntries(entries);
}

/** `@orq/identities-core/internal` → the file that declares it on a side. */
export function siblingFile(
	root: string,
	packages: readonly Package[],
	specifier: string,
	side: Side,
): string | undefined {
	const owner = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
	if (!owner) return undefined;
	return entriesOf(root, owner, side)[`.${specifier.slice(owner.name.length)}`];
}

const mapValues = (of: Readonly<Record<string, string>>, change: (value: string) => string) =>
	Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));
