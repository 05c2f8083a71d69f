/**
 * An operation's query as callers write it. A dotted parameter is a part of an object (`filter_by.tags` is
 * `tags` of `filter_by`), an object without a `style` travels as JSON, an array as its name once per element.
 */
import type { Parameter, Schema, Schemas } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import { resolve, soleType } from "../document/schema.ts";
import type { QueryParameter } from "./model.ts";
import { limitsOf } from "./shape.ts";

export interface Query {
	readonly parameters: readonly QueryParameter[];
	/** All of it as one object; absent where there is nothing to write. */
	readonly schema?: Schema;
}

interface Placed {
	readonly parameter: Parameter;
	readonly place: string;
}

export function queryOf(placed: readonly Placed[], schemas: Schemas): Query {
	const ours = placed.filter(({ parameter }) => parameter.in === "query");
	refuseTwice(ours);
	const properties: Record<string, Schema> = {};
	const required = new Set<string>();
	for (const { parameter } of ours) {
		fold(properties, parameter.name.split("."), { ...parameter.schema, ...wordsOf(parameter) });
		if (parameter.required) required.add(headOf(parameter));
	}
	const parameters = ours.map(({ parameter, place }) => rowOf(parameter, place, schemas));
	if (ours.length === 0) return { parameters };
	const demands = required.size > 0 && { required: [...required] };
	return { parameters, schema: { type: "object", ...demands, properties } };
}

const headOf = ({ name }: Parameter): string => name.replace(/\..*$/, "");

const wordsOf = ({ description, deprecated }: Parameter): Schema => ({
	...(description !== undefined && { description }),
	...(deprecated && { deprecated }),
});

/** Puts a parameter in its place. The words of an object's only part are told of the object itself. */
function fold(into: Record<string, Schema>, [head = "", ...rest]: string[], schema: Schema): void {
	const present = into[head];
	if (rest.length === 0) {
		into[head] = schema;
		return;
	}
	const inner: Record<string, Schema> = { ...present?.properties };
	const { description, ...wordless } = schema;
	fold(inner, rest, present ? schema : wordless);
	const words = !present && description !== undefined && { description };
	into[head] = { type: "object", ...words, properties: inner };
}

/** `filter_by` and `filter_by.tags` beside each other would both be the caller's `filter_by`. */
function refuseTwice(placed: readonly Placed[]): void {
	const names = new Set(placed.map(({ parameter }) => parameter.name));
	for (const { parameter, place } of placed) {
		const steps = parameter.name.split(".");
		const whole = steps
			.map((_, index) => steps.slice(0, index).join("."))
			.find((prefix) => names.has(prefix));
		if (whole === undefined) continue;
		const problem = `is a part of \`${whole}\`, which is a parameter itself`;
		throw new DocumentProblem(place, problem, "Remove one of the two in openapi/overlay.yaml.");
	}
}

function rowOf(parameter: Parameter, place: string, schemas: Schemas): QueryParameter {
	const schema = resolve(parameter.schema, schemas);
	const type = soleType(schema);
	const refuse = (what: string): DocumentProblem =>
		new DocumentProblem(
			place,
			`is ${what}, which the clients can't send`,
			"Teach packages/core/src/wire/query.ts and scripts/src/model/query.ts that form, or mend it in the overlay.",
		);
	if (type === undefined || type === "null") throw refuse("a query parameter of no or several types");
	const { style, explode } = parameter;
	if (style !== undefined || explode !== undefined) {
		throw refuse(`a query parameter with \`style: ${style ?? "form"}\` and \`explode: ${explode ?? true}\``);
	}
	const items = type === "array" ? soleType(resolve(schema.items ?? {}, schemas)) : undefined;
	if (items === "object" || items === "array") throw refuse(`an array of ${items}s in the query`);
	return {
		name: headOf(parameter),
		wire: parameter.name,
		form: type === "object" ? "json" : type === "array" ? "array" : "plain",
		type,
		required: parameter.required ?? false,
		limits: limitsOf(schema),
	};
}
