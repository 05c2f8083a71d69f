/** What an install brings. */
import { globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { contender, contenderNames } from "../contenders.ts";
import { filesIn } from "../fixed/packed.ts";
import { fixed, type Measurement } from "../measure/rounds.ts";
import { nodeModules } from "../places.ts";
import type { Bench, Row } from "../row.ts";

interface Manifest {
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
	readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Every folder that comes with a package: its dependencies, and the peers that npm installs by itself. */
function foldersOf(name: string, from: string, found: Set<string> = new Set()): Set<string> {
	const folder = resolved(name, from);
	if (found.has(folder)) return found;
	found.add(folder);
	const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
	const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
	const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional);
	for (const needed of [...Object.keys(dependencies), ...peers]) foldersOf(needed, folder, found);
	return found;
}

/** Where Node finds a package that is imported from a folder. */
function resolved(name: string, from: string): string {
	for (let folder = from; ; folder = dirname(folder)) {
		const candidate = join(folder, "node_modules", name);
		if (statSync(candidate, { throwIfNoEntry: false })) return realpathSync(candidate);
		if (folder === dirname(folder)) throw new Error(`${name} is not installed in reach of ${from}.`);
	}
}

function measure({ names }: Bench): Measurement[] {
	const lists = new Map(
		contenderNames
			.filter((name) => names.includes(name) && contender(name).installs.length > 0)
			.map(
				(name) =>
					[
						contender(name)
							.installs.map((one) => `\`${one}\``)
							.join(" + "),
						contender(name).installs,
					] as const,
			),
	);
	const together = [...lists].flatMap(([title, packages]) => {
		const folders = new Set<string>();
		for (const name of packages) foldersOf(name, dirname(nodeModules), folders);
		const each = [...folders].map(filesIn);
		return [
			fixed("install.packages", title, folders.size),
			fixed(
				"install.files",
				title,
				each.reduce((sum, { files }) => sum + files, 0),
			),
			fixed("install.size", title, each.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
		];
	});
	return [...together, ...globSync("@orq/identities-*", { cwd: nodeModules }).sort().flatMap(ownOf)];
}

/** One package of ours, without what it depends on. */
function ownOf(name: string): Measurement[] {
	const { files, bytes } = filesIn(join(nodeModules, name));
	return [fixed("install.own.files", name, files), fixed("install.own.size", name, bytes)];
}

export const install: Row = {
	id: "install",
	title: "Install",
	how:
		"Everything that an install brings, dependencies of dependencies and required peers included, as it lies on disk. " +
		"hey-api's client is generated into a user's own project and brings no package.",
	tables: [
		{
			metrics: [
				{ id: "install.packages", title: "packages", unit: "count" },
				{ id: "install.files", title: "files", unit: "count" },
				{ id: "install.size", title: "unpacked", unit: "MB", plot: "value" },
			],
		},
		{
			title: "Each of ours alone",
			metrics: [
				{ id: "install.own.files", title: "files", unit: "count" },
				{ id: "install.own.size", title: "unpacked", unit: "bytes" },
			],
		},
	],
	measure,
};
