/**
 * What changes in generated code besides what callers of the methods feel. `paths` follows the wire, not semver:
 * a change in it is a patch, and is told. It changes too where nothing else does: by a declared error, say.
 */
import type { Files } from "../generated-tree.ts";
import { type Change, changeOf } from "../level/change.ts";

const pathsFile = "packages/core/src/generated/paths.ts";

export function codeChanges(files: Files, known: readonly Change[]): Change[] {
	const patch = (where: string, says: string): Change =>
		changeOf("wire changed", where, { use: "answer", judge: "model", says });
	if (pathsFile in files) return [patch("paths", "follows the document on the wire")];
	const sources = Object.keys(files).filter((path) => path.startsWith("packages/"));
	if (known.some(({ level }) => level !== "none")) return [];
	return sources.map((path) => patch(path, "is generated anew"));
}
