/**
 * Tries an update in a copy of the tree: the packages have to build and compile, with their tests, and the gate has
 * to let them pass. What stands outside of them (scenarios, examples) is compiled too; where that needs a hand, the
 * update says so and goes on. Nothing outside of the copy is touched.
 */
import { inCopy } from "../copy.ts";
import { type Judgement, judge } from "../gate/judgement.ts";
import { type Files, writeFiles } from "../generated-tree.ts";
import {
	membersOf,
	membersOnPackages,
	publishedMembers,
	runEverywhere,
	type ScriptFailure,
} from "../workspace.ts";
import { UpdateProblem } from "./problem.ts";
import type { Times } from "./times.ts";

export interface Tried {
	readonly judgement: Judgement;
	/** What doesn't compile any more outside of the packages, with the compiler's words. */
	readonly unsettled: readonly string[];
}

/** What becomes of the tree with the files in it. */
export const tryOut = (root: string, files: Files, times: Times): Promise<Tried> =>
	inCopy(root, async (copy) => {
		writeFiles(copy, files);
		const members = membersOf(copy);
		const published = publishedMembers(members);
		await times.measure("build", async () => refuse(await runEverywhere(copy, "build", published), "build"));
		const [own, others] = await times.measure("types", () =>
			Promise.all([
				runEverywhere(copy, "typecheck", published),
				runEverywhere(copy, "typecheck", membersOnPackages(members)),
			]),
		);
		refuse(own, "compile");
		const judgement = await times.measure("gate", () => judge(copy));
		return { judgement, unsettled: others.map(({ script, output }) => `${script}\n${output.trim()}`) };
	});

function refuse(failures: readonly ScriptFailure[], what: string): void {
	const [first] = failures;
	if (!first) return;
	const names = failures.map(({ script }) => script).join(", ");
	const cure = "Mend the generator (scripts/src/model, scripts/src/emit), or take it out in the overlay.";
	const problem = `doesn't ${what} with what this document gives`;
	throw new UpdateProblem(names, problem, `${cure}\n${first.output.trim()}`);
}
