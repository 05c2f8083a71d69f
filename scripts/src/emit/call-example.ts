/** A small call of an operation, made of the document's examples. */
import type { Schema } from "../document/openapi.ts";
import { soleType } from "../document/schema.ts";
import type { Model, Operation } from "../model/model.ts";
import { key } from "./key.ts";
import { follow, schemaOf } from "./public-schema.ts";
import { isWalked } from "./walked.ts";

export function callExample(operation: Operation, model: Model): string[] {
	const { answer } = operation;
	const call = `client.${callOf(operation, model)}`;
	if (isWalked(operation))
		return [`for await (const identity of ${call}) console.log(identity.external_id);`];
	return [
		answer === "none" ? `await ${call};` : `const ${resultName(operation, model.schemas)} = await ${call};`,
	];
}

/** The method's name with arguments: `retrieve("user_4711")`. */
export function callOf(operation: Operation, { schemas }: Model): string {
	const { name, params, body, types, query } = operation;
	const type = body ? types.request : types.query;
	const demanded = query.some(({ required }) => required);
	const input = type === undefined ? "{}" : exampleOf(schemaOf(type, schemas), schemas, isWalked(operation));
	const inQuery = body === undefined && params.length > 0;
	const args = [
		...params.map((of) => JSON.stringify(of.example ?? (of.name === operation.idParam ? "user_1" : "…"))),
		...(!inQuery && (body || input !== "{}") ? [input] : []),
		...(inQuery && demanded ? [`{ query: ${input} }`] : []),
	];
	return `${name}(${args.join(", ")})`;
}

export const resultName = ({ types }: Operation, schemas: Model["schemas"]): string =>
	"_id" in (schemaOf(types.response, schemas).properties ?? {}) ? "identity" : "answer";

/** An object with what it has to have and, where `some` asks for it, a number to show. */
function exampleOf(of: Schema, schemas: Model["schemas"], some = false): string {
	const schema = follow(of, schemas);
	const [whole] = schema.examples ?? [];
	if (whole !== undefined) return written(whole);
	if (soleType(schema) !== "object") return placeholder(schema);
	const properties = Object.entries(schema.properties ?? {});
	const shown = properties.filter(
		([name, inner]) => schema.required?.includes(name) || (some && isNumber(inner)),
	);
	const members = shown.map(([name, inner]) => `${key(name)}: ${exampleOf(inner, schemas)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const isNumber = (schema: Schema): boolean => /^(integer|number)$/.test(soleType(schema) ?? "");

function placeholder({ enum: [value] = [], ...schema }: Schema): string {
	if (value !== undefined) return JSON.stringify(value);
	const type = soleType(schema);
	if (isNumber(schema)) return String(schema.minimum ?? 1);
	return type === "boolean" ? "true" : type === "array" ? "[]" : '"…"';
}

/** JSON as people write it in code. */
function written(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	return `{ ${Object.entries(value)
		.map(([name, inner]) => `${key(name)}: ${written(inner)}`)
		.join(", ")} }`;
}
