/**
 * Compares what a type may be, member by member: null and undefined, texts and numbers and their values,
 * and objects, which are paired by what tells them apart.
 */
import ts from "typescript";
import type { Kind } from "../../level/rules.ts";
import { privateMark } from "./loosen.ts";
import { type Pair, told, type Walk } from "./walk.ts";

const { TypeFlags } = ts;

interface Members {
	readonly objects: readonly ts.Type[];
	readonly plain: readonly ts.Type[];
	readonly isNullable: boolean;
}

/** What one side has and the other can't take. */
interface Gap {
	readonly lost: readonly ts.Type[];
	readonly won: readonly ts.Type[];
}

/** `whole` compares two objects that belong together. */
export function compareUnion(walk: Walk, pair: Pair, whole: (of: Pair) => void): void {
	const [old, now] = [membersOf(pair.released, pair.mayMiss), membersOf(pair.built, pair.mayMiss)];
	if (old.isNullable !== now.isNullable) walk.found(now.isNullable ? "null added" : "null removed", pair);
	const lacking = (types: readonly ts.Type[], other: ts.Type): ts.Type[] =>
		types.filter((type) => !walk.checker.isTypeAssignableTo(type, other));
	const objects = pairObjects(walk, pair, old.objects, now.objects, whole);
	const errors = (types: readonly ts.Type[]): ts.Type[] => types.filter((type) => isError(walk, type));
	if (pair.use === "answer") {
		for (const type of errors(objects.won)) walk.found("error added", pair, nameOf(walk, type));
		for (const type of errors(objects.lost)) walk.found("error gone", pair, nameOf(walk, type));
	}
	const others = (types: readonly ts.Type[]): ts.Type[] =>
		types.filter((type) => pair.use === "request" || !isError(walk, type));
	tellGap(walk, pair, {
		lost: lacking([...old.plain, ...others(objects.lost)], pair.built),
		won: lacking([...now.plain, ...others(objects.won)], pair.released),
	});
}

export const partsOf = (type: ts.Type): readonly ts.Type[] =>
	type.isUnion() && !(type.flags & TypeFlags.Boolean) ? type.types : [type];

function membersOf(type: ts.Type, mayMiss = false): Members {
	const parts = partsOf(type);
	const isNull = ({ flags }: ts.Type): boolean => (flags & TypeFlags.Null) !== 0;
	const isMissing = ({ flags }: ts.Type): boolean => mayMiss && (flags & TypeFlags.Undefined) !== 0;
	const left = parts.filter((part) => !isNull(part) && !isMissing(part));
	return {
		objects: left.filter((part) => !isPlain(part)),
		plain: left.filter(isPlain),
		isNullable: parts.some(isNull),
	};
}

const plainFlags =
	TypeFlags.StringLike |
	TypeFlags.NumberLike |
	TypeFlags.BooleanLike |
	TypeFlags.BigIntLike |
	TypeFlags.ESSymbolLike |
	TypeFlags.VoidLike |
	TypeFlags.Any |
	TypeFlags.Unknown |
	TypeFlags.Never;

/** `string & {}` is a text too: it keeps an enum open. */
const isPlain = (type: ts.Type): boolean =>
	(type.flags & plainFlags) !== 0 || (type.isIntersection() && type.types.some(isPlain));

/** Compares the objects that belong together; what has no partner is left. */
function pairObjects(
	walk: Walk,
	pair: Pair,
	old: readonly ts.Type[],
	now: readonly ts.Type[],
	whole: (of: Pair) => void,
): Gap {
	const left = new Map(now.map((type) => [markOf(walk, type), type]));
	const lost: ts.Type[] = [];
	for (const released of old) {
		const mark = markOf(walk, released);
		const built = left.get(mark);
		left.delete(mark);
		if (built) whole({ ...pair, released, built });
		else lost.push(released);
	}
	const won = [...left.values()];
	if (lost.length !== won.length || lost.some((type) => isError(walk, type))) return { lost, won };
	// None was lost and none won: they have changed, each at its place.
	for (const [index, released] of lost.entries()) {
		const built = won[index];
		if (built) whole({ ...pair, released, built });
	}
	return { lost: [], won: [] };
}

const isError = ({ checker }: Walk, type: ts.Type): boolean =>
	checker.getPropertyOfType(type, "isRetryable") !== undefined;

const nameOf = ({ checker }: Walk, type: ts.Type): string => checker.typeToString(type);

/** What tells a member of a union from the others: the properties with one value, else its name, else its keys. */
function markOf({ checker }: Walk, type: ts.Type): string {
	const properties = checker.getPropertiesOfType(type).filter(({ name }) => name !== privateMark);
	const marks = properties.flatMap((property) => {
		const value = checker.getTypeOfSymbol(property);
		const isOne = value.isStringLiteral() || (value.flags & TypeFlags.BooleanLiteral) !== 0;
		return isOne ? [`${property.name} ${checker.typeToString(value)}`] : [];
	});
	if (marks.length > 0) return marks.join();
	const name = type.getSymbol()?.name ?? checker.typeToString(type);
	return name === "__type" ? properties.map((property) => property.name).join() : name;
}

function tellGap(walk: Walk, pair: Pair, { lost, won }: Gap): void {
	if (lost.length === 0 && won.length === 0) return;
	const isValue = (type: ts.Type): boolean => type.isStringLiteral() || type.isNumberLiteral();
	// An answer with a value that its released type excludes is no open enum; but operations may come.
	const isExpected = won.every((type) => type.isStringLiteral() && walk.isOperation(type.value));
	if ([...lost, ...won].every(isValue) && (pair.use === "request" || isExpected)) {
		for (const value of won) walk.found("value added", pair, nameOf(walk, value));
		for (const value of lost) walk.found("value removed", pair, nameOf(walk, value));
	} else walk.found(kindOf(pair, { lost, won }, isValue), pair, told(walk, pair));
}

function kindOf(pair: Pair, { lost, won }: Gap, isValue: (type: ts.Type) => boolean): Kind {
	const isText = ({ flags }: ts.Type): boolean => (flags & TypeFlags.String) !== 0;
	if (won.length === 0) {
		return lost.some(isText) && partsOf(pair.built).some(isValue) ? "enum gained" : "type narrowed";
	}
	if (lost.length > 0) return "type changed";
	const isFreed = pair.use === "request" && won.some(isText) && partsOf(pair.released).some(isValue);
	return isFreed ? "enum lost" : "type widened";
}
