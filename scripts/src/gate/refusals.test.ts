import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { identitiesFile } from "../repository.ts";
import { reportOf } from "./refusals.ts";
import { announce, build, clear, declarations, type Folder, put, releasedWorkspace } from "./released.ts";

let root = "";
beforeEach(() => {
	root = releasedWorkspace();
	git("init", "--quiet");
	commit();
});
afterEach(() => clear(root));

function git(...args: string[]): void {
	const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
	const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: root, encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
}
function commit(): void {
	git("add", "--all", "--force", "--", ".");
	git("commit", "--quiet", "--message", "All of it");
}

const refusals = (): readonly string[] => reportOf(root).refusals;
const edit = (folder: Folder, from: string, to: string): void =>
	build(root, folder, declarations(folder).replace(from, to));
const editDocument = (from: string, to: string): void =>
	put(root, identitiesFile, readFileSync(join(root, identitiesFile), "utf8").replace(from, to));

test("what has not changed may go, without a changeset", () => {
	expect(reportOf(root)).toEqual({
		lines: ["The next release has to be: none. The changesets announce: none."],
		refusals: [],
	});
});

test("a breaking change is refused with a minor changeset, by its name, and goes with a major one", () => {
	edit("client", "retrieve(id: string, options?", "retrieve(id: string, fields: string[], options?");
	announce(root, "minor");
	expect(refusals()).toEqual([
		[
			"major @orq/identities-client: `IdentitiesClient.retrieve` takes its arguments in other places: " +
				"(id, fields, options), it was (id, options)",
			"  The changesets announce only minor: raise one.",
		].join("\n"),
	]);
	announce(root, "major");
	expect(refusals()).toEqual([]);
});

test("the highest of several changesets counts", () => {
	edit("core", "search?: string | undefined;", "");
	announce(root, "minor", "one");
	announce(root, "major", "two");
	expect(refusals()).toEqual([]);
});

test("a limit, which no declaration shows, is found in the model alone", () => {
	editDocument("maximum: 50", "maximum: 20");
	announce(root, "minor");
	expect(refusals()).toEqual([
		expect.stringContaining(
			"major the model: `ListIdentitiesQuery.limit` has a tighter limit: `maximum` is 20, it was 50",
		),
	]);
});

test("what the model doesn't know is found in the declarations alone", () => {
	edit("client", "readonly timeoutMs?: number | undefined;", "");
	announce(root, "minor");
	expect(reportOf(root).lines).toEqual([
		"major @orq/identities-client: `RequestOptions.timeoutMs` is gone",
		"The next release has to be: major. The changesets announce: minor.",
	]);
});

test("only callers of the Effect client feel an error that is new: it asks for a major all the same", () => {
	edit("effect", "ServerError | IdentityNotFoundError>", "ServerError>");
	edit("client", "ApiCall<Identity, RetrieveIdentityError>", "ApiCall<Identity, ServerError>");
	const levels = reportOf(root).lines.map((line) => line.split(":")[0]);
	expect(levels).toEqual([
		"minor @orq/identities-client",
		"major @orq/identities-effect",
		"The next release has to be",
	]);
});

test("a type that says nothing is refused, whatever the changesets announce", () => {
	edit("core", "_id: string;", "_id: any;");
	announce(root, "major");
	const problem = "`Identity._id` is `any`, it was string. Give it a type.";
	expect(refusals()).toEqual([`@orq/identities-client: ${problem}`, `@orq/identities-core: ${problem}`]);
});

test("without a release to compare with, it says how to make one", () => {
	for (const folder of ["core", "client", "effect"])
		rmSync(join(root, "packages", folder, "api"), { recursive: true });
	expect(refusals()).toEqual([expect.stringContaining("Run `pnpm api:update`")]);
});

test("an api/ that got lost is missed, and so is the model", () => {
	rmSync(join(root, "packages/client/api"), { recursive: true });
	rmSync(join(root, "packages/core/api/model.json"));
	announce(root, "major");
	const cure = "isn't there. Take it back from the commit of the last release, and commit it.";
	expect(refusals()).toEqual([`packages/client/api: ${cure}`, `packages/core/api/model.json: ${cure}`]);
});

