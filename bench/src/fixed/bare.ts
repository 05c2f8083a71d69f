/**
 * What nobody can go below: packages that hold nothing, and the modules of effect that our client is made of, without
 * our client. They are measured beside the contenders, to show how much of a figure is ours.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { made, nodeModules } from "../places.ts";
import { loadingOf } from "./loading.ts";
import { bundling } from "./sizes.ts";

export const bare = {
	one: "an empty package",
	two: "an empty package that imports another",
	effect: "effect's modules alone, that ours imports",
} as const;

const emptyPackages = { "@bench/one": "export {};\n", "@bench/two": 'import "@bench/one";\nexport {};\n' };

/** Writes them, and gives what to import for each. */
export function emptySpecifiers(): Readonly<Record<"one" | "two", string>> {
	for (const [name, code] of Object.entries(emptyPackages)) {
		const folder = join(nodeModules, name);
		mkdirSync(folder, { recursive: true });
		const manifest = { name, type: "module", exports: { ".": "./index.js" } };
		writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
		writeFileSync(join(folder, "index.js"), code);
	}
	return { one: "@bench/one", two: "@bench/two" };
}

/** A file that imports them. */
export function effectModules(): string {
	const file = join(made, "probes/effect-modules.js");
	const { modules } = loadingOf("@orq/identities-effect", join(made, "probes"));
	const lines = modules
		.filter((url) => url.includes("/effect/dist/"))
		.map((url) => `import ${JSON.stringify(fileURLToPath(url))};\n`);
	writeFileSync(file, lines.join(""));
	return file;
}

/** A program that loads them, and lists a page with a plain `fetch` in an Effect; and its bundle. */
export function effectProgram(): { readonly script: string; readonly bundle: string } {
	const script = join(made, "programs/list/effect-modules.js");
	const bundle = join(made, "bundles/list/effect-modules.js");
	const lines = [
		`import ${JSON.stringify(effectModules())};`,
		'import * as Effect from "effect/Effect";',
		'import run from "./fetch.js";',
		"export default (baseUrl, apiKey) => Effect.runPromise(Effect.promise(() => run(baseUrl, apiKey)));",
	];
	writeFileSync(script, `${lines.join("\n")}\n`);
	buildSync({ ...bundling, entryPoints: [script], outfile: bundle, logLevel: "error" });
	return { script, bundle };
}
