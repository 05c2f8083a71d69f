/**
 * What an import does besides running: which modules it loads, and whether it touches what makes Node load its fetch.
 * Seen in a fresh process, where getters lie in wait on the globals.
 */
import { spawnSync } from "node:child_process";

export interface Loading {
	/** The files that were loaded, as URLs. */
	readonly modules: readonly string[];
	/** What was touched, and by which line. */
	readonly touched: readonly { readonly name: string; readonly by: string }[];
}

/** `folder` is where the importing file would lie. */
export function loadingOf(specifier: string, folder: string, node = process.execPath): Loading {
	const args = ["--no-warnings", "--input-type=module", "--eval", watcher, specifier];
	const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, encoding: "utf8" });
	if (status !== 0) throw new Error(`import ${JSON.stringify(specifier)} in ${folder}:\n${stderr}`);
	return JSON.parse(stdout) as Loading;
}

const watcher = `
import { registerHooks } from "node:module";
const modules = [];
const touched = [];
for (const name of ["Headers", "Request", "Response"]) {
	const { get, value } = Object.getOwnPropertyDescriptor(globalThis, name);
	Object.defineProperty(globalThis, name, {
		configurable: true,
		get() {
			const by = new Error().stack.split("\\n")[2] ?? "";
			touched.push({ name, by: by.trim().replace(/^at /, "") });
			return get ? get.call(globalThis) : value;
		},
	});
}
registerHooks({
	load(url, context, next) {
		if (url.startsWith("file:")) modules.push(url);
		return next(url, context);
	},
});
await import(process.argv[1]);
console.log(JSON.stringify({ modules, touched }));
`;
