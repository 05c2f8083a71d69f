/**
 * What nobody can go below: packages that hold nothing, and the modules of effect that our client is made of, without
 * our client. They are measured beside the contenders, to show how much of a figure is ours.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { made, nodeModules } from "../places.ts";
import { loadingOf } from "./loading.ts";

export const bare = {
	one: "an empty package",
	two: "an empty package that imports another",
	effect: "effect's modules alone, that ours imports",
} as const;

const emptyPackages = { "@bench/one": "export {};\n", "@bench/two": 'import "@bench/one";\nexport {};\n' };

/** Writes them, and gives what to import for each. */
export function bareSpecifiers(): Readonly<Record<keyof typeof bare, string>> {
	for (const [name, code] of Object.entries(emptyPackages)) {
		const folder = join(nodeModules, name);
		mkdirSync(folder, { recursive: true });
		const manifest = { name, type: "module", exports: { ".": "./index.js" } };
		writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
		writeFileSync(join(folder, "index.js"), code);
	}
	return { one: "@bench/one", two: "@bench/two", effect: effectModules() };
}

/** A file that imports them. */
function effectModules(): string {
	const file = join(made, "probes/effect-modules.js");
	const { modules } = loadingOf("@orq/identities-effect", join(made, "probes"));
	const lines = modules
		.filter((url) => url.includes("/effect/dist/"))
		.map((url) => `import ${JSON.stringify(url)};\n`);
	writeFileSync(file, lines.join(""));
	return file;
}

/** A program that loads them, and then lists a page with a plain `fetch`. */
export function effectProgram(): string {
	const file = join(made, "programs/list/effect-modules.js");
	const parts = [`import ${JSON.stringify(effectModules())};\n`, 'export { default } from "./fetch.js";\n'];
	writeFileSync(file, parts.join(""));
	return file;
}
