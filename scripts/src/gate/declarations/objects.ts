/** Compares objects key by key. A key that is gone is gone, even an optional one. */
import ts from "typescript";
import { privateMark } from "./loosen.ts";
import { compareSignatures } from "./signatures.ts";
import { fits, type Pair, told, turned, type Walk } from "./walk.ts";

export function compareObject(walk: Walk, pair: Pair): void {
	// What only our own constructor makes, callers can't give otherwise than they got it.
	if (pair.use === "request" && walk.checker.getPropertyOfType(pair.built, privateMark)) return;
	if (isForeign(walk, pair.released) || isForeign(walk, pair.built)) compareForeign(walk, pair);
	else {
		compareSignatures(walk, pair, ts.SignatureKind.Call);
		compareSignatures(walk, pair, ts.SignatureKind.Construct);
		compareKeys(walk, pair);
		compareIndex(walk, pair);
	}
}

/** A type of the language or of another package, which both sides share. */
function isForeign(walk: Walk, type: ts.Type): boolean {
	const symbol = type.getSymbol();
	return symbol !== undefined && !isAnonymous(symbol) && !walk.isOurs(symbol);
}

const isAnonymous = ({ flags }: ts.Symbol): boolean =>
	(flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral | ts.SymbolFlags.Function)) !== 0;

function compareForeign(walk: Walk, pair: Pair): void {
	const [old, now] = [pair.released, pair.built].map((type) => type.getSymbol());
	const same = old === now && argumentsOf(walk, pair.released).length > 0;
	if (same) compareArguments(walk, pair);
	else if (!fits(walk, pair)) walk.found("type changed", pair, told(walk, pair));
}

/** What a generic type is made of: `Promise<Identity>` of an identity. */
function compareArguments(walk: Walk, pair: Pair): void {
	const [old, now] = [argumentsOf(walk, pair.released), argumentsOf(walk, pair.built)];
	const inner = walk.checker.isArrayType(pair.built) ? `${pair.where}[]` : pair.where;
	for (const [index, released] of old.entries()) {
		const built = now[index];
		const use = isTaken(pair.released, index) ? turned(pair.use) : pair.use;
		if (built) walk.compare({ ...pair, released, built, where: inner, use });
	}
}

/** Whether a generic type takes what stands there: `in` in its declaration. */
function isTaken(type: ts.Type, index: number): boolean {
	const [declaration] = (type as ts.TypeReference).target.typeParameters?.[index]?.symbol.declarations ?? [];
	const modifiers = declaration && ts.isTypeParameterDeclaration(declaration) ? declaration.modifiers : [];
	const kinds = modifiers?.map(({ kind }) => kind) ?? [];
	return kinds.includes(ts.SyntaxKind.InKeyword) && !kinds.includes(ts.SyntaxKind.OutKeyword);
}

function argumentsOf({ checker }: Walk, type: ts.Type): readonly ts.Type[] {
	const isReference = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
	// A class's own `this` type is the last of its arguments, and nobody's business.
	const own = isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
	const { typeParameters } = (type as ts.TypeReference).target ?? {};
	return typeParameters ? own.slice(0, typeParameters.length) : own;
}

function compareKeys(walk: Walk, pair: Pair): void {
	const { released, built, where, use } = pair;
	const [before, after] = [keysOf(walk, released), keysOf(walk, built)];
	for (const [key, old] of before) {
		const place = { where: `${where}.${shown(old)}`, use };
		const now = after.get(key);
		if (!now) walk.found("gone", place);
		else compareKey(walk, { ...pair, ...place }, old, now);
	}
	const isByOperation = [...after.values()].every(({ name }) => walk.isOperation(name));
	for (const [key, now] of after) {
		if (before.has(key)) continue;
		const place = { where: `${where}.${shown(now)}`, use };
		walk.found(isOptional(now) || isByOperation ? "optional added" : "required added", place);
		walk.inspect(walk.checker.getTypeOfSymbol(now), place.where);
	}
}

/** What a class or an interface has from the language is not ours to keep. */
const keysOf = (walk: Walk, type: ts.Type): Map<ts.__String, ts.Symbol> =>
	new Map(
		walk.checker
			.getPropertiesOfType(type)
			.filter(({ name }) => name !== "prototype" && name !== privateMark)
			.filter((key) => key.declarations === undefined || walk.isOurs(key))
			.map((key) => [key.escapedName, key]),
	);

/** The compiler calls a key that is a symbol `__@asyncIterator@17`. */
const shown = ({ name }: ts.Symbol): string => name.replace(/^__@(\w+)@\d+$/, "[Symbol.$1]");

function compareKey(walk: Walk, pair: Pair, old: ts.Symbol, now: ts.Symbol): void {
	const { checker } = walk;
	const [was, is] = [isOptional(old), isOptional(now)];
	if (was !== is) walk.found(is ? "now optional" : "now required", pair);
	if (pair.use === "request" && takesUndefined(old) === true && takesUndefined(now) === false) {
		walk.found("type narrowed", pair, "it can't be given as undefined any more");
	}
	const [released, built] = [old, now].map((symbol) => checker.getTypeOfSymbol(symbol));
	if (released && built) walk.compare({ ...pair, released, built, mayMiss: was || is });
}

const isOptional = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Optional) !== 0;

/**
 * `key?: T | undefined` takes an undefined that is given; `key?: T` does not, under `exactOptionalPropertyTypes`.
 * Undefined where the key isn't written as such, but made of another type.
 */
function takesUndefined({ valueDeclaration }: ts.Symbol): boolean | undefined {
	if (!valueDeclaration || !ts.isPropertySignature(valueDeclaration)) return undefined;
	const { type } = valueDeclaration;
	return type !== undefined && ts.isUnionTypeNode(type) && type.types.some(isUndefined);
}

const isUndefined = ({ kind }: ts.Node): boolean => kind === ts.SyntaxKind.UndefinedKeyword;

function compareIndex(walk: Walk, pair: Pair): void {
	const { checker } = walk;
	const [old, now] = [pair.released, pair.built].map((type) => checker.getIndexInfosOfType(type)[0]);
	const place = { ...pair, where: `${pair.where}[key]` };
	if (old && now) walk.compare({ ...place, released: old.type, built: now.type });
	else if (old) walk.found("gone", place);
	else if (now) walk.found("optional added", place);
}
