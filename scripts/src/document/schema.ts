/** Questions and small changes of schemas in normal form, shared by all rooms that read them. */
import { type Json, sameJson } from "./json.ts";
import { asJson, refName, type Schema, type Schemas, type TypeName } from "./openapi.ts";

/** The types that a schema allows; none written means any. */
export const typesOf = ({ type }: Schema): readonly TypeName[] =>
	type === undefined ? [] : typeof type === "string" ? [type] : type;

/** The single type besides null, where there is one. */
export function soleType(schema: Schema): TypeName | undefined {
	const types = typesOf(schema).filter((type) => type !== "null");
	return types.length === 1 ? types[0] : undefined;
}

/** An object with named properties: the kind of schema that gets a name of its own. */
export const hasProperties = (schema: Schema): boolean => Object.keys(schema.properties ?? {}).length > 0;

/** An answer that only wraps one identity: an object with `identity` and no `_id`, whatever stands beside it. */
export const isEnvelope = ({ properties = {} }: Schema): boolean =>
	properties["identity"] !== undefined && properties["_id"] === undefined;

const isNull = (schema: Schema): boolean => schema.type === "null";

export const allowsNull = (schema: Schema): boolean =>
	typesOf(schema).includes("null") || (schema.anyOf?.some(isNull) ?? false);

/** The schema of all values but null; `anyOf` with a single schema left becomes that schema. */
export function withoutNull(schema: Schema): Schema {
	const { type, enum: values, anyOf, ...rest } = schema;
	const types = typesOf(schema).filter((name) => name !== "null");
	const branches = anyOf?.filter((branch) => !isNull(branch));
	const [only] = branches ?? [];
	if (only && branches?.length === 1 && anyOf?.length !== 1) return { ...only, ...rest };
	return {
		...rest,
		...(types.length > 0 && { type: types.length === 1 && types[0] ? types[0] : types }),
		...(values && { enum: values.filter((value) => value !== null) }),
		...(branches && { anyOf: branches }),
	};
}

/** The schema that also allows null. */
export function orNull(schema: Schema): Schema {
	if (allowsNull(schema)) return schema;
	if (schema.$ref !== undefined) return { anyOf: [schema, { type: "null" }] };
	if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: "null" }] };
	if (schema.type === undefined) return schema;
	return {
		...schema,
		type: [...typesOf(schema), "null"],
		...(schema.enum && !schema.enum.includes(null) && { enum: [...schema.enum, null] }),
	};
}

/** The schema with `change` made to each schema directly inside it; `step` is where it stands. */
export function mapInside(schema: Schema, change: (inner: Schema, step: string) => Schema): Schema {
	const { items, additionalProperties, anyOf, properties } = schema;
	return {
		...schema,
		...(items && { items: change(items, "items") }),
		...(typeof additionalProperties === "object" && {
			additionalProperties: change(additionalProperties, "additionalProperties"),
		}),
		...(anyOf && { anyOf: anyOf.map((branch, index) => change(branch, `anyOf/${index}`)) }),
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, inner]) => [name, change(inner, `properties/${name}`)]),
			),
		}),
	};
}

/** The schema without words and examples, at any depth: what is left is facts. */
export function withoutWords({ description: _, examples: __, ...facts }: Schema): Schema {
	return mapInside(facts, withoutWords);
}

/** Equal but for words. */
export const sameShape = (a: Schema, b: Schema): boolean =>
	sameJson(asJson(withoutWords(a)), asJson(withoutWords(b)));

/** Follows a `$ref` to the schema it names. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
	const target = schema.$ref === undefined ? undefined : schemas[refName(schema.$ref)];
	return target ? resolve(target, schemas) : schema;
}

const isDateFormat = ({ format }: Schema): boolean => format === "date-time" || format === "date";

/** A text that holds an ISO 8601 date or date-time, or either of the two. */
export const isDate = (schema: Schema): boolean =>
	soleType(schema) === "string" &&
	(isDateFormat(schema) ||
		(schema.anyOf?.every((branch) => isDateFormat(branch) || isNull(branch)) ?? false));

/** The values of an enum, but those that only say "not given". */
export const namedValues = (values: readonly Json[]): Json[] =>
	values.filter((value) => typeof value !== "string" || !value.endsWith("_UNSPECIFIED"));
