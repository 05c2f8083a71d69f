/**
 * A copy of the working tree to try things in, uncommitted files included: what is tried there can't hurt the
 * tree. The packages find each other in the copy, and everything else where it is installed.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** What is made by tools, and folders that are installed apart from the workspace. */
const left = [".git", ".turbo", "coverage", "dist"];

/** Makes the copy, hands it to `use`, and takes it away again. */
export async function inCopy<Result>(root: string, use: (copy: string) => Result | Promise<Result>) {
	const copy = mkdtempSync(join(tmpdir(), "orq-identities-copy-"));
	const remove = () => rmSync(copy, { recursive: true, force: true });
	// Ctrl-C ends the process without what stands in `finally`.
	const interrupted = () => {
		remove();
		process.exit(130);
	};
	process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
	try {
		copyTree(root, copy);
		return await use(copy);
	} finally {
		process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
		remove();
	}
}

export function copyTree(root: string, copy: string): void {
	cpSync(root, copy, {
		recursive: true,
		verbatimSymlinks: true,
		filter: isWanted,
	});
	symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
}

/**
 * A member's `node_modules` holds links alone, which lead to its siblings in the copy; the root's is shared.
 * A folder with a workspace of its own (a benchmark, say) has an installation of its own, which stays behind.
 */
function isWanted(path: string): boolean {
	const name = basename(path);
	if (left.includes(name)) return false;
	return name !== "node_modules" || !existsSync(join(dirname(path), "pnpm-workspace.yaml"));
}
