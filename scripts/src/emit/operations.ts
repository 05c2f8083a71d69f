/**
 * core's `generated/operations.ts`, the operation table: all that the document says, for servers and readers. What a
 * client needs of it stands in `generated/rows.ts`.
 */
import type { BodyField, Model, Operation, QueryParameter } from "../model/model.ts";
import { source } from "./header.ts";
import { key } from "./key.ts";

export function emitOperations({ operations }: Model): Record<string, string> {
	const text = source(
		'import type { Operation } from "../wire/operation.ts";',
		"",
		"export const operations = {",
		...operations.map((operation) => `${key(operation.name)}: {\n${row(operation).join(",\n")},\n},`),
		"} as const satisfies Readonly<Record<string, Operation>>;",
		"",
		"/** The name of an operation, which is the name of its method in every client. */",
		"export type OperationName = keyof typeof operations;",
	);
	return { "packages/core/src/generated/operations.ts": text };
}

function row(operation: Operation): string[] {
	const { name, method, path, params, idParam, query, body, success, answer, envelope, idempotent } =
		operation;
	const fields =
		body && Object.entries(body.fields).map(([field, of]) => `${key(field)}: ${literal(fieldOf(of))}`);
	return [
		`name: ${JSON.stringify(name)}`,
		`method: ${JSON.stringify(method)}`,
		`path: ${JSON.stringify(path)}`,
		`params: ${JSON.stringify(params.map((parameter) => parameter.name))}`,
		...(idParam === undefined ? [] : [`id: ${JSON.stringify(idParam)}`]),
		`query: [${query.map((parameter) => literal(parameterOf(parameter))).join(", ")}]`,
		...(body && fields ? [`body: {\nrequired: ${body.required},\nfields: { ${fields.join(", ")} },\n}`] : []),
		`success: ${success}`,
		`answer: ${JSON.stringify(answer)}`,
		`envelope: ${envelope}`,
		`idempotent: ${idempotent}`,
	];
}

const parameterOf = ({ name, wire, form, type, required, limits }: QueryParameter): object => ({
	name,
	wire,
	form,
	type,
	...(required && { required }),
	...limits,
});

const fieldOf = ({ required, limits }: BodyField): object => ({ ...(required && { required }), ...limits });

const literal = (of: object): string => {
	const members = Object.entries(of).map(([name, value]) => `${key(name)}: ${JSON.stringify(value)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};
