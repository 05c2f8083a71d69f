/**
 * Tries a year of updates: `pnpm test:updates [folder]`. In a copy of the tree the documents of several dates are taken
 * over, one after the other, as a maintainer does it; after each the gate and the scenarios have to pass. Then a user's
 * programs, written against the first revision, are compiled with each revision and run against the servers of
 * all of them, flat and wrapped. Closes with `N passed, N failed`.
 *
 * The documents are our own, in the manner of the real ones, or those of a folder in the order of their names: then
 * none may break callers.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checks, type Outcome, run } from "../checks.ts";
import { copyTree } from "../copy.ts";
import { root } from "../repository.ts";
import { type Publication, publicationsIn, publishedYear } from "./publications.ts";
import { compileAt, keepRevision, tryAll } from "./revisions.ts";

const work = mkdtempSync(join(tmpdir(), "orq-identities-updates-"));
const tree = join(work, "tree");
const checks: Checks = new Checks(() => rmSync(work, { recursive: true, force: true }));
const script = (path: string, ...args: string[]): Outcome =>
	run(process.execPath, [join(tree, "scripts/src", path), ...args], { cwd: tree });

function git(...args: string[]): Outcome {
	const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
	return run("git", [...identity, ...args], { cwd: tree });
}
function commit(message: string): void {
	checks.need(`commit: ${message}`, git("add", "--all"));
	git("commit", "--quiet", "--allow-empty", "--message", message);
}

const changedFiles = (): string[] =>
	git("status", "--porcelain", "--untracked-files=all")
		.output.split("\n")
		.filter((line) => line !== "")
		.map((line) => line.slice(3));

/** What an update may write; everything else would be an edit by hand. */
const isWritten = (path: string): boolean =>
	/^(openapi\/(upstream|identities)\.yaml|packages\/\w+\/src\/generated\/\w+\.ts|\.changeset\/spec-\w+\.md)$/.test(
		path,
	);

interface Summary {
	readonly level: string;
	readonly unsettled: readonly string[];
	readonly times: Readonly<Record<string, number>>;
}

function takeOver({ name, file, level }: Publication, isFirst: boolean): void {
	// The first takes the tree to where the year begins, wherever it is.
	const flags = isFirst ? ["--json", "--keep-ours"] : ["--json"];
	const outcome = script("spec-update.ts", file, ...flags);
	checks.need(`${name}: the update passes`, outcome);
	const summary = JSON.parse(
		outcome.output.slice(outcome.output.indexOf("{"), outcome.output.lastIndexOf("}") + 1),
	) as Summary;
	if (!isFirst) checkLevel(name, summary.level, level);
	checks.check(`${name}: nothing needs a hand`, same(summary.unsettled.join("\n"), ""));
	const { slice = 0, generate = 0, level: judging = 0 } = summary.times;
	console.log(`  slice, generate and level: ${slice + generate + judging} ms`);
	const foreign = changedFiles().filter((path) => !isWritten(path));
	checks.check(`${name}: nothing else is written`, same(foreign.join("\n"), ""));
	commit(name);
	const again = script("spec-update.ts", file, "--json");
	checks.check(`${name}: the second time nothing changes`, same(changedFiles().join("\n"), "", again));
}

function checkLevel(name: string, found: string, wanted: Publication["level"]): void {
	if (wanted !== undefined) checks.check(`${name}: is ${wanted}`, same(found, wanted));
	else checks.check(`${name}: breaks nobody (${found})`, { ok: found !== "major", output: found });
}

const same = (found: string, wanted: string, before: Outcome = { ok: true, output: "" }): Outcome => ({
	ok: before.ok && found === wanted,
	output: `${before.output}\nfound: ${found}\nwanted: ${wanted}`,
});

function tryRevision(name: string): void {
	checks.check(`${name}: the gate lets it pass`, script("gate/gate.ts"));
	const vitest = join(root, "node_modules/vitest/vitest.mjs");
	const clients = ["client", "effect", "browser"].map((client) => `conformance/src/${client}.test`);
	const scenarios = ["run", "--project", "conformance", "--reporter", "default", ...clients];
	checks.check(`${name}: scenarios`, run(process.execPath, [vitest, ...scenarios], { cwd: tree }));
	keepRevision(tree, work, name);
	checks.check(`${name}: the user's programs compile`, compileAt(work, name));
}

function refuseWhatDoesNotCompile({ file }: Publication): void {
	const broken = join(tree, "packages/client/src/broken.ts");
	writeFileSync(broken, 'export const text: number = "text";\n');
	const before = changedFiles().join("\n");
	const { ok, output } = script("spec-update.ts", file, "--keep-ours");
	const isTold = !ok && output.includes("broken.ts");
	checks.check("what doesn't compile is refused", { ok: isTold, output });
	checks.check("and leaves the tree as it was", same(changedFiles().join("\n"), before));
	rmSync(broken);
}

const [folder] = process.argv.slice(2);
const year = folder === undefined ? publishedYear(work) : publicationsIn(folder);
const [first] = year;
if (!first || year.length < 2) {
	checks.check("documents to take over", {
		ok: false,
		output: `${folder}: has to hold two of them, or more.`,
	});
	checks.finish();
}
mkdirSync(tree);
copyTree(root, tree);
checks.need("a repository to work in", git("init", "--quiet"));
commit("start");
for (const publication of year) {
	takeOver(publication, publication === first);
	if (publication === first) {
		checks.need(`${first.name} is released`, script("gate/api-update.ts", "--release"));
		commit("release");
	}
	tryRevision(publication.name);
}
for (const outcome of tryAll(
	work,
	year.map(({ name }) => name),
)) {
	checks.check(outcome.name, outcome);
}
refuseWhatDoesNotCompile(first);
checks.finish();
