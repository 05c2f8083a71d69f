/**
 * `pnpm release:dry`: a release from beginning to end, but for the publishing, all of it in a temporary clone. Versions,
 * builds and packs, installs the tarballs into a bare project, runs programs there, and shows the changelogs.
 * Closes with `N passed, N failed`; the working tree is as it was.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checks, run } from "../checks.ts";
import { copyTree } from "../copy.ts";
import { install, pack } from "../gate/tarballs.ts";
import { publishedPackages } from "../level/packages.ts";
import { root } from "../repository.ts";

const work = mkdtempSync(join(tmpdir(), "orq-identities-release-"));
const checks = new Checks(() => rmSync(work, { recursive: true, force: true }));
const clone = join(work, "clone");

const status = (): string =>
	run("git", ["status", "--porcelain", "--untracked-files=all"], { cwd: root }).output;

/** The history, for the changelogs, and the files as they lie in the tree. */
function makeClone(): void {
	checks.need("clone", run("git", ["clone", "--quiet", "--no-checkout", root, clone]));
	copyTree(root, clone);
	checks.need("its index", run("git", ["reset", "--quiet"], { cwd: clone }));
}

function showChangelogs(): void {
	for (const { name, folder } of publishedPackages(clone)) {
		const file = join(clone, "packages", folder, "CHANGELOG.md");
		const text = existsSync(file) ? readFileSync(file, "utf8") : "";
		const [, newest = "nothing to release"] = text.split(/^(?=## )/m);
		console.log(`\n— ${name}\n${newest.trim()}`);
	}
}

const before = status();
makeClone();
const version = join(clone, "scripts/src/release/version.ts");
checks.need("version", run(process.execPath, [version], { cwd: clone }));
const packages = pack(clone, work, checks);
for (const { name, version: number } of packages) console.log(`  ${name} ${number}`);
const project = install(
	work,
	packages.map(({ tarball }) => tarball),
	checks,
);
for (const file of ["program.mjs", "program.cjs"]) {
	checks.check(file, run(process.execPath, [file], { cwd: project, timeout: 60_000 }));
}
showChangelogs();
checks.check("the working tree is as it was", { ok: status() === before, output: status() });
checks.finish();
