/** The declarations that a release consists of: those that its public entries reach, in whichever of our packages. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import type { Package } from "../../level/packages.ts";
import { entriesOf, isInternal, siblingFile } from "./side.ts";

/** For each package, by folder, the texts of its declarations by their path in `dist/`. */
export function builtDeclarations(
	root: string,
	packages: readonly Package[],
): Record<string, Record<string, string>> {
	const found = new Set<string>();
	const visit = (file: string): void => {
		if (found.has(file)) return;
		found.add(file);
		const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
		for (const { fileName } of importedFiles) {
			const target = fileName.startsWith(".")
				? join(dirname(file), fileName.replace(/\.js$/, ".d.ts"))
				: siblingFile(root, packages, fileName, "built");
			if (target !== undefined) visit(target);
		}
	};
	for (const each of packages) {
		for (const [entry, file] of Object.entries(entriesOf(root, each, "built"))) {
			if (!isInternal(entry)) visit(file);
		}
	}
	return Object.fromEntries(
		packages.map(({ folder }) => [folder, textsIn(join(root, "packages", folder, "dist"), found)]),
	);
}

function textsIn(folder: string, files: ReadonlySet<string>): Record<string, string> {
	const own = [...files].filter((file) => file.startsWith(`${folder}/`)).sort();
	return Object.fromEntries(own.map((file) => [relative(folder, file), readFileSync(file, "utf8")]));
}