test("a package that no release had is new, which is minor", () => {
	const manifest = { name: "@orq/identities-extra", version: "0.0.0", publishConfig: {} };
	put(root, "packages/extra/package.json", JSON.stringify(manifest));
	expect(reportOf(root).lines).toContain("minor @orq/identities-extra: `@orq/identities-extra` is new");
	expect(refusals()).toHaveLength(2);
});

describe("before 1.0.0", () => {
	const folders: Folder[] = ["core", "client", "effect"];
	beforeEach(() => {
		const release = { version: "0.0.0", entries: { ".": "index.d.ts" } };
		for (const folder of folders) {
			put(root, `packages/${folder}/api/release.json`, JSON.stringify(release));
			const path = `packages/${folder}/package.json`;
			put(root, path, readFileSync(join(root, path), "utf8").replace("1.0.0", "0.0.0"));
		}
		announce(root, "major");
	});

	test("whatever changes goes with the changeset of the first release, and how to follow is told", () => {
		edit("core", "search?: string | undefined;", "");
		const { lines, refusals } = reportOf(root);
		expect(refusals).toEqual([]);
		expect(lines.at(-1)).toContain("`pnpm api:update`");
	});

	test("an api/ that is not there is made by a command", () => {
		rmSync(join(root, "packages/client/api"), { recursive: true });
		expect(refusals()).toEqual(["packages/client/api: isn't there. Run `pnpm api:update`, and commit it."]);
	});
});

describe("in a shallow clone", () => {
	function clone(depth: number): void {
		const folder = join(root, "clone");
		git("clone", "--quiet", "--depth", `${depth}`, `file://${root}`, folder);
	}

	test("what can't be told is not taken for nothing", () => {
		put(root, "packages/core/src/retry.ts", "export {};");
		commit();
		clone(1);
		expect(() => reportOf(join(root, "clone"))).toThrow(/this clone is shallow.*git fetch --unshallow/);
		announce(join(root, "clone"), "patch");
		expect(reportOf(join(root, "clone")).refusals).toEqual([]);
	});

	test("enough of a history is enough", () => {
		put(root, "README.md", "");
		commit();
		const model = join(root, "packages/core/api/model.json");
		put(root, "packages/core/api/model.json", `${readFileSync(model, "utf8")}\n`);
		commit();
		put(root, "packages/core/src/retry.ts", "export {};");
		commit();
		clone(3);
		expect(reportOf(join(root, "clone")).refusals).toEqual([
			expect.stringContaining("@orq/identities-core has changed"),
		]);
	});
});

describe("a package that has changed since the last release", () => {
	test("is refused without a changeset, committed or not, with its files", () => {
		put(root, "packages/core/src/retry.ts", "export {};");
		commit();
		put(root, "packages/client/src/new.ts", "export {};");
		expect(refusals()).toEqual([
			"@orq/identities-client has changed, and no changeset names it. Run `pnpm changeset`.\n  packages/client/src/new.ts",
			"@orq/identities-core has changed, and no changeset names it. Run `pnpm changeset`.\n  packages/core/src/retry.ts",
		]);
	});

	test("goes with a changeset that names it", () => {
		put(root, "packages/core/src/retry.ts", "export {};");
		announce(root, "patch");
		expect(refusals()).toEqual([]);
	});

	test("is not one whose tests have changed, or what it is developed with", () => {
		put(root, "packages/core/src/retry.test.ts", "");
		put(root, "packages/core/src/test/server.ts", "");
		const path = "packages/core/package.json";
		const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as object;
		put(root, path, JSON.stringify({ ...manifest, devDependencies: { vitest: "5" } }));
		expect(refusals()).toEqual([]);
		put(root, path, JSON.stringify({ ...manifest, dependencies: { "openapi-fetch": "1" } }));
		expect(refusals()).toHaveLength(1);
	});

	test("counts from the commit that wrote `api/` last", () => {
		put(root, "packages/core/src/retry.ts", "export {};");
		put(
			root,
			"packages/core/api/release.json",
			JSON.stringify({ version: "1.1.0", entries: { ".": "index.d.ts" } }),
		);
		commit();
		expect(refusals()).toEqual([]);
	});
});
