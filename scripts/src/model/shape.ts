/** What a schema looks like to callers, in a request and in an answer. */
import type { Schema, Schemas } from "../document/openapi.ts";
import { allowsNull, isDate, namedValues, resolve, soleType } from "../document/schema.ts";
import type { Limits, PublicSchema } from "./model.ts";
import { isFilled, type Reach } from "./reach.ts";

/**
 * One schema as callers see it; what lies inside is not looked at. Where an answer's reader doesn't come, nothing
 * is filled in: fields may be missing, and dates are texts like others.
 */
export function shape(schema: Schema, use: PublicSchema["use"], schemas: Schemas, reach: Reach): Schema {
	if (isDate(schema)) return use === "request" || reach === "field" ? dateShape(schema) : textShape(schema);
	const { enum: values, properties, required = [], ...rest } = schema;
	const named = namedValues(values ?? []);
	const hidden = use === "request" ? "readOnly" : "writeOnly";
	const visible = Object.entries(properties ?? {}).filter(([, inner]) => inner[hidden] !== true);
	const kept = required.filter((name) => {
		const inner = properties?.[name];
		return (
			inner &&
			inner[hidden] !== true &&
			(use === "request" || (isFilled(reach, name) && canStandIn(inner, schemas)))
		);
	});
	// What is always there comes first.
	visible.sort(([a], [b]) => Number(kept.includes(b)) - Number(kept.includes(a)));
	return {
		...rest,
		...(named.length > 0 && { enum: named }),
		...(kept.length > 0 && { required: kept }),
		...(properties && { properties: Object.fromEntries(visible) }),
	};
}

/** A date alone and a date-time are one type to callers, which the reader hands on as text or as a date. */
function dateShape({ anyOf: _, ...schema }: Schema): Schema {
	return { ...schema, format: "date-time" };
}

const textShape = ({ anyOf: _, format: __, ...schema }: Schema): Schema => schema;

/**
 * Whether something can stand in for a required value that a server leaves out: null, zero, no text, no items.
 * Nothing can stand in for an object or a date, so those stay optional in an answer whatever the document says.
 */
function canStandIn(schema: Schema, schemas: Schemas): boolean {
	const target = resolve(schema, schemas);
	if (allowsNull(target)) return true;
	// Left out, such an enum means "unspecified", which is none of the values that callers are told of.
	if (namedValues(target.enum ?? []).length < (target.enum?.length ?? 0)) return false;
	const type = soleType(target);
	return type !== undefined && type !== "object" && !isDate(target);
}

/** The limits that are checked before sending: a length where it is text, and nothing else. */
export function limitsOf(schema: Schema): Limits {
	const { exclusiveMinimum, exclusiveMaximum, minLength, maxLength } = schema;
	const isWhole = soleType(schema) === "integer";
	const isText = soleType(schema) === "string";
	const above = isWhole && exclusiveMinimum !== undefined ? exclusiveMinimum + 1 : undefined;
	const below = isWhole && exclusiveMaximum !== undefined ? exclusiveMaximum - 1 : undefined;
	const { minimum = above, maximum = below } = schema;
	return {
		...(minimum !== undefined && { minimum }),
		...(maximum !== undefined && { maximum }),
		...(isText && minLength !== undefined && { minLength }),
		...(isText && maxLength !== undefined && { maxLength }),
	};
}
