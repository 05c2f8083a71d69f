/**
 * Tries a year of updates: `pnpm test:updates`. In a copy of the tree the documents of four dates are taken over, one
 * after the other, as a maintainer does it; after each the gate and the scenarios have to pass. Then a user's
 * programs, written against the first revision, are compiled with each revision and run against the servers of
 * all of them, flat and wrapped. Closes with `N passed, N failed`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checks, type Outcome, run } from "../checks.ts";
import { copyTree } from "../copy.ts";
import { printYaml } from "../document/yaml.ts";
import { root } from "../repository.ts";
import { type Dated, dates } from "./dates.ts";
import { compileAt, keepRevision, tryAll } from "./revisions.ts";

const work = mkdtempSync(join(tmpdir(), "orq-identities-updates-"));
const tree = join(work, "tree");
const checks = new Checks(() => rmSync(work, { recursive: true, force: true }));
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

function takeOver({ name, document, level }: Dated, isFirst: boolean): void {
	const file = join(work, `${name}.yaml`);
	writeFileSync(file, printYaml(document, []));
	// The first takes the tree to where the year begins, wherever it is.
	const flags = isFirst ? ["--json", "--keep-ours"] : ["--json"];
	const outcome = script("spec-update.ts", file, ...flags);
	checks.need(`${name}: the update passes`, outcome);
	const summary = JSON.parse(
		outcome.output.slice(outcome.output.indexOf("{"), outcome.output.lastIndexOf("}") + 1),
	) as {
		readonly level: string;
		readonly unsettled: readonly string[];
		readonly times: Readonly<Record<string, number>>;
	};
	if (!isFirst) checks.check(`${name}: is ${level}`, same(summary.level, level));
	checks.check(`${name}: nothing needs a hand`, same(summary.unsettled.join("\n"), ""));
	const { slice = 0, generate = 0, level: judging = 0 } = summary.times;
	console.log(`  slice, generate and level: ${slice + generate + judging} ms`);
	const foreign = changedFiles().filter((path) => !isWritten(path));
	checks.check(`${name}: nothing else is written`, same(foreign.join("\n"), ""));
	commit(name);
	const again = script("spec-update.ts", file, "--json");
	checks.check(`${name}: the second time nothing changes`, same(changedFiles().join("\n"), "", again));
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

function refuseWhatDoesNotCompile(): void {
	const broken = join(tree, "packages/client/src/broken.ts");
	writeFileSync(broken, 'export const text: number = "text";\n');
	const first = dates[0];
	const before = changedFiles().join("\n");
	const { ok, output } = script("spec-update.ts", join(work, `${first?.name}.yaml`), "--keep-ours");
	const isTold = !ok && output.includes("broken.ts");
	checks.check("what doesn't compile is refused", { ok: isTold, output });
	checks.check("and leaves the tree as it was", same(changedFiles().join("\n"), before));
	rmSync(broken);
}

mkdirSync(tree);
copyTree(root, tree);
checks.need("a repository to work in", git("init", "--quiet"));
commit("start");
for (const [index, dated] of dates.entries()) {
	takeOver(dated, index === 0);
	if (index === 0) {
		checks.need("january is released", script("gate/api-update.ts"));
		commit("release");
	}
	tryRevision(dated.name);
}
for (const outcome of tryAll(
	work,
	dates.map(({ name }) => name),
))
	checks.check(outcome.name, outcome);
refuseWhatDoesNotCompile();
checks.finish();
