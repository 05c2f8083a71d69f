/** For tests: a small workspace at 1.0.0, as it lies after a release, in a folder of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printYaml } from "../document/yaml.ts";
import { fixture, identities, model } from "../fixture.ts";
import { identitiesFile, root as repository } from "../repository.ts";
import { writeApi, writeReleasedModel } from "./api.ts";

const folders = ["core", "client", "effect"] as const;
export type Folder = (typeof folders)[number];

/** The compiler writes `#private` for whatever private members a class has. */
export const declarations = (folder: Folder): string =>
	readFileSync(join(repository, "scripts/fixtures/released", `${folder}.d.ts`), "utf8").replaceAll(
		/(class \w+ [^{]*\{)/g,
		"$1\n\t#private;",
	);

/** Makes it, built as it was released. The caller takes it away. */
export function releasedWorkspace(): string {
	const root = mkdtempSync(join(tmpdir(), "orq-gate-test-"));
	for (const folder of folders) {
		put(root, `packages/${folder}/package.json`, JSON.stringify(manifest(folder)));
		build(root, folder, declarations(folder));
		const release = { version: "1.0.0", entries: { ".": "index.d.ts" } };
		writeApi(root, folder, release, { "index.d.ts": declarations(folder) });
	}
	put(root, identitiesFile, printYaml(identities(fixture("inline")), []));
	writeReleasedModel(root, model(fixture("inline")));
	symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
	return root;
}

/** Puts declarations in the place of a package's build. */
export const build = (root: string, folder: Folder, text: string): void =>
	put(root, `packages/${folder}/dist/index.d.ts`, text);

export function announce(root: string, level: string, name = "change"): void {
	const front = folders.map((folder) => `"@orq/identities-${folder}": ${level}`).join("\n");
	put(root, `.changeset/${name}.md`, `---\n${front}\n---\n\nSomething has changed.\n`);
}

export const clear = (root: string): void => rmSync(root, { recursive: true, force: true });

export function put(root: string, path: string, text: string): void {
	mkdirSync(join(root, path, ".."), { recursive: true });
	writeFileSync(join(root, path), text);
}

const manifest = (folder: Folder): object => ({
	name: `@orq/identities-${folder}`,
	version: "1.0.0",
	type: "module",
	publishConfig: { exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } } },
});
