/**
 * Tries the packages as a user gets them: `pnpm test:packages`. Packs them, lints the tarballs, installs them together
 * into a bare project outside the workspace, and runs and compiles programs there with the oldest and the newest
 * Node and TypeScript that we support. Closes with `N passed, N failed`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checks, run } from "../checks.ts";
import { root } from "../repository.ts";
import { install, pack } from "./tarballs.ts";

const bin = (name: string) => join(root, "scripts/node_modules/.bin", name);

/** The compilers and runtimes to try, under names of their own. */
const tools = [
	"ts5@npm:typescript@5.9.3",
	"ts7@npm:typescript@7.0.2",
	"node20@npm:node@20",
	"node24@npm:node@24",
];

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
			checks.check(
				`${typescript}: ${name}`,
				run(process.execPath, [compiler, "-p", config], { cwd: project }),
			);
		}
	}
}

const work = mkdtempSync(join(tmpdir(), "orq-identities-packages-"));
const checks = new Checks(() => rmSync(work, { recursive: true, force: true }));
checks.need("build", run(join(root, "node_modules/.bin/turbo"), ["run", "build"], { cwd: root }));
const packages = pack(root, work, checks);
for (const { name, tarball } of packages) {
	checks.check(`publint: ${name}`, run(bin("publint"), ["run", tarball, "--strict"], { cwd: work }));
	const attw = [tarball, "--profile", "esm-only"];
	checks.check(`are the types wrong: ${name}`, run(bin("attw"), attw, { cwd: work }));
}
const project = install(work, [...packages.map(({ tarball }) => tarball), ...tools], checks);
const installed = ["node20", "node24"].map((name) => [name, join(project, "node_modules", name, "bin/node")]);
/** CI gives us the Node of its matrix. */
const given = process.env["ORQ_TEST_NODE"];
for (const [name, runtime = ""] of [...installed, ...(given === undefined ? [] : [[given, given]])]) {
	for (const file of ["program.mjs", "program.cjs"]) {
		checks.check(`${name}: ${file}`, run(runtime, [file], { cwd: project, timeout: 60_000 }));
	}
}
compile(project);
checks.finish();
