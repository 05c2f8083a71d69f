/**
 * Shows that the peer range of effect is true: `pnpm test:effect-versions`. Packs the packages and installs them beside
 * the oldest effect of the range, and beside the newest one on the registry. There the Effect package's own tests,
 * README and examples compile and run against what is installed. Closes with `N passed, N failed`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { Checks, type Outcome, run } from "../checks.ts";
import { root } from "../repository.ts";
import { endsOf } from "./effect-range.ts";
import { layOutTests } from "./packed-tests.ts";
import { type Packed, pack } from "./tarballs.ts";

interface Manifest {
	readonly version: string;
	readonly peerDependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string): string => readFileSync(file, "utf8");
const manifestIn = (folder: string) => JSON.parse(read(join(folder, "package.json"))) as Manifest;

const { peerDependencies, devDependencies } = manifestIn(join(root, "packages/effect"));
const range = peerDependencies["effect"] ?? "";

/** What the tests need besides, as the repository has it. */
function toolsOf(): string[] {
	const { catalog } = load(read(join(root, "pnpm-workspace.yaml"))) as {
		readonly catalog: Readonly<Record<string, string>>;
	};
	const { devDependencies: ours } = manifestIn(root);
	return [
		...["@types/node", "fast-check", "vitest"].map((tool) => `${tool}@${catalog[tool]}`),
		`@effect/vitest@${devDependencies["@effect/vitest"]}`,
		`node@${ours["node"]}`,
		// The tests of what an editor shows use its API, which 7 does not have.
		"typescript@5.9.3",
		`ts7@npm:typescript@${catalog["typescript"]}`,
	];
}

/** All that the registry has of the range. */
function published(): readonly string[] {
	const seen = run(
		"npm",
		["view", `effect@${range}`, "version", "--json", "--loglevel=error", "--no-update-notifier"],
		{ cwd: work },
	);
	checks.need(`ask the registry for effect@${range}`, seen);
	return [JSON.parse(seen.output) as string | string[]].flat();
}

function tryWith(effect: string, packages: readonly Packed[]): void {
	const site = join(work, `effect-${effect}`);
	mkdirSync(site);
	writeFileSync(join(site, "package.json"), JSON.stringify({ private: true, type: "module" }));
	const tests = must("lay out the tests", () => layOutTests(root, site));
	const wanted = [...packages.map(({ tarball }) => tarball), `effect@${effect}`, ...toolsOf()];
	const args = ["install", "--no-audit", "--no-fund", "--save-exact", ...wanted];
	checks.need(`effect ${effect}: install`, run("npm", args, { cwd: site }));
	checks.check(`effect ${effect}: is the one that is installed`, isInstalled(effect, site));
	const node = (name: string, ...args: readonly string[]) =>
		checks.check(`effect ${effect}: ${name}`, run(process.execPath, args, { cwd: site, timeout: 300_000 }));
	const vitest = join(site, "node_modules/vitest/vitest.mjs");
	// First, since it writes the README's code, which is compiled once more below.
	node("the README's code and the examples run", vitest, "run", "--root", "examples");
	node("the demo runs", "examples/src/demo.ts");
	for (const compiler of ["typescript", "ts7"]) {
		const { version } = manifestIn(join(site, "node_modules", compiler));
		const tsc = join(site, "node_modules", compiler, "bin/tsc");
		node(`the tests compile with TypeScript ${version}`, tsc, "-p", "packages/effect");
		node(`the README's code and the examples compile with TypeScript ${version}`, tsc, "-p", "examples");
	}
	for (const test of tests) node(test, vitest, "run", "--root", "packages/effect", `src/${test}`);
}

/** Ends the whole run where this throws. */
function must<Value>(name: string, work: () => Value): Value {
	try {
		return work();
	} catch (thrown) {
		checks.need(name, { ok: false, output: String(thrown) });
		throw thrown;
	}
}

/** One copy, of this version: types and services of two would not fit together. */
function isInstalled(effect: string, site: string): Outcome {
	const { version } = manifestIn(join(site, "node_modules/effect"));
	const { output } = run("npm", ["ls", "effect", "--all", "--parseable"], { cwd: site });
	const copies = new Set(output.split("\n").filter((line) => line.endsWith("/effect")));
	return { ok: version === effect && copies.size === 1, output: `${version}\n${output}` };
}

const work = mkdtempSync(join(tmpdir(), "orq-identities-effect-"));
const checks = new Checks(() => rmSync(work, { recursive: true, force: true }));
const versions = must(`the ends of ${range}`, () => endsOf(range, published()));
console.log(
	versions.length > 1
		? `${range}: the oldest, ${versions[0]}, and the newest, ${versions[1]}.`
		: `${range}: the oldest, ${versions[0]}, is the newest too, and is tried once.`,
);
checks.need("build", run(join(root, "node_modules/.bin/turbo"), ["run", "build"], { cwd: root }));
const packages = pack(root, work, checks);
for (const effect of versions) tryWith(effect, packages);
checks.finish();
