/** How the values that a type allows have changed: its types, its enum. */
import { sameJson } from "../document/json.ts";
import { asJson, type Schema, type TypeName } from "../document/openapi.ts";
import { isDate, typesOf, withoutWords } from "../document/schema.ts";
import type { Finding } from "./limits.ts";

/** Both without null, and resolved. Undefined means: another type, so that nothing else can be compared. */
export function typeChanges(before: Schema, after: Schema): Finding[] | undefined {
	const [old, now] = [branchesOf(before), branchesOf(after)];
	const detail = `${told(after)}, it was ${told(before)}`;
	if (old.length === 0 && now.length === 0) return [];
	// No type at all allows everything.
	if (now.length === 0) return [{ kind: "type widened", detail }];
	if (old.length === 0) return [{ kind: "type narrowed", detail }];
	const lost = old.filter((of) => !now.some((other) => same(of, other)));
	const won = now.filter((of) => !old.some((other) => same(of, other)));
	if (lost.length === 0 && won.length === 0) return [];
	if (lost.length === 0) return [{ kind: "type widened", detail }];
	if (won.length === 0) return [{ kind: "type narrowed", detail }];
	if (isOnly(lost, "number") && isOnly(won, "integer")) return [{ kind: "whole number", detail }];
	if (isOnly(lost, "integer") && isOnly(won, "number")) return [{ kind: "any number", detail }];
	return undefined;
}

/** What it may be, one by one: its types, or the branches of an `anyOf`. */
function branchesOf(schema: Schema): (TypeName | Schema)[] {
	const { anyOf } = schema;
	return anyOf && !isDate(schema) ? [...anyOf] : [...typesOf(schema)];
}

const same = (a: TypeName | Schema, b: TypeName | Schema): boolean =>
	typeof a === "string" || typeof b === "string"
		? a === b
		: sameJson(asJson(withoutWords(a)), asJson(withoutWords(b)));

const isOnly = (branches: readonly (TypeName | Schema)[], type: TypeName): boolean =>
	branches.length === 1 && branches[0] === type;

export function enumChanges({ enum: old }: Schema, { enum: now }: Schema): Finding[] {
	if (!old && !now) return [];
	const list = (values: readonly unknown[]): string =>
		values.map((value) => JSON.stringify(value)).join(", ");
	if (!old) return [{ kind: "enum gained", detail: list(now ?? []) }];
	if (!now) return [{ kind: "enum lost", detail: `it was one of ${list(old)}` }];
	const won = now.filter((value) => !old.includes(value));
	const lost = old.filter((value) => !now.includes(value));
	return [
		...won.map((value): Finding => ({ kind: "value added", detail: list([value]) })),
		...lost.map((value): Finding => ({ kind: "value removed", detail: list([value]) })),
	];
}

/** A type in a few words. */
export function told(schema: Schema): string {
	const types = schema.anyOf && !isDate(schema) ? schema.anyOf.map(told) : typesOf(schema);
	return types.length === 0 ? "anything" : types.join(" or ");
}
