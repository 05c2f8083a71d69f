/**
 * The Effect client's `generated/types.ts`: core's public types, and those that hold a date anew, with `DateTime.Utc`
 * in the place of its text.
 */
import ts from "typescript";
import { refName, type Schema } from "../document/openapi.ts";
import { isDate } from "../document/schema.ts";
import type { Model } from "../model/model.ts";
import { errorName } from "./errors.ts";
import { source } from "./header.ts";
import { typeNodes } from "./type-nodes.ts";
import { answers, declaration } from "./types.ts";

const { factory } = ts;

export async function emitEffectTypes(model: Model): Promise<Record<string, string>> {
	const { operations, schemas } = model;
	const utc = () =>
		factory.createTypeReferenceNode(factory.createQualifiedName(factory.createIdentifier("DateTime"), "Utc"));
	const nodes = await typeNodes(model, utc);
	const own = datedTypes(model);
	const others = Object.keys(schemas).filter((name) => !own.has(name));
	const declarations = [...own].map((name) =>
		declaration(name, schemas[name]?.schema ?? {}, nodes.get(name)),
	);
	const used = new Set([
		...[...own].flatMap((name) => refsIn(schemas[name]?.schema ?? {})),
		...operations.flatMap(({ types }) => types.response ?? []),
	]);
	const imported = others.filter((name) => used.has(name)).sort();
	const text = source(
		...(imported.length > 0 ? [`import type { ${imported.join(", ")} } from "@orq/identities-core";`] : []),
		...(own.size > 0 ? ['import type * as DateTime from "effect/DateTime";'] : []),
		"",
		`export type { ${[...others, ...operations.map(errorName)].sort().join(", ")} } from "@orq/identities-core";`,
		"",
		...declarations,
		answers(operations),
	);
	return { "packages/effect/src/generated/types.ts": text };
}

/** The answers that hold a date, themselves or in what they refer to. */
export function datedTypes({ schemas }: Model): ReadonlySet<string> {
	const holdsDate = (schema: Schema, seen: readonly string[] = []): boolean => {
		const name = schema.$ref === undefined ? undefined : refName(schema.$ref);
		if (name !== undefined) {
			return !seen.includes(name) && holdsDate(schemas[name]?.schema ?? {}, [...seen, name]);
		}
		return isDate(schema) || inside(schema).some((inner) => holdsDate(inner, seen));
	};
	const names = Object.entries(schemas).filter(
		([name, { use, schema }]) => use === "answer" && holdsDate(schema, [name]),
	);
	return new Set(names.map(([name]) => name));
}

/** The names that a schema refers to. */
export const refsIn = (schema: Schema): string[] =>
	schema.$ref === undefined ? inside(schema).flatMap(refsIn) : [refName(schema.$ref)];

const inside = ({ properties, items, additionalProperties, anyOf }: Schema): Schema[] => [
	...Object.values(properties ?? {}),
	...(items ? [items] : []),
	...(typeof additionalProperties === "object" ? [additionalProperties] : []),
	...(anyOf ?? []),
];
