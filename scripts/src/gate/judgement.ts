/** What the next release has to be: both judges' findings since the last one, against the changesets that wait. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asDocument } from "../document/openapi.ts";
import { parseYaml } from "../document/yaml.ts";
import { byWeight, type Change, changeOf } from "../level/change.ts";
import { highest, isAtLeast, type Level } from "../level/level.ts";
import { modelChanges } from "../level/model-changes.ts";
import { type Package, publishedPackages } from "../level/packages.ts";
import { modelOf } from "../model/build.ts";
import type { Model } from "../model/model.ts";
import { identitiesFile } from "../repository.ts";
import { readRelease, readReleasedModel } from "./api.ts";
import { judgeDeclarations } from "./declarations/judge.ts";
import { pendingChangesets, pendingLevel } from "./pending.ts";

export interface Finding {
	/** The package that it was found in; of the model, all of them. */
	readonly package?: string;
	readonly level: Level;
	readonly change: Change;
}

export interface Judgement {
	readonly findings: readonly Finding[];
	/** What no level allows. */
	readonly problems: readonly string[];
	/** The level that the findings ask for, and the one that changesets announce. */
	readonly needed: Level;
	readonly pending: Level;
	/** The findings above what is announced. */
	readonly tooLow: readonly Finding[];
}

export const currentModel = (root: string): Model =>
	modelOf(asDocument(parseYaml(readFileSync(join(root, identitiesFile), "utf8"), identitiesFile)));

/** The packages have to be built. */
export function judge(root: string): Judgement {
	const all = publishedPackages(root);
	const packages = all.filter((each) => readRelease(root, each.folder));
	const fresh = packages.length === 0 ? [] : all.filter((each) => !packages.includes(each));
	const model = currentModel(root);
	const released = readReleasedModel(root);
	const ofModel = released ? modelChanges(released, model) : [];
	const ofPackages = judgeDeclarations(root, packages, model);
	const findings = [
		...byWeight(ofModel).map((change): Finding => ({ change, level: change.level })),
		...fresh.map(
			({ name }): Finding => ({ package: name, change: newPackage(name), level: newPackage(name).level }),
		),
		...packages.flatMap((each) => findingsOf(each, ofPackages[each.name]?.changes ?? [])),
	];
	const problems = packages.flatMap(({ name }) =>
		(ofPackages[name]?.problems ?? []).map((problem) => `${name}: ${problem}`),
	);
	const pending = pendingLevel(pendingChangesets(root));
	return {
		findings,
		problems,
		needed: highest(findings.map(({ level }) => level)),
		pending,
		tooLow: findings.filter(({ level }) => !isAtLeast(pending, level)),
	};
}

const newPackage = (name: string): Change =>
	changeOf("name added", name, { use: "answer", judge: "declarations" });

/** A declaration shows what its own package feels. */
const findingsOf = ({ name, folder }: Package, changes: readonly Change[]): Finding[] =>
	byWeight(distinct(changes)).map((change) => ({
		package: name,
		change,
		level: folder === "effect" ? change.level : (change.elsewhere ?? change.level),
	}));

/** Two entries of a package may show the same. */
const distinct = (changes: readonly Change[]): Change[] => [
	...new Map(changes.map((change) => [`${change.where} ${change.what}`, change])).values(),
];

export const told = ({ package: name, level, change }: Finding): string =>
	`${level.padEnd(5)} ${name ?? "the model"}: \`${change.where}\` ${change.what}`;
