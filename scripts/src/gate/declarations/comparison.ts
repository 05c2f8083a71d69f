/**
 * The judge of declarations: compares the types of one package as they were released with those that were built.
 * What callers give may only grow, what they get may only shrink, and no key goes. A position tells which of the
 * two a type is, a callback turns it; a type that no signature reaches is judged both ways.
 */
import ts from "typescript";
import { type Change, changeOf, type Use } from "../../level/change.ts";
import { isAtLeast } from "../../level/level.ts";
import type { Kind } from "../../level/rules.ts";
import { compareObject } from "./objects.ts";
import { compareUnion, partsOf } from "./unions.ts";
import type { Pair, Walk } from "./walk.ts";

export interface Asked {
	readonly checker: ts.TypeChecker;
	readonly isOurs: (file: string) => boolean;
	/** The name under which a type is exported, for places to be told by it. */
	readonly isExported: (name: string) => boolean;
	/** Types that are judged elsewhere, or nowhere. */
	readonly isLeftOut: (name: string) => boolean;
	/** What the API's operations are called. */
	readonly isOperation: (name: string) => boolean;
	/** Whether the model itself says nothing of what stands there: then the type may say nothing too. */
	readonly isUntyped: (where: string) => boolean;
}

export class Comparison implements Walk {
	readonly checker: ts.TypeChecker;
	/** What must not be, whatever the level. */
	readonly problems = new Set<string>();
	readonly #asked: Asked;
	readonly #changes = new Map<string, Change>();
	readonly #seen = new Set<string>();
	readonly #inspected = new Set<ts.Type>();
	readonly #ids = new Map<ts.Type, number>();

	constructor(asked: Asked) {
		this.checker = asked.checker;
		this.#asked = asked;
	}

	get changes(): Change[] {
		return [...this.#changes.values()];
	}

	compare(pair: Pair): void {
		const placed = this.#placed(pair);
		if (!placed || pair.released === pair.built || this.#isEmptied(placed)) return;
		compareUnion(this, placed, (inner) => this.#object(inner));
	}

	#object(pair: Pair): void {
		const placed = this.#placed(pair);
		if (!placed || pair.released === pair.built) return;
		const key = `${this.#id(pair.released)} ${this.#id(pair.built)} ${pair.use}`;
		if (this.#seen.has(key)) return;
		this.#seen.add(key);
		compareObject(this, placed);
	}

	/** A type with a name that callers know is told by it; undefined for one that is left out. */
	#placed(pair: Pair): Pair | undefined {
		const { released, built } = pair;
		const name = nameOf(released);
		if (name === undefined || name !== nameOf(built)) return pair;
		if (!this.#asked.isExported(name) || !this.#isNamedHere(released)) return pair;
		if (this.#asked.isLeftOut(name)) return undefined;
		return hasArguments(released) ? pair : { ...pair, where: name };
	}

	/** A type that says nothing, where the released one said something. */
	#isEmptied({ released, built, where, mayMiss = false }: Pair): boolean {
		const empty = emptiness(built, mayMiss);
		if (empty === undefined) return false;
		if (emptiness(released, mayMiss) === empty || this.#asked.isUntyped(where)) return true;
		this.problems.add(`\`${where}\` is \`${empty}\`, it was ${this.checker.typeToString(released)}`);
		return true;
	}

	found(kind: Kind, { where, use }: Pick<Pair, "where" | "use">, detail?: string): void {
		const change = changeOf(kind, where, {
			use,
			judge: "declarations",
			...(detail !== undefined && { detail }),
		});
		const key = `${kind} ${where} ${detail ?? ""}`;
		const known = this.#changes.get(key);
		if (!known || !isAtLeast(known.level, change.level)) this.#changes.set(key, change);
	}

	isOurs(symbol: ts.Symbol | undefined): boolean {
		const files = symbol?.declarations?.map((of) => of.getSourceFile().fileName) ?? [];
		return files.some(this.#asked.isOurs);
	}

	isOperation(name: string): boolean {
		return this.#asked.isOperation(name);
	}

	/** `any` must not come in, nor what is generated say less than the model. */
	inspect(type: ts.Type, where: string): void {
		const empty = emptiness(type);
		if (empty === "any") this.problems.add(`\`${where}\` is \`any\``);
		if (this.#inspected.has(type)) return;
		this.#inspected.add(type);
		for (const part of partsOf(type)) {
			if (part !== type) this.inspect(part, where);
			if (part.getSymbol() && !this.isOurs(part.getSymbol())) continue;
			for (const property of this.checker.getPropertiesOfType(part)) {
				if (!this.isOurs(property)) continue;
				this.inspect(this.checker.getTypeOfSymbol(property), `${where}.${property.name}`);
			}
			for (const signature of part.getCallSignatures()) {
				for (const parameter of signature.parameters) {
					this.inspect(this.checker.getTypeOfSymbol(parameter), `${where}(${parameter.name})`);
				}
				this.inspect(signature.getReturnType(), `${where}()`);
			}
		}
	}

	/** A name of ours, not one that another package gives to a type of its own. */
	#isNamedHere(type: ts.Type): boolean {
		return this.isOurs(type.aliasSymbol ?? type.getSymbol());
	}

	#id(type: ts.Type): number {
		const known = this.#ids.get(type);
		if (known !== undefined) return known;
		this.#ids.set(type, this.#ids.size);
		return this.#ids.size - 1;
	}
}

const nameOf = (type: ts.Type): string | undefined => (type.aliasSymbol ?? type.getSymbol())?.name;

const hasArguments = (type: ts.Type): boolean =>
	(type.aliasTypeArguments?.length ?? 0) > 0 ||
	((type as ts.TypeReference).target?.typeParameters?.length ?? 0) > 0;

/** A key of the type `never` can only be missing. */
function emptiness({ flags }: ts.Type, mayMiss = false): "any" | "unknown" | "never" | undefined {
	if (mayMiss && flags & ts.TypeFlags.Undefined) return "never";
	if (flags & ts.TypeFlags.Any) return "any";
	if (flags & ts.TypeFlags.Unknown) return "unknown";
	return flags & ts.TypeFlags.Never ? "never" : undefined;
}

/** Both ways, for a type that no signature shows the way of. */
export const bothWays: readonly Use[] = ["request", "answer"];
