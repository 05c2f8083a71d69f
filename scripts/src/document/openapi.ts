/**
 * The part of OpenAPI 3.1 that a document in normal form uses: parameters, bodies and answers stand in place,
 * only schemas are shared, by name. Whatever else OpenAPI allows is folded into this by the upstream room.
 */
import type { Json, JsonObject } from "./json.ts";

export const typeNames = ["string", "integer", "number", "boolean", "array", "object", "null"] as const;
export type TypeName = (typeof typeNames)[number];

export interface Schema {
	readonly $ref?: string;
	readonly type?: TypeName | readonly TypeName[];
	readonly format?: string;
	readonly pattern?: string;
	readonly enum?: readonly Json[];
	readonly anyOf?: readonly Schema[];
	readonly items?: Schema;
	readonly additionalProperties?: boolean | Schema;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly exclusiveMinimum?: number;
	readonly exclusiveMaximum?: number;
	readonly multipleOf?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly uniqueItems?: boolean;
	readonly minProperties?: number;
	readonly maxProperties?: number;
	readonly default?: Json;
	readonly readOnly?: boolean;
	readonly writeOnly?: boolean;
	readonly deprecated?: boolean;
	readonly description?: string;
	readonly examples?: readonly Json[];
}

export interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly deprecated?: boolean;
	readonly style?: string;
	readonly explode?: boolean;
	readonly description?: string;
	readonly schema: Schema;
}

export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Body {
	readonly required?: boolean;
	readonly content: Content;
}

export interface Answer {
	readonly description: string;
	readonly content?: Content;
}

export type Security = readonly Readonly<Record<string, readonly string[]>>[];

export interface OperationObject {
	readonly operationId: string;
	readonly summary?: string;
	readonly description?: string;
	readonly deprecated?: boolean;
	readonly servers?: readonly Server[];
	readonly security?: Security;
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: Body;
	readonly responses: Readonly<Record<string, Answer>>;
}

export interface Server {
	readonly url: string;
	readonly description?: string;
}

/** The methods that may stand in a path, in the order that documents and clients list them. */
export const methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;
export type Method = (typeof methods)[number];

export type PathItem = Readonly<Partial<Record<Method, OperationObject>>>;
export type Schemas = Readonly<Record<string, Schema>>;

export interface SecurityScheme {
	readonly type: string;
	readonly scheme?: string;
	readonly description?: string;
}

export interface Document {
	readonly openapi: string;
	readonly info: { readonly title: string; readonly version: string; readonly description?: string };
	readonly servers?: readonly Server[];
	readonly security?: Security;
	readonly paths: Readonly<Record<string, PathItem>>;
	readonly components: {
		readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
		readonly schemas: Schemas;
	};
}

/** Each operation of a document with its place, in order. */
export function operationsOf<At extends { readonly paths: Document["paths"] }>(
	document: At,
): { path: string; method: Method; operation: OperationObject }[] {
	return Object.entries(document.paths).flatMap(([path, item]) =>
		methods.flatMap((method) => {
			const operation = item[method];
			return operation ? [{ path, method, operation }] : [];
		}),
	);
}

export const json = "application/json";
export const schemaRef = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const refName = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);

/** A document is JSON, and JSON in normal form is a document: the linter and the model look at the rest. */
export const asJson = (document: Document | Schema): JsonObject => document as unknown as JsonObject;
export const asDocument = (value: JsonObject): Document => value as unknown as Document;
