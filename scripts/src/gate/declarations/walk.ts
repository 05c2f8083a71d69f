/** What the parts of the comparison of declarations share: what is compared, and where findings go. */
import type ts from "typescript";
import type { Use } from "../../level/change.ts";
import type { Kind } from "../../level/rules.ts";

/** A type on both sides, and which way it goes: `request` where callers give it, `answer` where they get it. */
export interface Pair {
	readonly released: ts.Type;
	readonly built: ts.Type;
	/** The name that callers know the place by. */
	readonly where: string;
	readonly use: Use;
	/** It stands behind a key that may be missing, which has been told already: undefined is of no account. */
	readonly mayMiss?: boolean;
}

export interface Walk {
	readonly checker: ts.TypeChecker;
	/** Compares what lies inside. */
	compare(pair: Pair): void;
	found(kind: Kind, pair: Pick<Pair, "where" | "use">, detail?: string): void;
	/** Whether the type or member is declared in one of our packages. */
	isOurs(symbol: ts.Symbol | undefined): boolean;
	/** Whether this is what an operation of the API is called: one more of them is nobody's loss. */
	isOperation(name: string): boolean;
	/** Looks through a type that has no earlier version, for what must not be in it. */
	inspect(type: ts.Type, where: string): void;
}

export const turned = (use: Use): Use => (use === "request" ? "answer" : "request");

/** Whether callers of the released version can go on with the built one, as far as this type goes. */
export const fits = ({ checker }: Walk, { released, built, use }: Pair): boolean =>
	use === "request"
		? checker.isTypeAssignableTo(released, built)
		: checker.isTypeAssignableTo(built, released);

export const told = ({ checker }: Walk, { built, released }: Pair): string =>
	`${text(checker, built)}, it was ${text(checker, released)}`;

const text = (checker: ts.TypeChecker, type: ts.Type): string => {
	const whole = checker.typeToString(type);
	return whole.length > 100 ? `${whole.slice(0, 97)}…` : whole;
};
