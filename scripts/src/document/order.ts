/**
 * One order for everything in a document, so that a publisher who shuffles keys changes nothing:
 * keywords as people expect them, names by the alphabet.
 */
import type { Document, OperationObject, Parameter, Schema } from "./openapi.ts";
import { methods } from "./openapi.ts";
import { mapInside } from "./schema.ts";

const documentKeys = ["openapi", "info", "servers", "security", "paths", "components"];
const operationKeys = ["operationId", "summary", "description", "deprecated", "servers", "security"];
const operationTail = ["parameters", "requestBody", "responses"];
const parameterKeys = ["name", "in", "required", "deprecated", "style", "explode", "description", "schema"];
const schemaKeys = [
	"$ref",
	"description",
	"type",
	"format",
	"pattern",
	"enum",
	"anyOf",
	"minimum",
	"minLength",
];
const schemeKeys = ["type", "scheme"];
const schemaTail = ["readOnly", "writeOnly", "deprecated", "default", "examples", "required", "properties"];
const typeOrder = ["string", "integer", "number", "boolean", "array", "object", "null"];
const places = ["path", "query", "header", "cookie"];

const alphabetical = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts the keys of an object: `head` first, then by the alphabet, then `tail`. */
function sortKeys<T extends object>(of: T, head: readonly string[] = [], tail: readonly string[] = []): T {
	const rank = (key: string): number => {
		const first = head.indexOf(key);
		if (first >= 0) return first - head.length;
		return tail.indexOf(key) + 1;
	};
	const entries = Object.entries(of).sort(([a], [b]) => rank(a) - rank(b) || alphabetical(a, b));
	return Object.fromEntries(entries) as T;
}

const mapValues = <T, U>(of: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));

export function orderedSchema(schema: Schema): Schema {
	const inner = mapInside(schema, orderedSchema);
	const { required, ...rest } = inner;
	const { type, properties, enum: values, anyOf } = rest;
	const ordered: Schema = {
		...rest,
		...(Array.isArray(type) && {
			type: type.toSorted((a, b) => typeOrder.indexOf(a) - typeOrder.indexOf(b)),
		}),
		...(required && required.length > 0 && { required: required.toSorted(alphabetical) }),
		...(values && { enum: values.toSorted((a, b) => alphabetical(nullLast(a), nullLast(b))) }),
		...(anyOf && { anyOf: anyOf.toSorted((a, b) => alphabetical(branchKey(a), branchKey(b))) }),
		...(properties && { properties: sortKeys(properties) }),
	};
	return sortKeys(ordered, schemaKeys, schemaTail);
}

const nullLast = (value: unknown): string => (value === null ? "\uffff" : JSON.stringify(value));
const branchKey = (branch: Schema): string => (branch.type === "null" ? "\uffff" : JSON.stringify(branch));

const orderedParameter = (parameter: Parameter): Parameter =>
	sortKeys({ ...parameter, schema: orderedSchema(parameter.schema) }, parameterKeys);

/** The path's parameters in the path's order, then the others by place and name. */
function orderedParameters(parameters: readonly Parameter[], path: string): Parameter[] {
	const rank = (parameter: Parameter): number =>
		parameter.in === "path" ? path.indexOf(`{${parameter.name}}`) : 0;
	return parameters
		.map(orderedParameter)
		.sort(
			(a, b) =>
				places.indexOf(a.in) - places.indexOf(b.in) || rank(a) - rank(b) || alphabetical(a.name, b.name),
		);
}

type Contents = Readonly<Record<string, { readonly schema?: Schema }>>;
const orderedContent = <T extends { readonly content?: Contents }>(of: T): T =>
	sortKeys(
		of.content
			? {
					...of,
					content: sortKeys(
						mapValues(of.content, (media) =>
							media.schema ? { ...media, schema: orderedSchema(media.schema) } : media,
						),
					),
				}
			: of,
		["description"],
	);

function orderedOperation(operation: OperationObject, path: string): OperationObject {
	const { parameters, requestBody, responses } = operation;
	return sortKeys(
		{
			...operation,
			...(parameters && { parameters: orderedParameters(parameters, path) }),
			...(requestBody && { requestBody: orderedContent(requestBody) }),
			responses: sortKeys(mapValues(responses, orderedContent)),
		},
		operationKeys,
		operationTail,
	);
}

/** Paths in order, and all that is in them: what is named by position has to be in order first. */
export const orderedPaths = (paths: Document["paths"]): Document["paths"] =>
	sortKeys(
		Object.fromEntries(
			Object.entries(paths).map(([path, item]) => [
				path,
				sortKeys(
					mapValues(item, (operation) => operation && orderedOperation(operation, path)),
					methods,
				),
			]),
		) as Document["paths"], // The same methods with the same operations, in another order.
	);

export function orderedDocument(document: Document): Document {
	const { schemas, securitySchemes } = document.components;
	const schemes = securitySchemes && sortKeys(mapValues(securitySchemes, (of) => sortKeys(of, schemeKeys)));
	const components = {
		...(schemes && { securitySchemes: schemes }),
		schemas: sortKeys(mapValues(schemas, orderedSchema)),
	};
	return sortKeys({ ...document, paths: orderedPaths(document.paths), components }, documentKeys);
}
