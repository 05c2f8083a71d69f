/** The command itself, run in a copy of what it reads and writes. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { generatedFolders, identitiesFile, overlayFile, root, upstreamFile } from "./repository.ts";

const copy = mkdtempSync(join(tmpdir(), "orq-generate-test-"));
afterAll(() => rmSync(copy, { recursive: true }));

beforeEach(() => {
	rmSync(copy, { recursive: true });
	for (const path of ["openapi", "scripts/src", ...generatedFolders]) {
		cpSync(join(root, path), join(copy, path), { recursive: true });
	}
	mkdirSync(copy, { recursive: true });
	for (const path of ["package.json", "biome.json"]) cpSync(join(root, path), join(copy, path));
	for (const path of ["node_modules", "scripts/node_modules"])
		symlinkSync(join(root, path), join(copy, path));
});

const generate = (...flags: string[]) =>
	spawnSync(process.execPath, [join(copy, "scripts/src/generate.ts"), ...flags], { encoding: "utf8" });
const read = (path: string): string => readFileSync(join(copy, path), "utf8");
const edit = (path: string, change: (text: string) => string): void =>
	writeFileSync(join(copy, path), change(read(path)));

const methods = "packages/client/src/generated/methods.ts";

test("--check is content with what is committed", () => {
	expect(generate("--check")).toMatchObject({ status: 0, stderr: "" });
});

test("an argument that is not known is refused, and nothing is written", () => {
	edit(methods, () => "stale");
	for (const flag of ["--chek", "check"]) {
		const { status, stderr } = generate(flag);
		expect(status).toBe(2);
		expect(stderr).toMatch(/Usage: pnpm generate \[--check\]/);
	}
	expect(read(methods)).toBe("stale");
});

test("--check names each file that was edited by hand, and one that nothing generates, and changes none", () => {
	edit(identitiesFile, (text) => text.replace("maximum: 50", "maximum: 51"));
	edit(methods, (text) => `${text}\n`);
	writeFileSync(join(copy, "packages/core/src/generated/extra.ts"), "");
	const { status, stderr } = generate("--check");
	expect(status).toBe(1);
	expect(
		stderr
			.trim()
			.split("\n")
			.map((line) => line.split(":")[0]),
	).toEqual([identitiesFile, methods, "packages/core/src/generated/extra.ts"]);
	expect(read(identitiesFile)).toContain("maximum: 51");
});

test("without it, the files are written again", () => {
	edit(methods, () => "");
	expect(generate().status).toBe(0);
	expect(read(methods)).toBe(readFileSync(join(root, methods), "utf8"));
});

test("a change of the overlay goes through to the types", () => {
	edit(overlayFile, (text) => text.replace("maximum: 50", "maximum: 20"));
	expect(generate().status).toBe(0);
	expect(read("packages/core/src/generated/types.ts")).toContain("A whole number, 1 to 20");
	expect(read("packages/core/src/generated/operations.ts")).toContain("maximum: 20");
});

test.each<[string, string, (text: string) => string, RegExp]>([
	[
		"no YAML",
		overlayFile,
		(text) => text.replace("actions:", "actions: ["),
		/^openapi\/overlay\.yaml: .*\(\d+:\d+\)/,
	],
	[
		"an overlay that misses",
		overlayFile,
		(text) => text.replace("'limit'", "'limits'"),
		/the update of \$.*'limits'.* matches nothing/,
	],
	[
		"what the clients can't express",
		upstreamFile,
		(text) => text.replace("in: query", "in: header\n          required: true"),
		/parameters\/\d+: asks for the header/,
	],
])(
	"a document that can't be used (%s) is told where and why, and no file changes",
	(_, path, change, message) => {
		edit(path, change);
		edit(methods, () => "stale");
		const { status, stderr } = generate();
		expect(status).toBe(1);
		expect(stderr).toMatch(message);
		expect(stderr).not.toContain("    at ");
		expect(read(methods)).toBe("stale");
	},
);
