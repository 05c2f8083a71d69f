/** For tests: a tree that follows a fixture's document, as far as an update reads and writes it. */
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { JsonObject } from "../document/json.ts";
import { printYaml } from "../document/yaml.ts";
import { identities, model, upstream } from "../fixture.ts";
import { filesOf } from "../generated.ts";
import { writeFiles } from "../generated-tree.ts";
import { overlayFile, root as repository, upstreamFile } from "../repository.ts";
import { upstreamComment } from "../upstream/upstream.ts";

export async function treeOf(published: JsonObject): Promise<string> {
	const root = mkdtempSync(join(tmpdir(), "orq-update-test-"));
	for (const path of [overlayFile, ...globSync("packages/*/package.json", { cwd: repository })]) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		cpSync(join(repository, path), join(root, path));
	}
	writeFiles(root, {
		[upstreamFile]: printYaml(upstream(published), upstreamComment),
		...(await filesOf(identities(published), model(published))),
	});
	return root;
}

/** Every file of a tree with its text: equal for trees that no byte tells apart. */
export const contentsOf = (root: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(root, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => [relative(root, path), readFileSync(path, "utf8")]),
	);

export const clear = (root: string): void => rmSync(root, { recursive: true, force: true });
