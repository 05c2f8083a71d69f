/**
 * Tries the packed packages in the bundlers that users have: `pnpm test:bundlers`. Each program is bundled by esbuild,
 * Rollup, Vite and webpack, from the tarballs and without a warning, and what it does not use falls away.
 * Closes with `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/bundlers", import.meta.url));

/** The newest of each major version that users start with today. */
const bundlers = {
	esbuild: ["esbuild@0.28.2"],
	rollup: ["rollup@4.68.8", "@rollup/plugin-node-resolve@16.0.3", "@rollup/plugin-terser@1.0.2"],
	vite: ["vite@8.3.8"],
	webpack: ["webpack@5.112.2"],
};

interface Outcome {
	readonly ok: boolean;
	readonly output: string;
}

let passed = 0;
let failed = 0;

function run(command: string, args: readonly string[], cwd: string): Outcome {
	const env = { ...process.env, CI: "true", NO_COLOR: "1", NO_UPDATE_NOTIFIER: "1" };
	const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", cwd, env });
	return { ok: status === 0, output: [stdout, stderr, error?.message].filter(Boolean).join("\n") };
}

function check(name: string, { ok, output }: Outcome): void {
	console.log(`${ok ? "✓" : "✗"} ${name}`);
	if (ok) passed++;
	else {
		failed++;
		console.log(output);
	}
}

/** Ends the whole run: what follows would only repeat the failure. */
function need(name: string, outcome: Outcome): void {
	check(name, outcome);
	if (!outcome.ok) finish();
}

function finish(): never {
	rmSync(work, { recursive: true, force: true });
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

function pack(): string[] {
	return globSync(join(root, "packages/*/package.json")).map((manifest) => {
		const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as { name: string; version: string };
		const args = ["--yes", "pnpm@12", "pack", "--pack-destination", work];
		need(`pack ${name}`, run("npx", args, dirname(manifest)));
		return join(work, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
	});
}

function install(tarballs: readonly string[]): string {
	const project = join(work, "project");
	mkdirSync(project);
	cpSync(fixtures, project, { recursive: true });
	writeFileSync(
		join(project, "package.json"),
		JSON.stringify({ name: "user", private: true, type: "module" }),
	);
	const tools = Object.values(bundlers).flat();
	const args = ["install", "--no-audit", "--no-fund", "--save-exact", ...tarballs, "effect@4.1.0", ...tools];
	need("install together", run("npm", args, project));
	return project;
}

const work = mkdtempSync(join(tmpdir(), "orq-identities-bundlers-"));
need("build", run(join(root, "node_modules/.bin/turbo"), ["run", "build"], root));
const project = install(pack());
const programs = globSync("programs/*.js", { cwd: project }).sort();
for (const bundler of Object.keys(bundlers)) {
	for (const program of programs) {
		check(`${bundler}: ${program}`, run(process.execPath, [`${bundler}.js`, program], project));
	}
}
finish();
