/** What a method of the Effect client says when somebody hovers over it. */
import type { Model, Operation } from "../model/model.ts";
import { callOf, resultName } from "./call-example.ts";
import { ownErrors } from "./errors.ts";
import { wrap } from "./jsdoc.ts";
import { fields, pathParameters, told, when } from "./method-words.ts";
import { schemaOf } from "./public-schema.ts";
import { isWalked } from "./walked.ts";

export function effectLines(operation: Operation, model: Model): string[] {
	const { summary, description, deprecated, params, body, types } = operation;
	const takesQuery = params.length === 0 && !body;
	const tags = [
		...pathParameters(operation),
		...(body ? [`@param body - ${told(types.request, model)}`, ...fields("body", types.request, model)] : []),
		...(takesQuery && types.query
			? ["@param query - What to ask for.", ...fields("query", types.query, model)]
			: []),
		"@param options - Time limits, retries and headers of this call.",
		...(takesQuery ? [] : fields("options.query", types.query, model)),
		`@returns ${result(operation, model)}`,
		...(deprecated ? ["@deprecated"] : []),
	];
	return [
		...wrap(summary ?? `${operation.method} ${operation.path}`),
		...(description === undefined ? [] : ["", ...wrap(description)]),
		"",
		...wrap(failures(operation)),
		"",
		...tags.flatMap((tag) => wrap(tag, "  ")),
		"@example",
		example(operation, model),
	];
}

function example(operation: Operation, model: Model): string {
	const call = `yield* identities.${callOf(operation, model)};`;
	if (operation.answer === "none") return call;
	return `const ${isWalked(operation) ? "page" : resultName(operation, model.schemas)} = ${call}`;
}

/** What is special about an operation's failures; what all can fail with has an entry of its own. */
function failures(operation: Operation): string {
	const own = ownErrors(operation).map((name) => `with \`${name}\` ${(when[name] ?? "").replace(/\.$/, "")}`);
	return ["Fails", [...own, "with what every operation can fail with: `CommonError`."].join(", or ")].join(
		" ",
	);
}

function result(operation: Operation, { schemas }: Model): string {
	const { answer, types } = operation;
	if (isWalked(operation)) return "One page; `stream` gives every identity, `pages` every page.";
	if (answer === "none") return "Nothing.";
	const { description, properties = {} } = schemaOf(types.response, schemas);
	return "_id" in properties ? "The identity as it is now." : (description ?? "The answer.");
}
