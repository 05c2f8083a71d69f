/**
 * `pnpm generate` writes what follows from openapi/upstream.yaml and openapi/overlay.yaml.
 * `--check` writes nothing: it names each file that is stale or was edited by hand, and exits with 1.
 * A document that can't be used is told where and why, and every file stays as it was.
 */
import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { DocumentProblem } from "./document/problem.ts";
import { parseYaml } from "./document/yaml.ts";
import { changesOf, readText, writeFiles } from "./generated-tree.ts";
import { overlayFile, root, upstreamFile } from "./repository.ts";

enableCompileCache();

const document = (path: string) => parseYaml(readText(root, path) ?? "", path);

async function generate(check: boolean): Promise<number> {
	const [upstream, overlay] = [document(upstreamFile), document(overlayFile)];
	// The compiler behind openapi-typescript takes longest to load: not before the documents are read.
	const { generatedFiles } = await import("./generated.ts");
	const files = await generatedFiles(upstream, overlay);
	const changes = Object.entries(changesOf(root, files));
	if (check) {
		for (const [path, text] of changes) {
			const problem = text === undefined ? "nothing generates it" : "stale, or edited by hand";
			console.error(`${path}: ${problem}. Run \`pnpm generate\`.`);
		}
		return changes.length > 0 ? 1 : 0;
	}
	writeFiles(root, Object.fromEntries(changes));
	console.log(`${Object.keys(files).length} files generated, ${changes.length} of them changed.`);
	return 0;
}

/** Undefined where the command line says something that is not known, which is told. */
function isCheck(): boolean | undefined {
	try {
		return parseArgs({ options: { check: { type: "boolean", default: false } } }).values.check;
	} catch (thrown) {
		if (!(thrown instanceof TypeError)) throw thrown;
		console.error(`generate: ${thrown.message}\n  Usage: pnpm generate [--check]`);
		return undefined;
	}
}

try {
	const check = isCheck();
	process.exitCode = check === undefined ? 2 : await generate(check);
} catch (thrown) {
	if (!(thrown instanceof DocumentProblem)) throw thrown;
	console.error(thrown.message);
	process.exitCode = 1;
}
