/** Judges the declarations of every package: what has changed for its callers since the last release. */
import { join } from "node:path";
import type ts from "typescript";
import type { Change, Use } from "../../level/change.ts";
import type { Package } from "../../level/packages.ts";
import type { Model } from "../../model/model.ts";
import { bothWays, Comparison } from "./comparison.ts";
import { entryChanges, entryPairs, leftOut, type Source, sourceOf, valuesOf } from "./entries.ts";
import type { Probe } from "./probe.ts";
import { compile } from "./program.ts";
import { reachedFrom } from "./reach.ts";
import { untypedPlaces } from "./untyped.ts";

/** Of the operation table only what is public of a row is promised. */
const publicColumns = /^operations\.\w+(\.(name|method|path))?$/;

export interface Judgement {
	readonly changes: readonly Change[];
	/** What no level allows: a type that says nothing. */
	readonly problems: readonly string[];
}

/** `model` is what the built packages are generated from. */
export function judgeDeclarations(
	root: string,
	packages: readonly Package[],
	model: Model,
): Record<string, Judgement> {
	const entries = packages.flatMap((of) => entryPairs(root, of));
	const files = entries.flatMap(({ released, built }) => [released, built]);
	const scout = join(root, "gate-scout.mts");
	const first = compile(root, packages, {
		[scout]: files.map((file) => `import ${JSON.stringify(file)};`).join("\n"),
	});
	const sources = new Map(
		entries.map((entry, index) => [join(root, `gate-${index}.mts`), { entry, ...sourceOf(first, entry) }]),
	);
	const texts = Object.fromEntries([...sources].map(([path, { text }]) => [path, text]));
	const program = compile(root, packages, texts, first);
	return Object.fromEntries(
		packages.map((each) => {
			const own = [...sources].filter(([, { entry }]) => entry.folder === each.folder);
			const { changes, problems } = judgePackage(root, program, own, model);
			return [each.name, { changes: [...entryChanges(root, each), ...changes], problems }];
		}),
	);
}

function judgePackage(
	root: string,
	program: ts.Program,
	sources: readonly [path: string, source: Source][],
	model: Model,
): Judgement {
	const checker = program.getTypeChecker();
	const probes = sources.flatMap(([path, source]) =>
		source.probes.map((probe) => ({ probe, ...typesOf(program, path, probe) })),
	);
	const exported = new Set(probes.map(({ probe }) => probe.name));
	const untyped = untypedPlaces(model);
	const comparison = new Comparison({
		checker,
		isOurs: (file) => isOurs(root, file),
		isExported: (name) => exported.has(name) || leftOut.includes(name),
		isLeftOut: (name) => leftOut.includes(name),
		isOperation: (name) => model.operations.some((operation) => operation.name === name),
		isUntyped: (where) => untyped.has(where),
	});
	const judge = ({ probe, released, built }: (typeof probes)[number], uses: readonly Use[]): void => {
		for (const use of uses) comparison.compare({ released, built, where: probe.name, use });
	};
	const reached = reachedFrom(
		sources.flatMap(([, { entry }]) => valuesOf(program, entry.built)),
		checker,
	);
	// The API's own types first, so that what has changed in them is told by their names.
	for (const each of probes) {
		const known = model.schemas[each.probe.name]?.use;
		if (each.probe.kind === "type" && known !== undefined) judge(each, [known]);
	}
	for (const each of probes) if (each.probe.kind === "value") judge(each, ["answer"]);
	for (const each of probes) {
		const { kind, name } = each.probe;
		if (kind === "type" && !(name in model.schemas) && !reached.has(name)) judge(each, bothWays);
	}
	const names = sources.flatMap(([, source]) => source.names);
	const found = comparison.changes.filter(({ where }) => isPromised(where));
	return { changes: [...names, ...found], problems: [...comparison.problems] };
}

const isOurs = (root: string, file: string): boolean =>
	file.startsWith(`${join(root, "packages")}/`) && !file.includes("/node_modules/");

const isPromised = (where: string): boolean => !where.startsWith("operations.") || publicColumns.test(where);

function typesOf(program: ts.Program, path: string, probe: Probe): { released: ts.Type; built: ts.Type } {
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(path);
	const module = source && checker.getSymbolAtLocation(source);
	const find = (name: string): ts.Type => {
		const symbol = module && checker.getExportsOfModule(module).find((of) => of.name === name);
		if (!symbol) throw new Error(`${path}: no ${name} in the probe`);
		return checker.getDeclaredTypeOfSymbol(symbol);
	};
	return { released: find(probe.released), built: find(probe.built) };
}
