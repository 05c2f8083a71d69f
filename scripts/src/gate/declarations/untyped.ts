/** The places where the API itself says nothing of a value: there `unknown` is what a type has to be. */
import type { Schema } from "../../document/openapi.ts";
import { isDate } from "../../document/schema.ts";
import type { Model } from "../../model/model.ts";

export function untypedPlaces({ schemas }: Model): ReadonlySet<string> {
	const found = new Set<string>();
	const visit = (schema: Schema, where: string): void => {
		const { $ref, type, anyOf, items, additionalProperties, properties = {} } = schema;
		if ($ref === undefined && type === undefined && !anyOf) found.add(where);
		if (additionalProperties === true) found.add(`${where}[key]`);
		else if (typeof additionalProperties === "object") visit(additionalProperties, `${where}[key]`);
		if (items) visit(items, `${where}[]`);
		if (!isDate(schema)) for (const branch of anyOf ?? []) visit(branch, where);
		for (const [name, inner] of Object.entries(properties)) visit(inner, `${where}.${name}`);
	};
	for (const [name, { schema }] of Object.entries(schemas)) visit(schema, name);
	return found;
}
