/**
 * Tries an update in a copy of the tree: the packages have to build, everything that uses them has to compile,
 * and the gate has to let it pass. Nothing outside of the copy is touched.
 */
import { inCopy } from "../copy.ts";
import { type Judgement, judge } from "../gate/judgement.ts";
import { type Files, writeFiles } from "../generated-tree.ts";
import { membersOnPackages, runEverywhere, type ScriptFailure } from "../workspace.ts";
import { UpdateProblem } from "./problem.ts";
import type { Times } from "./times.ts";

/** What the gate says of the tree with the files in it. */
export const tryOut = (root: string, files: Files, times: Times): Promise<Judgement> =>
	inCopy(root, async (copy) => {
		writeFiles(copy, files);
		const members = membersOnPackages(copy);
		await times.measure("build", async () => refuse(await runEverywhere(copy, "build", members), "build"));
		await times.measure("types", async () =>
			refuse(await runEverywhere(copy, "typecheck", members), "compile"),
		);
		return times.measure("gate", () => judge(copy));
	});

function refuse(failures: readonly ScriptFailure[], what: string): void {
	const [first] = failures;
	if (!first) return;
	const names = failures.map(({ script }) => script).join(", ");
	const cure = "Mend the generator (scripts/src/model, scripts/src/emit), or take it out in the overlay.";
	throw new UpdateProblem(
		names,
		`doesn't ${what} with what this document gives`,
		`${cure}\n${first.output.trim()}`,
	);
}
