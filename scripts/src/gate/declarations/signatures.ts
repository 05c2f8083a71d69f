/** Compares what can be called: each parameter at its place, what is returned, and nothing more asked for. */
import ts from "typescript";
import { fits, type Pair, told, turned, type Walk } from "./walk.ts";

export function compareSignatures(walk: Walk, pair: Pair, kind: ts.SignatureKind): void {
	const { checker } = walk;
	const old = checker.getSignaturesOfType(pair.released, kind);
	const now = checker.getSignaturesOfType(pair.built, kind);
	if (old.length === 0 && now.length === 0) return;
	if (old.length !== now.length || [...old, ...now].some(({ typeParameters }) => typeParameters)) {
		// Overloads, and what the caller's types decide on, only the compiler can match.
		if (!fits(walk, pair)) walk.found("type changed", pair, told(walk, pair));
		return;
	}
	for (const [index, released] of old.entries()) {
		const built = now[index];
		if (built) compareSignature(walk, pair, released, built);
	}
}

function compareSignature(walk: Walk, pair: Pair, released: ts.Signature, built: ts.Signature): void {
	const { where, use } = pair;
	const [old, now] = [released.parameters, built.parameters];
	const moved = movedParameters(old, now);
	if (moved) {
		walk.found("arguments moved", { where, use: turned(use) }, moved);
		return;
	}
	for (const [index, parameter] of now.entries()) {
		compareParameter(walk, pair, old[index], parameter);
	}
	for (const { name } of old.slice(now.length)) {
		walk.found("gone", { where: `${where}(${name})`, use: turned(use) });
	}
	const [before, after] = [released.getReturnType(), built.getReturnType()];
	walk.compare({ released: before, built: after, where: `${where}()`, use });
}

function compareParameter(walk: Walk, pair: Pair, released: ts.Symbol | undefined, built: ts.Symbol): void {
	const { checker } = walk;
	const use = turned(pair.use);
	const where = `${pair.where}(${built.name})`;
	const type = checker.getTypeOfSymbol(built);
	if (!released) {
		// Who gives a function need not take what it is called with.
		const isDemanded = use === "request" && !mayBeLeftOut(built);
		walk.found(isDemanded ? "required added" : "optional added", { where, use });
		walk.inspect(type, where);
		return;
	}
	const [was, is] = [mayBeLeftOut(released), mayBeLeftOut(built)];
	if (was !== is) walk.found(is ? "now optional" : "now required", { where, use });
	walk.compare({ released: checker.getTypeOfSymbol(released), built: type, where, use });
}

/** Whether one that has kept its name stands at another place now; a new name at its place is no move. */
function movedParameters(old: readonly ts.Symbol[], now: readonly ts.Symbol[]): string | undefined {
	const names = now.map(({ name }) => name);
	const moved = old.some(({ name }, index) => names.includes(name) && names[index] !== name);
	const list = (of: readonly ts.Symbol[]): string => `(${of.map(({ name }) => name).join(", ")})`;
	return moved ? `${list(now)}, it was ${list(old)}` : undefined;
}

function mayBeLeftOut({ valueDeclaration }: ts.Symbol): boolean {
	if (!valueDeclaration || !ts.isParameter(valueDeclaration)) return false;
	const { questionToken, dotDotDotToken, initializer } = valueDeclaration;
	return questionToken !== undefined || dotDotDotToken !== undefined || initializer !== undefined;
}
