/** Why a release would be refused: each reason in a line, with what to do. None where it may go. */
import { publishedPackages } from "../level/packages.ts";
import { readRelease } from "./api.ts";
import { judge, told } from "./judgement.ts";
import { pendingChangesets } from "./pending.ts";
import { unannounced } from "./unannounced.ts";

export interface Report {
	/** What has changed for callers since the last release, a line each, and what that amounts to. */
	readonly lines: readonly string[];
	readonly refusals: readonly string[];
}

/** The packages have to be built. */
export function reportOf(root: string): Report {
	const packages = publishedPackages(root);
	if (!packages.some(({ folder }) => readRelease(root, folder))) {
		const refusal = "packages/*/api: nothing is there to compare with. Run `pnpm api:update`, and commit it.";
		return { lines: [], refusals: [refusal] };
	}
	const { findings, problems, needed, pending, tooLow } = judge(root);
	const silent = unannounced(root, packages, pendingChangesets(root));
	return {
		lines: [
			...findings.map(told),
			`The next release has to be: ${needed}. The changesets announce: ${pending}.`,
		],
		refusals: [
			...problems.map((problem) => `${problem}. Give it a type.`),
			...tooLow.map((finding) => `${told(finding)}\n  The changesets announce only ${pending}: raise one.`),
			...silent.map(({ package: name, files }) => {
				const shown = files.slice(0, 5).map((path) => `\n  ${path}`);
				return `${name} has changed, and no changeset names it. Run \`pnpm changeset\`.${shown.join("")}`;
			}),
		],
	};
}
