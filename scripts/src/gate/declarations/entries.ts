/** The public entries that a package had and still has: the names that come and go, and a probe of those that stay. */
import ts from "typescript";
import { type Change, changeOf } from "../../level/change.ts";
import type { Package } from "../../level/packages.ts";
import { type ProbeSource, probeSource, resolveAlias } from "./probe.ts";
import { entriesOf, isInternal } from "./side.ts";

/** `paths` follows the wire and says so; it is told apart. */
export const leftOut = ["paths"];

export interface Entry {
	readonly folder: string;
	readonly entry: string;
	readonly released: string;
	readonly built: string;
}

export type Source = ProbeSource & { readonly entry: Entry; readonly names: Change[] };

export function entryPairs(root: string, of: Package): Entry[] {
	const [released, built] = [entriesOf(root, of, "released"), entriesOf(root, of, "built")];
	return Object.keys(released).flatMap((entry) => {
		const [old, now] = [released[entry], built[entry]];
		if (isInternal(entry) || old === undefined) return [];
		return now === undefined ? [] : [{ folder: of.folder, entry, released: old, built: now }];
	});
}

/** Whole entries that come and go: `@orq/identities-testing/node`. */
export function entryChanges(root: string, of: Package): Change[] {
	const [released, built] = [entriesOf(root, of, "released"), entriesOf(root, of, "built")];
	const lacking = (entries: object, others: object): string[] =>
		Object.keys(entries).filter((entry) => !isInternal(entry) && !(entry in others));
	return [
		...lacking(released, built).map((entry) => nameChange("name gone", of.name + entry.slice(1))),
		...lacking(built, released).map((entry) => nameChange("name added", of.name + entry.slice(1))),
	];
}

/** Names that come and go, and the probe of those that stay. */
export function sourceOf(program: ts.Program, { released, built }: Entry): ProbeSource & { names: Change[] } {
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

/** What an entry exports that is there at run time. */
export const valuesOf = (program: ts.Program, file: string): ts.Symbol[] => {
	const checker = program.getTypeChecker();
	const exported = checker.getExportsOfModule(moduleOf(program, file));
	return exported.map((symbol) => resolveAlias(symbol, checker)).filter(isValue);
};
