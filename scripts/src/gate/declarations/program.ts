/** One compilation in which the released declarations and the built ones stand side by side. */
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Package } from "../../level/packages.ts";
import { apiFolder } from "../api.ts";
import { loosen } from "./loosen.ts";
import { type Side, siblingFile } from "./side.ts";

const options: ts.CompilerOptions = {
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.NodeNext,
	moduleResolution: ts.ModuleResolutionKind.NodeNext,
	lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
	types: [],
	strict: true,
	exactOptionalPropertyTypes: true,
	skipLibCheck: true,
	noEmit: true,
};

/** Compiles probes, sources in memory by path, against both sides. `before` spares the reading of what is the same. */
export function compile(
	root: string,
	packages: readonly Package[],
	probes: Readonly<Record<string, string>>,
	before?: ts.Program,
): ts.Program {
	const host = ts.createCompilerHost(options);
	const disk = { ...host };
	const sideOf = (path: string): Side | undefined => {
		for (const { folder } of packages) {
			if (path.startsWith(`${apiFolder(root, folder)}/`)) return "released";
			if (path.startsWith(`${join(root, "packages", folder, "dist")}/`)) return "built";
		}
		return undefined;
	};
	const known = new Map(before?.getSourceFiles().map((file) => [file.fileName, file]));
	host.fileExists = (path) => path in probes || disk.fileExists(path);
	host.readFile = (path) => probes[path] ?? disk.readFile(path);
	host.getSourceFile = (path, version) => {
		const probe = probes[path];
		if (probe !== undefined) return ts.createSourceFile(path, probe, version);
		const file = known.get(path);
		if (file) return file;
		if (sideOf(path) === undefined) return installedFile(path, () => disk.getSourceFile(path, version));
		const format = { ...versionOf(version), impliedNodeFormat: ts.ModuleKind.ESNext } as const;
		return ts.createSourceFile(path, loosen(path, disk.readFile(path) ?? ""), format);
	};
	const cache = ts.createModuleResolutionCache(root, (path) => path, options);
	host.resolveModuleNameLiterals = (literals, containing, redirected) =>
		literals.map(({ text }) => {
			const own = siblingFile(root, packages, text, sideOf(containing) ?? "built");
			if (own !== undefined) return { resolvedModule: declarations(own) };
			const from = sideOf(containing) === undefined ? containing : join(dirname(containing), "x.mts");
			const mode = ts.ModuleKind.ESNext;
			return ts.resolveModuleName(text, from, options, disk, cache, redirected, mode);
		});
	const program = { rootNames: Object.keys(probes), options, host };
	return ts.createProgram(before ? { ...program, oldProgram: before } : program);
}

/** What is installed stays the same as long as a process lives. */
const installed = new Map<string, ts.SourceFile | undefined>();
function installedFile(path: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
	if (!path.includes("/node_modules/")) return read();
	if (!installed.has(path)) installed.set(path, read());
	return installed.get(path);
}

const versionOf = (version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions =>
	typeof version === "object" ? version : { languageVersion: version };

const declarations = (file: string): ts.ResolvedModuleFull => ({
	resolvedFileName: file,
	extension: ts.Extension.Dts,
	isExternalLibraryImport: false,
});
