/** What git knows of the last release. The gate reads the history and never writes it. */
import { spawnSync } from "node:child_process";

/** Why the gate can't judge, with what to do. */
export class GateProblem extends Error {
	override readonly name = "GateProblem";
}

/** The commit that wrote `api/` last; undefined where none has. */
export function lastRelease(root: string): string | undefined {
	const commit = git(root, "log", "-1", "--format=%H", "--", ":(glob)packages/*/api/**").trim();
	if (commit === "") return undefined;
	if (!isCutOff(root, commit)) return commit;
	throw new GateProblem(
		"this clone is shallow: its history ends before the commit that wrote packages/*/api last, so what has changed " +
			"since then can't be told. Run `git fetch --unshallow` (in a workflow: `fetch-depth: 0`).",
	);
}

/** Where a shallow history ends, git shows every file as if that commit had written it. */
const isCutOff = (root: string, commit: string): boolean =>
	git(root, "rev-parse", "--is-shallow-repository").trim() === "true" &&
	git(root, "log", "-1", "--format=%P", commit).trim() === "";

export function git(root: string, ...args: string[]): string {
	const { status, stdout, stderr, error } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
	if (status === 0) return stdout;
	const reason = (error?.message ?? stderr).trim();
	throw new GateProblem(`git ${args[0]} failed, and the gate needs the history: ${reason}`);
}
