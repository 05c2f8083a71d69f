/**
 * `pnpm gate`: refuses a release that would say less of itself than it does to callers. Builds the packages, compares
 * them and the model with `api/`, which the last release wrote, and fails where the changesets announce too little,
 * where a package has changed without one, or where a type has come to say nothing.
 */

import { DocumentProblem } from "../document/problem.ts";
import { root } from "../repository.ts";
import { membersOf, publishedMembers, runEverywhere } from "../workspace.ts";
import { GateProblem } from "./history.ts";
import { reportOf } from "./refusals.ts";

const published = publishedMembers(membersOf(root));
const failures = await runEverywhere(root, "build", published);
for (const { script, output } of failures) console.error(`✗ ${script} failed:\n${output}`);
process.exitCode = failures.length === 0 && passes() ? 0 : 1;

function passes(): boolean {
	try {
		const { lines, refusals } = reportOf(root);
		for (const line of lines) console.log(line);
		for (const refusal of refusals) console.error(`✗ ${refusal}`);
		return refusals.length === 0;
	} catch (thrown) {
		if (!(thrown instanceof GateProblem || thrown instanceof DocumentProblem)) throw thrown;
		console.error(`✗ ${thrown.message}`);
		return false;
	}
}
