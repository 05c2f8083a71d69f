/**
 * `pnpm generate` writes what follows from openapi/upstream.yaml and openapi/overlay.yaml.
 * `--check` writes nothing: it names each file that is stale or was edited by hand, and exits with 1.
 * A document that can't be used is told where and why, and every file stays as it was.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { DocumentProblem } from "./document/problem.ts";
import { parseYaml } from "./document/yaml.ts";
import { generatedFolders, overlayFile, root, upstreamFile } from "./repository.ts";

enableCompileCache();

const read = (path: string): string | undefined =>
	existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;

const document = (path: string) => parseYaml(read(path) ?? "", path);

/** Files in the generated folders that nothing generates any more. */
const left = (files: Readonly<Record<string, string>>): string[] =>
	generatedFolders
		.filter((folder) => existsSync(join(root, folder)))
		.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
		.filter((path) => !(path in files) && !path.includes(".test"));

async function generate(check: boolean): Promise<number> {
	// The compiler behind openapi-typescript takes longest to load: not before the documents are read.
	const { generatedFiles } = await import("./generated.ts");
	const files = await generatedFiles(document(upstreamFile), document(overlayFile));
	const stale = Object.entries(files).filter(([path, text]) => read(path) !== text);
	const extra = left(files);
	if (check) {
		for (const [path] of stale) console.error(`${path}: stale, or edited by hand. Run \`pnpm generate\`.`);
		for (const path of extra) console.error(`${path}: nothing generates it. Run \`pnpm generate\`.`);
		return stale.length + extra.length > 0 ? 1 : 0;
	}
	for (const [path, text] of stale) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	for (const path of extra) rmSync(join(root, path));
	console.log(`${Object.keys(files).length} files generated, ${stale.length} of them changed.`);
	return 0;
}

try {
	process.exitCode = await generate(process.argv.includes("--check"));
} catch (thrown) {
	if (!(thrown instanceof DocumentProblem)) throw thrown;
	console.error(thrown.message);
	process.exitCode = 1;
}
