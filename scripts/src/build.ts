/**
 * Builds the package in the current folder: `node ../../scripts/src/build.ts`.
 * `publishConfig.exports` names the entries: `./dist/index.js` is made of `src/index.ts`, a `bin` likewise.
 * Each entry is one file, because that halves the import time; what entries share lies in a common chunk,
 * so that a class exists once. Declarations stay one file for each module. `publishConfig.imports` names files of their
 * own too, which entries import by a name (`#name`) that has another meaning for other tools.
 * `"build": { "selfContained": true }` takes all that an entry imports into its file, for pages that load it as it is.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

interface Manifest {
	readonly name: string;
	readonly bin?: string | Readonly<Record<string, string>>;
	readonly publishConfig?: {
		readonly exports?: Readonly<Record<string, string | Conditions>>;
		readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	};
	readonly build?: { readonly selfContained?: boolean };
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

/** Where the compiler finds our other packages: in what they publish, as a user's compiler does. */
function siblingDeclarations(): Record<string, string[]> {
	const paths: Record<string, string[]> = {};
	for (const manifestPath of globSync(join(dirname(folder), "*/package.json"))) {
		const sibling = dirname(manifestPath);
		const manifest = readManifest(sibling);
		if (sibling === folder) continue;
		for (const [subpath, { types }] of entriesOf(manifest)) {
			paths[manifest.name + subpath.slice(1)] = [join(sibling, types)];
		}
	}
	return paths;
}

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

const manifest = readManifest(folder);
const selfContained = manifest.build?.selfContained ?? false;
const bins = binsOf(manifest);
const targets = [...new Set([...entriesOf(manifest).map(([, target]) => target.default), ...bins])];
if (targets.length === 0) {
	console.error(`${relative(root, folder)}/package.json: \`publishConfig.exports\` names no entry to build.`);
	process.exit(1);
}
const sources = targets.map(sourceOf);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
	entryPoints: [...sources, ...importsOf(manifest).map(sourceOf)],
	outdir: dist,
	bundle: true,
	format: "esm",
	target: "es2022",
	platform: "neutral",
	packages: selfContained ? "bundle" : "external",
	external: Object.keys(manifest.publishConfig?.imports ?? {}),
	splitting: !selfContained,
	chunkNames: "shared-[hash]",
	legalComments: "inline",
	charset: "utf8",
	logLevel: "warning",
});
for (const bin of bins) chmodSync(join(folder, bin), 0o755);
if (!emitDeclarations(sources)) process.exit(1);
