/** Why a release would be refused: each reason in a line, with what to do. None where it may go. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "../level/packages.ts";
import { readRelease, readReleasedModel } from "./api.ts";
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
	const lost = lostApis(root);
	if (lost.length > 0) return { lines: [], refusals: lost };
	const { findings, problems, needed, pending, tooLow } = judge(root);
	const silent = unannounced(root, packages, pendingChangesets(root));
	return {
		lines: [
			...findings.map(told),
			`The next release has to be: ${needed}. The changesets announce: ${pending}.`,
			...(needed !== "none" && isUnreleased(root) ? [provisional] : []),
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

/** Until 1.0.0 is versioned, api/ holds what `pnpm api:update` found. */
const provisional = "Nothing is released yet: `pnpm api:update` takes api/ to what the packages declare now.";

const isUnreleased = (root: string): boolean =>
	publishedPackages(root).every(({ folder }) =>
		(readRelease(root, folder)?.version ?? "0.0.0").startsWith("0."),
	);

/** What is not there and has to be: without it changes would pass unseen. A package that is new has none yet. */
function lostApis(root: string): string[] {
	const isFirst = isUnreleased(root);
	const lost = publishedPackages(root)
		.filter(({ folder }) => !readRelease(root, folder) && (isFirst || !isNew(root, folder)))
		.map(({ folder }) => `packages/${folder}/api`);
	const missing = readReleasedModel(root) ? lost : [...lost, "packages/core/api/model.json"];
	const cure = isFirst ? "Run `pnpm api:update`" : "Take it back from the commit of the last release";
	return missing.map((path) => `${path}: isn't there. ${cure}, and commit it.`);
}

function isNew(root: string, folder: string): boolean {
	const text = readFileSync(join(root, "packages", folder, "package.json"), "utf8");
	const { version = "0.0.0" } = JSON.parse(text) as { readonly version?: string };
	return version.startsWith("0.");
}
