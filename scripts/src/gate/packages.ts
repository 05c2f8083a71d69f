/**
 * Tries the packages as a user gets them: `pnpm test:packages`. Packs them, lints the tarballs, installs them together
 * into a bare project outside the workspace, and runs and compiles programs there with the oldest and the newest
 * Node and TypeScript that we support. Closes with `N passed, N failed`.
 */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const programs = fileURLToPath(new URL("../../fixtures/user", import.meta.url));
const bin = (name: string) => join(root, "scripts/node_modules/.bin", name);

let passed = 0;
let failed = 0;

function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}) {
	const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
	return { ok: status === 0, output: [stdout, stderr, error?.message].filter(Boolean).join("\n") };
}

function check(name: string, result: { readonly ok: boolean; readonly output: string }): void {
	console.log(`${result.ok ? "✓" : "✗"} ${name}`);
	if (result.ok) passed++;
	else {
		failed++;
		console.log(result.output);
	}
}

/** Ends the whole run: what follows would only repeat the failure. */
function need(name: string, result: { readonly ok: boolean; readonly output: string }): void {
	check(name, result);
	if (!result.ok) finish();
}

function finish(): never {
	rmSync(work, { recursive: true, force: true });
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

function pack(): { readonly name: string; readonly tarball: string }[] {
	return globSync(join(root, "packages/*/package.json")).map((manifest) => {
		const folder = dirname(manifest);
		const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as { name: string; version: string };
		// pnpm itself is on the path of its scripts.
		need(`pack ${name}`, run("pnpm", ["pack", "--pack-destination", work], { cwd: folder }));
		return { name, tarball: join(work, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
	});
}

/** A project as users have them, with the compilers and runtimes to try under names of their own. */
function install(tarballs: readonly string[]): string {
	const project = join(work, "project");
	mkdirSync(project);
	cpSync(programs, project, { recursive: true });
	writeFileSync(
		join(project, "package.json"),
		JSON.stringify({ name: "user", private: true, type: "module" }),
	);
	const tools = [
		"ts5@npm:typescript@5.9.3",
		"ts7@npm:typescript@7.0.2",
		"node20@npm:node@20",
		"node24@npm:node@24",
	];
	const args = ["install", "--no-audit", "--no-fund", ...tarballs, ...tools];
	need("install together", run("npm", args, { cwd: project }));
	return project;
}

const compilations = [
	{ name: "ESM under node16", module: "node16", moduleResolution: "node16", file: "program.mts" },
	{ name: "ESM under bundler", module: "esnext", moduleResolution: "bundler", file: "program.mts" },
	{ name: "CommonJS under nodenext", module: "nodenext", moduleResolution: "nodenext", file: "program.cts" },
];

function compile(project: string): void {
	for (const { name, file, ...modules } of compilations) {
		for (const typescript of ["ts5", "ts7"]) {
			const config = join(project, `tsconfig.${typescript}.${modules.module}.${file}.json`);
			const compilerOptions = {
				...modules,
				target: "es2022",
				strict: true,
				exactOptionalPropertyTypes: true,
				skipLibCheck: false,
				noEmit: true,
				types: [],
			};
			writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
			const compiler = join(project, "node_modules", typescript, "bin/tsc");
			check(`${typescript}: ${name}`, run(process.execPath, [compiler, "-p", config], { cwd: project }));
		}
	}
}

const work = mkdtempSync(join(tmpdir(), "orq-identities-packages-"));
need("build", run(join(root, "node_modules/.bin/turbo"), ["run", "build"], { cwd: root }));
const packages = pack();
for (const { name, tarball } of packages) {
	check(`publint: ${name}`, run(bin("publint"), ["run", tarball, "--strict"], { cwd: work }));
	check(`are the types wrong: ${name}`, run(bin("attw"), [tarball, "--profile", "esm-only"], { cwd: work }));
}
const project = install(packages.map(({ tarball }) => tarball));
for (const node of ["node20", "node24"]) {
	for (const file of ["program.mjs", "program.cjs"]) {
		const runtime = join(project, "node_modules", node, "bin/node");
		check(`${node}: ${file}`, run(runtime, [file], { cwd: project, timeout: 60_000 }));
	}
}
compile(project);
finish();
