/** Judges the declarations of every package: what has changed for its callers since the last release. */
import { join } from "node:path";
import ts from "typescript";
import { type Change, changeOf, type Use } from "../../level/change.ts";
import type { Package } from "../../level/packages.ts";
import type { Model } from "../../model/model.ts";
import { bothWays, Comparison } from "./comparison.ts";
import { type Probe, type ProbeSource, probeSource, resolveAlias } from "./probe.ts";
import { compile } from "./program.ts";
import { reachedFrom } from "./reach.ts";
import { entriesOf, isInternal } from "./side.ts";
import { untypedPlaces } from "./untyped.ts";

/** `paths` follows the wire and says so; it is told apart. */
const leftOut = ["paths"];
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
	const imports = entries.map(({ released, built }) => `import ${quote(released)}; import ${quote(built)};`);
	const scout = join(root, "gate-scout.mts");
	const first = compile(root, packages, { [scout]: imports.join("\n") });
	const sources = new Map(
		entries.map((entry, index) => [join(root, `gate-${index}.mts`), { entry, ...sourceOf(first, entry) }]),
	);
	const texts = Object.fromEntries([...sources].map(([path, { text }]) => [path, text]));
	const program = compile(root, packages, texts, first);
	return Object.fromEntries(
		packages.map(({ folder, name }) => {
			const own = [...sources].filter(([, { entry }]) => entry.folder === folder);
			return [name, judgePackage(root, program, own, model)];
		}),
	);
}

interface Entry {
	readonly folder: string;
	readonly entry: string;
	readonly released: string;
	readonly built: string;
}

type Source = ProbeSource & { readonly entry: Entry; readonly names: Change[] };

function entryPairs(root: string, of: Package): Entry[] {
	const [released, built] = [entriesOf(root, of, "released"), entriesOf(root, of, "built")];
	return Object.keys(released).flatMap((entry) => {
		const [old, now] = [released[entry], built[entry]];
		if (isInternal(entry) || old === undefined) return [];
		return now === undefined ? [] : [{ folder: of.folder, entry, released: old, built: now }];
	});
}

const quote = (file: string): string => JSON.stringify(file);

/** Names that come and go, and the probe of those that stay. */
function sourceOf(program: ts.Program, { released, built }: Entry): ProbeSource & { names: Change[] } {
	const checker = program.getTypeChecker();
	const [old, now] = [moduleOf(program, released), moduleOf(program, built)];
	const exportsOf = (module: ts.Symbol) =>
		new Map(checker.getExportsOfModule(module).map((of) => [of.name, resolveAlias(of, checker)]));
	const [before, after] = [exportsOf(old), exportsOf(now)];
	const isGone = (name: string, symbol: ts.Symbol): boolean => {
		const other = after.get(name);
		return !other || (isValue(symbol) && !isValue(other)) || (isType(symbol) && !isType(other));
	};
	const gone = [...before].filter(([name, symbol]) => isGone(name, symbol)).map(([name]) => name);
	const names = [
		...gone.map((name) => nameChange("name gone", name)),
		...[...after.keys()].filter((name) => !before.has(name)).map((name) => nameChange("name added", name)),
	];
	const isCompared = (name: string): boolean =>
		after.has(name) && !gone.includes(name) && !leftOut.includes(name);
	return { names, ...probeSource({ released, built }, old, checker, isCompared) };
}

const isValue = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Value) !== 0;
const isType = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Type) !== 0;

const nameChange = (kind: "name gone" | "name added", name: string): Change =>
	changeOf(kind, name, { use: "answer", judge: "declarations" });

function moduleOf(program: ts.Program, file: string): ts.Symbol {
	const source = program.getSourceFile(file);
	const symbol = source && program.getTypeChecker().getSymbolAtLocation(source);
	if (!symbol) throw new Error(`${file} declares no module: build the packages first.`);
	return symbol;
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
		isUntyped: (where) => untyped.has(where),
	});
	for (const { probe, released, built } of probes) {
		if (probe.kind === "value") comparison.compare({ released, built, where: probe.name, use: "answer" });
	}
	const reached = reachedFrom(
		sources.flatMap(([, { entry }]) => valuesOf(program, entry.built)),
		checker,
	);
	for (const { probe, released, built } of probes) {
		const known = model.schemas[probe.name]?.use;
		if (probe.kind === "value" || (known === undefined && reached.has(probe.name))) continue;
		const uses: readonly Use[] = known === undefined ? bothWays : [known];
		for (const use of uses) comparison.compare({ released, built, where: probe.name, use });
	}
	const names = sources.flatMap(([, source]) => source.names);
	const found = comparison.changes.filter(({ where }) => isPromised(where));
	return { changes: [...names, ...found], problems: [...comparison.problems] };
}

const valuesOf = (program: ts.Program, file: string): ts.Symbol[] => {
	const checker = program.getTypeChecker();
	const exported = checker.getExportsOfModule(moduleOf(program, file));
	return exported.map((symbol) => resolveAlias(symbol, checker)).filter(isValue);
};

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
