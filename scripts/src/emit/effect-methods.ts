/** The Effect client's `generated/methods.ts`: one method for each operation, and what they are made of. */
import type { Model, Operation } from "../model/model.ts";
import { effectLines } from "./effect-words.ts";
import { errorName } from "./errors.ts";
import { source } from "./header.ts";
import { comment } from "./jsdoc.ts";
import { key } from "./key.ts";
import { argumentName } from "./method-words.ts";

export function emitEffectMethods(model: Model): Record<string, string> {
	const { operations } = model;
	const types = operations.flatMap((operation) => [...Object.values(operation.types), errorName(operation)]);
	const text = source(
		'import type * as Effect from "effect/Effect";',
		'import type { RequestOptions } from "../options.ts";',
		'import type { Send } from "../send.ts";',
		`import type { ${[...new Set(types)].sort().join(", ")} } from "./types.ts";`,
		"",
		"/** One method for each operation of the document. */",
		"export interface IdentitiesMethods {",
		...operations.map((operation) => `${comment(effectLines(operation, model))}\n${signature(operation)}`),
		"}",
		"",
		"/** The methods, made of what sends an operation. */",
		"export const identitiesMethods = (send: Send): IdentitiesMethods => ({",
		...operations.map(implementation),
		"});",
	);
	return { "packages/effect/src/generated/methods.ts": text };
}

/** A parameter never moves: the path's first, then the body or, without both, the query, then the options. */
function signature(operation: Operation): string {
	const { name, params, body, query, types } = operation;
	const demanded = query.some(({ required }) => required);
	const takesQuery = params.length === 0 && !body;
	const parameters = [
		...params.map((of) => `${argumentName(of.name)}: string`),
		...(body && types.request ? [optional("body", types.request, !body.required)] : []),
		...(takesQuery && types.query ? [optional("query", types.query, !demanded)] : []),
		optional("options", optionsType(operation, takesQuery, demanded), takesQuery || !demanded),
	];
	const result = `Effect.Effect<${types.response ?? "void"}, ${errorName(operation)}>`;
	return `readonly ${key(name)}: (${parameters.join(", ")}) => ${result};\n`;
}

function implementation({ name, params, body, types }: Operation): string {
	const takesQuery = params.length === 0 && !body && types.query;
	const path = params.map((of) => ({ ...of, argument: argumentName(of.name) }));
	const inPath = path.map((of) => (of.name === of.argument ? of.name : `${key(of.name)}: ${of.argument}`));
	const input = [
		...(path.length > 0 ? [`path: { ${inPath.join(", ")} }`] : []),
		...(body ? ["body"] : []),
		...(takesQuery ? ["query"] : []),
	];
	const given = [
		...path.map(({ argument }) => argument),
		...(body ? ["body"] : []),
		...(takesQuery ? ["query"] : []),
		"options",
	];
	const sent = input.length > 0 ? `{ ${input.join(", ")} }` : "{}";
	return `${key(name)}: (${given.join(", ")}) => send(${JSON.stringify(name)}, ${sent}, options),`;
}

const optional = (name: string, type: string, mayMiss: boolean): string =>
	`${name}${mayMiss ? "?" : ""}: ${type}`;

function optionsType({ types }: Operation, takesQuery: boolean, demanded: boolean): string {
	if (takesQuery || !types.query) return "RequestOptions";
	return `RequestOptions & { readonly ${demanded ? `query: ${types.query}` : `query?: ${types.query} | undefined`} }`;
}
