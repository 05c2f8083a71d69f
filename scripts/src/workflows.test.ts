/** What the workflows may do, and that what they call is there. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { root } from "./repository.ts";

interface Workflow {
	readonly permissions: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly "timeout-minutes"?: number;
}

const workflows = globSync(join(root, ".github/workflows/*.yml")).map((path) => {
	const text = readFileSync(path, "utf8");
	return { name: basename(path), text, workflow: load(text) as Workflow };
});
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
	readonly scripts: Readonly<Record<string, string>>;
};

describe.each(workflows)("$name", ({ text, workflow }) => {
	test("takes every action at a commit, with the version for people", () => {
		const uses = text.match(/uses: .*/g) ?? [];
		expect(uses.length).toBeGreaterThan(0);
		for (const line of uses) expect(line).toMatch(/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	test("gives no job more than it says", () => {
		expect(Object.values(workflow.permissions).every((level) => level === "read")).toBe(true);
		for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
	});

	test("calls scripts that the root has", () => {
		const called = [...text.matchAll(/pnpm@12 ([\w:]+)/g)].map(([, script = ""]) => script);
		const own = called.filter((script) => !["install", "pack"].includes(script));
		for (const script of own) expect(Object.keys(manifest.scripts)).toContain(script);
	});
});

test("only what publishes may sign, and it runs nothing of ours", () => {
	const signing = workflows.flatMap(({ name, workflow }) =>
		Object.entries(workflow.jobs)
			.filter(([, { permissions }]) => permissions?.["id-token"] === "write")
			.map(([job, { permissions }]) => [name, job, Object.keys(permissions ?? {})]),
	);
	expect(signing).toEqual([["release.yml", "publish", ["id-token"]]]);
});
