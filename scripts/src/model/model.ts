/**
 * The API as callers see it, whatever form the document of the day has.
 * Everything that is generated is made of this: nothing after it knows OpenAPI, nothing before it TypeScript.
 */
import type { Schema, TypeName } from "../document/openapi.ts";

export interface Model {
	readonly operations: readonly Operation[];
	/** Public types by name, in the order that a reader meets them. */
	readonly schemas: Readonly<Record<string, PublicSchema>>;
}

export interface PublicSchema {
	/** Callers write requests and read answers: enums are closed in the one and open in the other. */
	readonly use: "request" | "answer";
	/** A plain JSON Schema; a `$ref` alone where the type is the same as another. */
	readonly schema: Schema;
}

export interface Operation {
	/** The method's name in every client: `list`. */
	readonly name: string;
	/** What types are named after: `ListIdentities`. */
	readonly id: string;
	readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** The path's template, with our names for its parameters. */
	readonly path: string;
	readonly params: readonly PathParameter[];
	/** The path parameter that holds the identity's id. */
	readonly idParam?: string;
	readonly query: readonly QueryParameter[];
	readonly body?: { readonly required: boolean; readonly fields: Readonly<Record<string, BodyField>> };
	readonly success: number;
	readonly answer: "page" | "object" | "none";
	readonly envelope: boolean;
	readonly idempotent: boolean;
	/** The names of its types in `schemas`. */
	readonly types: { readonly query?: string; readonly request?: string; readonly response?: string };
	readonly summary?: string;
	readonly description?: string;
	readonly deprecated: boolean;
}

export interface PathParameter {
	readonly name: string;
	readonly description?: string;
	readonly example?: string;
}

export interface QueryParameter {
	/** The name that callers write, and the one on the wire: `filter_by`, `filter_by.tags`. */
	readonly name: string;
	readonly wire: string;
	readonly form: "plain" | "json" | "array";
	readonly type: Exclude<TypeName, "null">;
	readonly required: boolean;
	readonly limits: Limits;
}

export interface BodyField {
	readonly required: boolean;
	readonly nullable: boolean;
	readonly limits: Limits;
}

export interface Limits {
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
}
