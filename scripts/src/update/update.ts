/** One update, from the publisher's document to the written files: read, plan, try, write. */
import type { Judgement } from "../gate/judgement.ts";
import { type Files, writeFiles } from "../generated-tree.ts";
import { byWeight, type Change } from "../level/change.ts";
import { changesetFile, changesetText } from "../level/changeset.ts";
import { publishedPackages, type Verdict, verdicts } from "../level/packages.ts";
import { upstreamFile } from "../repository.ts";
import { type Plan, planOf } from "./plan.ts";
import { UpdateProblem } from "./problem.ts";
import { readPublished } from "./source.ts";
import { levelOf, type Outcome } from "./summary.ts";
import { Times } from "./times.ts";
import type { Tried } from "./trial.ts";

export interface Asked {
	readonly root: string;
	/** A file or a URL. */
	readonly from: string;
	readonly isDryRun: boolean;
	readonly keepOurs: boolean;
	/** Hears what goes on. */
	readonly report: (line: string) => void;
	/** Tries the files out before they are written. */
	readonly trial?: Trial;
}

export type Trial = (root: string, files: Files, times: Times) => Promise<Tried>;

/** The compiler behind the gate takes long to load: not before there is something to try. */
const inCopy: Trial = async (...asked) => (await import("./trial.ts")).tryOut(...asked);

export async function update(asked: Asked): Promise<Outcome> {
	const { root, from, isDryRun, keepOurs, report, trial = inCopy } = asked;
	const times = new Times();
	const published = await times.measure("read", () => readPublished(from));
	const plan = await planOf({ root, published, keepOurs, times });
	const announced = announcementOf(root, plan, plan.changes);
	const outcome = (of: Announcement, unsettled: readonly string[] = []): Outcome => ({
		from,
		isDryRun,
		files: Object.keys(of.files),
		changes: of.changes,
		differences: plan.differences,
		wordless: plan.wordless,
		unsettled,
		packages: of.packages,
		changeset: of.changeset,
		times: { ...times.parts, total: times.total },
	});
	if (isDryRun || Object.keys(plan.files).length === 0) return outcome(announced);

	report("Trying it in a copy: build, types, gate …");
	const { judgement, brokenTests, unsettled } = await trial(root, announced.files, times);
	const settled = announcementOf(root, plan, raised(plan.changes, judgement));
	if (levelOf(settled) !== "major") refuseBrokenTests(brokenTests);
	writeFiles(root, settled.files);
	return outcome(settled, [...brokenTests, ...unsettled]);
}

/** The packages' tests write what callers write. Where theirs stops compiling, the update breaks callers. */
function refuseBrokenTests([first, ...others]: readonly string[]): void {
	if (first === undefined) return;
	const cure =
		"Mend the generator (scripts/src/model, scripts/src/emit), or the test, if no caller writes that.";
	const problem = "code that callers could have written doesn't compile any more, and no change says so";
	throw new UpdateProblem("tests of the packages", problem, [cure, first, ...others].join("\n"));
}

interface Announcement extends Pick<Outcome, "changes" | "packages" | "changeset"> {
	readonly files: Files;
}

/** The files of a plan with the changeset that announces its changes. */
function announcementOf(root: string, { files }: Plan, changes: readonly Change[]): Announcement {
	const packages: Record<string, Verdict> = verdicts(publishedPackages(root), changes);
	const text = changesetText(changes, packages);
	if (text === undefined || Object.keys(files).length === 0) {
		return { changes, packages, changeset: undefined, files };
	}
	const changeset = changesetFile(files[upstreamFile] ?? JSON.stringify(files));
	return { changes, packages, changeset, files: { ...files, [changeset]: text } };
}

/**
 * Where the build's declarations break more than the models say, the changeset says so too: a release that is
 * announced too low would be refused.
 */
function raised(changes: readonly Change[], { problems, tooLow }: Judgement): Change[] {
	if (problems.length > 0) {
		const cure = "Mend the generator (scripts/src/model, scripts/src/emit) so that they have a type.";
		throw new UpdateProblem("declarations", problems.join("; "), cure);
	}
	const above = tooLow.filter((finding) => finding.change.judge === "declarations");
	const distinct = new Map(above.map(({ change }) => [`${change.where} ${change.what}`, change]));
	return byWeight([...changes, ...distinct.values()]);
}
