/** The client's `generated/methods.ts`: one method for each operation, told in full to those who hover. */
import type { Model, Operation } from "../model/model.ts";
import { errorName } from "./errors.ts";
import { source } from "./header.ts";
import { comment } from "./jsdoc.ts";
import { key } from "./key.ts";
import { argumentName, methodLines } from "./method-words.ts";
import { isWalked } from "./walked.ts";

export function emitMethods(model: Model): Record<string, string> {
	const { operations } = model;
	const types = operations.flatMap((operation) => [
		...Object.values(operation.types).filter(
			(name) => !isWalked(operation) || name !== operation.types.response,
		),
		...(isWalked(operation) ? [] : [errorName(operation)]),
	]);
	const lists = operations.some(isWalked);
	const calls = !operations.every(isWalked);
	const options = [...(lists ? ["ListOptions"] : []), ...(calls ? ["RequestOptions"] : [])];
	const text = source(
		`import type { ${[...new Set(types)].sort().join(", ")} } from "@orq/identities-core";`,
		...(calls ? ['import type { ApiCall } from "../call.ts";'] : []),
		...(lists ? ['import { IdentitiesList } from "../list.ts";'] : []),
		`import type { ${options.join(", ")} } from "../options.ts";`,
		'import type { Send } from "../send.ts";',
		"",
		"/** One method for each operation of the document. */",
		"export class IdentitiesMethods {",
		"readonly #send: Send;",
		"",
		"constructor(send: Send) {\nthis.#send = send;\n}",
		...operations.map((operation) => `\n${comment(methodLines(operation, model))}\n${method(operation)}`),
		"}",
	);
	return { "packages/client/src/generated/methods.ts": text };
}

/** A parameter never moves: the path's first, then the body or, without both, the query, then the options. */
function method(operation: Operation): string {
	const { name, params, body, query, types } = operation;
	const demanded = query.some(({ required }) => required);
	const takesQuery = params.length === 0 && !body;
	const path = params.map((of) => ({ ...of, argument: argumentName(of.name) }));
	const parameters = [
		...path.map(({ argument }) => `${argument}: string`),
		...(body && types.request ? [optional("body", types.request, !body.required)] : []),
		...(takesQuery && types.query ? [optional("query", types.query, !demanded)] : []),
		isWalked(operation)
			? "options?: ListOptions"
			: optional("options", optionsType(operation, takesQuery, demanded), takesQuery || !demanded),
	].join(", ");
	const called = JSON.stringify(name);
	const first = takesQuery && types.query ? "query" : "undefined";
	if (isWalked(operation)) {
		return `${key(name)}(${parameters}): IdentitiesList {\nreturn new IdentitiesList(this.#send, ${first}, options);\n}`;
	}
	const inPath = path.map((of) => (of.name === of.argument ? of.name : `${key(of.name)}: ${of.argument}`));
	const input = [
		...(path.length > 0 ? [`path: { ${inPath.join(", ")} }`] : []),
		...(body ? ["body"] : []),
		...(takesQuery && types.query ? ["query"] : []),
	];
	const given = input.length > 0 ? `{ ${input.join(", ")} }` : "{}";
	const result = `ApiCall<${types.response ?? "void"}, ${errorName(operation)}>`;
	return `${key(name)}(${parameters}): ${result} {\nreturn this.#send(${called}, ${given}, options);\n}`;
}

const optional = (name: string, type: string, mayMiss: boolean): string =>
	`${name}${mayMiss ? "?" : ""}: ${type}`;

function optionsType({ types }: Operation, takesQuery: boolean, demanded: boolean): string {
	if (takesQuery || !types.query) return "RequestOptions";
	return `RequestOptions & { readonly ${demanded ? `query: ${types.query}` : `query?: ${types.query} | undefined`} }`;
}
