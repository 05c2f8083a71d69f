/** Looks up the schema behind a public name, or behind a `$ref` to one. */
import { refName, type Schema } from "../document/openapi.ts";
import type { Model } from "../model/model.ts";

export function schemaOf(type: string | undefined, schemas: Model["schemas"]): Schema {
	return follow(schemas[type ?? ""]?.schema ?? {}, schemas);
}

export const follow = (schema: Schema, schemas: Model["schemas"]): Schema =>
	schema.$ref === undefined ? schema : schemaOf(refName(schema.$ref), schemas);
