/**
 * `pnpm release:version`: makes a release of the changesets that wait. They become versions and changelogs, and
 * `api/` holds from now on what this release promises. Run by the version pull request.
 */
import { globSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, run } from "../checks.ts";
import { pnpm } from "../gate/tarballs.ts";
import { biome, root } from "../repository.ts";

const script = (path: string, ...args: string[]): Outcome =>
	run(process.execPath, [join(root, "scripts/src", path), ...args], { cwd: root });

const changelogs = (): string[] => globSync("packages/*/CHANGELOG.md", { cwd: root });

const steps: readonly [name: string, run: () => Outcome][] = [
	[
		"versions and changelogs",
		() => run(join(root, "node_modules/.bin/changeset"), ["version"], { cwd: root }),
	],
	["changelogs in our form", () => run(biome, ["format", "--write", ...changelogs()], { cwd: root })],
	["generated files", () => script("generate.ts")],
	["api/", () => script("gate/api-update.ts", "--release")],
	["lockfile", () => pnpm(["install", "--lockfile-only", "--ignore-scripts"], root)],
];

for (const [name, step] of steps) {
	const { ok, output } = step();
	console.log(`${ok ? "✓" : "✗"} ${name}\n${output.trim()}`);
	if (!ok) {
		process.exitCode = 1;
		break;
	}
}
