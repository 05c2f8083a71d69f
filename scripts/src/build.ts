/**
 * Builds the package in the current folder: `node ../../scripts/src/build.ts`.
 * `publishConfig.exports` names the entries: `./dist/index.js` is made of `src/index.ts`, a `bin` likewise.
 * Each entry is one file, because that halves the import time; what entries share lies in a common chunk,
 * so that a class exists once. Declarations stay one file for each module. `publishConfig.imports` names files of their
 * own too, which entries import by a name (`#name`) that has another meaning for other tools.
 * `"build": { "whole": "./dist/internal.js" }` names an entry that has all that the others have: they only re-export
 * it, and siblings import it, so that the package is one file to load.
 * `"build": { "apart": true }` shares nothing between entries: where nothing has to exist once.
 * `"build": { "selfContained": true }` takes all that an entry imports into its file, for pages that load it as it is;
 * `"minified"` names the files that a page downloads so.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "@swc/core";
import { type BuildOptions, build, type Plugin } from "esbuild";

interface Manifest {
	readonly name: string;
	readonly bin?: string | Readonly<Record<string, string>>;
	readonly publishConfig?: {
		readonly exports?: Readonly<Record<string, string | Conditions>>;
		readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	};
	readonly build?: {
		readonly apart?: boolean;
		readonly selfContained?: boolean;
		readonly minified?: readonly string[];
		readonly whole?: string;
	};
}
interface Conditions {
	readonly types: string;
	readonly default: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.cwd();
const dist = join(folder, "dist");

const readManifest = (of: string): Manifest =>
	JSON.parse(readFileSync(join(of, "package.json"), "utf8")) as Manifest;

/** The entries of a manifest with code: `./package.json` is none. */
const entriesOf = (manifest: Manifest): [subpath: string, Conditions][] =>
	Object.entries(manifest.publishConfig?.exports ?? {}).flatMap(([subpath, target]) =>
		typeof target === "string" ? [] : [[subpath, target] satisfies [string, Conditions]],
	);

const binsOf = ({ bin = {} }: Manifest): string[] => (typeof bin === "string" ? [bin] : Object.values(bin));

const importsOf = ({ publishConfig = {} }: Manifest): string[] =>
	Object.values(publishConfig.imports ?? {}).flatMap((byCondition) => Object.values(byCondition));

const sourceOf = (target: string): string => join(folder, "src", `${basename(target, ".js")}.ts`);

const siblings = (): { readonly folder: string; readonly manifest: Manifest }[] =>
	globSync(join(dirname(folder), "*/package.json"))
		.map((path) => ({ folder: dirname(path), manifest: readManifest(dirname(path)) }))
		.filter((sibling) => sibling.folder !== folder);

/** Where the compiler finds our other packages: in what they publish, as a user's compiler does. */
const siblingDeclarations = (): Record<string, string[]> =>
	Object.fromEntries(
		siblings().flatMap(({ folder, manifest }) =>
			entriesOf(manifest).map(([subpath, { types }]) => [
				manifest.name + subpath.slice(1),
				[join(folder, types)],
			]),
		),
	);

/** Our other packages' main entries by the entry that has the whole package. */
const wholeSiblings: Plugin = {
	name: "whole siblings",
	setup(build) {
		for (const { manifest } of siblings()) {
			const { name, build: { whole } = {} } = manifest;
			const subpath = entriesOf(manifest).find(([, target]) => target.default === whole)?.[0];
			if (subpath === undefined) continue;
			const filter = new RegExp(`^${name}$`);
			build.onResolve({ filter }, () => ({ path: name + subpath.slice(1), external: true }));
		}
	},
};

/** What an entry names is in this file. */
const namesOnly = (whole: string): Plugin => ({
	name: "names only",
	setup(build) {
		const path = `./${basename(whole)}`;
		build.onResolve({ filter: /^\.{1,2}\// }, ({ kind }) =>
			kind === "entry-point" ? undefined : { path, external: true },
		);
	},
});

/** False where the compiler found something wrong, which it has then said itself. */
function emitDeclarations(sources: readonly string[]): boolean {
	const project = join(dist, "tsconfig.json");
	const compilerOptions = {
		noEmit: false,
		declaration: true,
		emitDeclarationOnly: true,
		rootDir: join(folder, "src"),
		outDir: dist,
		paths: siblingDeclarations(),
	};
	writeFileSync(
		project,
		JSON.stringify({ extends: join(folder, "tsconfig.json"), compilerOptions, files: sources, include: [] }),
	);
	const compiler = join(root, "node_modules/typescript/bin/tsc");
	const { status } = spawnSync(process.execPath, [compiler, "-p", project], { stdio: "inherit" });
	rmSync(project);
	for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
		if (name.endsWith(".d.ts")) pointToJavaScript(join(dist, name));
	}
	return status === 0;
}

/** The compiler leaves `./x.ts` in declarations, which users without our options can't resolve. */
function pointToJavaScript(declaration: string): void {
	const text = readFileSync(declaration, "utf8");
	const mended = text.replace(/((?:\bfrom|\bimport)\s*\(?\s*["']\.{1,2}\/[^"']+)\.ts(["'])/g, "$1.js$2");
	if (mended !== text) writeFileSync(declaration, mended);
}

/** By SWC, whose output gzips to some 5 % less than esbuild's. */
async function minifyFile(file: string): Promise<void> {
	const { outputFiles } = await build({ ...options, entryPoints: [sourceOf(file)], write: false });
	const { code } = await minify(outputFiles[0]?.text ?? "", {
		module: true,
		ecma: 2022,
		compress: { ecma: 2022, passes: 4, unsafe_arrows: true },
		mangle: true,
	});
	writeFileSync(file, `${code}\n`);
}

const manifest = readManifest(folder);
const { apart = false, selfContained = false, minified = [], whole } = manifest.build ?? {};
const bins = binsOf(manifest);
const targets = [...new Set([...entriesOf(manifest).map(([, target]) => target.default), ...bins])];
if (targets.length === 0) {
	console.error(`${relative(root, folder)}/package.json: \`publishConfig.exports\` names no entry to build.`);
	process.exit(1);
}
const sources = targets.map(sourceOf);
const minifiedSources = minified.map(sourceOf);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const options = {
	outdir: dist,
	bundle: true,
	format: "esm",
	target: "es2022",
	platform: "neutral",
	packages: selfContained ? "bundle" : "external",
	external: Object.keys(manifest.publishConfig?.imports ?? {}),
	splitting: !apart && !selfContained,
	chunkNames: "shared-[hash]",
	// The same values in fewer bytes.
	define: { "Number.POSITIVE_INFINITY": "Infinity", "Number.NaN": "NaN" },
	legalComments: "inline",
	charset: "utf8",
	logLevel: "warning",
	plugins: selfContained ? [] : [wholeSiblings],
} as const satisfies BuildOptions;
if (whole === undefined)
	await build({
		...options,
		entryPoints: [...sources, ...importsOf(manifest).map(sourceOf)].filter(
			(source) => !minifiedSources.includes(source),
		),
	});
else {
	const entry = sourceOf(whole);
	await build({ ...options, entryPoints: [entry] });
	for (const names of sources.filter((source) => source !== entry))
		await build({ ...options, entryPoints: [names], plugins: [namesOnly(whole)] });
}
for (const file of minified) await minifyFile(join(folder, file));
for (const bin of bins) chmodSync(join(folder, bin), 0o755);
if (!emitDeclarations(sources)) process.exit(1);
