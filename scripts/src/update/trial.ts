/**
 * Tries an update in a copy of the tree: the packages have to build and compile, and the gate has to let them pass.
 * Their tests are compiled too, and what stands outside of them (scenarios, examples): where that needs a hand, it is
 * told. Nothing outside of the copy is touched.
 */
import { inCopy } from "../copy.ts";
import { type Judgement, judge } from "../gate/judgement.ts";
import { type Files, writeFiles } from "../generated-tree.ts";
import {
	isShipped,
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
	/** Tests of the packages that don't compile any more: they write what callers write. */
	readonly brokenTests: readonly string[];
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
		refuse(
			own.filter((failure) => !isOfTestsAlone(failure)),
			"compile",
		);
		const judgement = await times.measure("gate", () => judge(copy));
		return { judgement, brokenTests: own.map(told), unsettled: others.map(told) };
	});

const told = ({ script, output }: ScriptFailure): string => `${script}\n${output.trim()}`;

/** Whether each file that the compiler names, `src/client.test.ts(24,4): error …`, is one that isn't shipped. */
function isOfTestsAlone({ output }: ScriptFailure): boolean {
	const files = [...output.matchAll(/^(\S+)\(\d+,\d+\): error /gm)].map(([, path = ""]) => path);
	return files.length > 0 && !files.some(isShipped);
}

function refuse(failures: readonly ScriptFailure[], what: string): void {
	const [first] = failures;
	if (!first) return;
	const names = failures.map(({ script }) => script).join(", ");
	const cure = "Mend the generator (scripts/src/model, scripts/src/emit), or take it out in the overlay.";
	const problem = `doesn't ${what} with what this document gives`;
	throw new UpdateProblem(names, problem, `${cure}\n${first.output.trim()}`);
}
