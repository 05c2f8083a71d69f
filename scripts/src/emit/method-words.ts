/** What a method's hover says: the operation's words, its parameters with limits, its answer, its errors. */
import ts from "typescript";
import { camelCase } from "../document/name-case.ts";
import type { Model, Operation } from "../model/model.ts";
import { callExample } from "./call-example.ts";
import { ownErrors } from "./errors.ts";
import { sentences, wrap } from "./jsdoc.ts";
import { schemaOf } from "./public-schema.ts";
import { isWalked } from "./walked.ts";

/** What a path's parameter is called in a method: not as something that the method has already. */
export function argumentName(name: string): string {
	const own = camelCase(name);
	if (!/^\p{L}/u.test(own)) return camelCase(`param_${name}`);
	return isTaken(own) ? `${own}Param` : own;
}

/** What stands in each method beside its own parameters, and what may not be the name of one. */
const others = ["body", "query", "options", "send", "arguments", "eval", "await", "undefined"];

function isTaken(name: string): boolean {
	const word = ts.identifierToKeywordKind(ts.factory.createIdentifier(name)) ?? ts.SyntaxKind.Unknown;
	const { FirstReservedWord, LastFutureReservedWord } = ts.SyntaxKind;
	return others.includes(name) || (word >= FirstReservedWord && word <= LastFutureReservedWord);
}

export const when: Readonly<Record<string, string>> = {
	ConflictError: "where it collides with what is there already.",
	IdentityNotFoundError: "where no identity has this id.",
};
const common = [
	"@throws {InvalidInputError} where an input is refused before anything is sent.",
	"@throws {UnauthorizedError | ForbiddenError} where the key is refused.",
	"@throws {RequestRejectedError} where the API refuses the request.",
	"@throws {RateLimitError | ServerError | UnexpectedStatusError} where the API can't answer now.",
	"@throws {ConnectionError | RequestTimeoutError} where no answer comes.",
	"@throws {DecodeError} where the answer is not what was promised.",
];

export function methodLines(operation: Operation, model: Model): string[] {
	const { summary, description, deprecated, params, body, types } = operation;
	const takesQuery = params.length === 0 && !body;
	const tags = [
		...pathParameters(operation),
		...(body ? [`@param body - ${told(types.request, model)}`, ...fields("body", types.request, model)] : []),
		...(takesQuery && types.query
			? ["@param query - What to ask for.", ...fields("query", types.query, model)]
			: []),
		`@param options - ${isWalked(operation) ? listOptions : callOptions}`,
		...(takesQuery ? [] : fields("options.query", types.query, model)),
		`@returns ${result(operation, model)}`,
		...ownErrors(operation).map((name) => `@throws {${name}} ${when[name] ?? ""}`),
		...common,
		...(deprecated ? ["@deprecated"] : []),
	];
	return [
		...wrap(summary ?? `${operation.method} ${operation.path}`),
		...(description === undefined ? [] : ["", ...wrap(description)]),
		"",
		...tags.flatMap((tag) => wrap(tag, "  ")),
		"@example",
		...callExample(operation, model),
	];
}

const callOptions = "Signal, time limits, retries and headers of this call.";
const listOptions =
	"Signal, time limits, retries and headers of this call, and of each page that it fetches.";

export const pathParameters = ({ params, idParam }: Operation): string[] =>
	params.map(({ name, description }) => {
		const usual = name === idParam ? "The identity's own id, or its `external_id`." : "A part of the path.";
		return `@param ${argumentName(name)} - ${description ?? usual}`;
	});

/** One line for each field of a request type, with its limits. */
export function fields(owner: string, type: string | undefined, { schemas }: Model): string[] {
	const schema = schemaOf(type, schemas);
	return Object.entries(schema.properties ?? {}).map(([name, inner]) => {
		const required = schema.required?.includes(name) ? " Required." : "";
		return `@param ${owner}.${name} - ${sentences(inner)}${required}`.trimEnd().replace(/ -$/, "");
	});
}

export const told = (type: string | undefined, { schemas }: Model): string =>
	schemaOf(type, schemas).description ?? "What to send.";

function result(operation: Operation, { schemas }: Model): string {
	const { answer, types } = operation;
	if (isWalked(operation)) return "One page where it is awaited, and every identity where it is iterated.";
	if (answer === "none") return "Nothing.";
	const { description, properties = {} } = schemaOf(types.response, schemas);
	return "_id" in properties ? "The identity as it is now." : (description ?? "The answer.");
}
