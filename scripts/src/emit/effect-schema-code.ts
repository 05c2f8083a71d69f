/** One schema as code of Effect's `Schema`. */
import { refName, type Schema, type TypeName } from "../document/openapi.ts";
import { allowsNull, isDate, typesOf, withoutNull } from "../document/schema.ts";
import type { PublicSchema } from "../model/model.ts";
import { comment, linesOf } from "./jsdoc.ts";
import { key } from "./key.ts";
import type { Reader } from "./readers.ts";

export interface Place {
	readonly use: PublicSchema["use"];
	/** The public name of the object that it is; absent inside one. */
	readonly name?: string;
	/** What has been declared above: others can only be referred to lazily. */
	readonly known: ReadonlySet<string>;
	/** How core reads this answer. */
	readonly reader?: Reader | undefined;
}

export function schemaCode(schema: Schema, place: Place): string {
	if (!allowsNull(schema)) return valueCode(schema, place);
	const value = withoutNull(schema);
	return typesOf(schema).length === 1 ? "Schema.Null" : `Schema.NullOr(${valueCode(value, place)})`;
}

function valueCode(schema: Schema, place: Place): string {
	if (schema.$ref !== undefined) return referenceCode(refName(schema.$ref), place);
	if (isDate(schema)) return place.use === "answer" ? "Utc" : "Schema.String";
	if (schema.enum) return enumCode(schema, place);
	if (schema.anyOf) return unionCode(schema.anyOf.map((branch) => schemaCode(branch, inside(place))));
	const types = typesOf(schema);
	if (types.length === 0) return "Schema.Unknown";
	return unionCode(types.map((type) => typeCode(type, schema, place)));
}

const inside = ({ use, known }: Place): Place => ({ use, known });

const unionCode = (members: readonly string[]): string =>
	members.length === 1 ? (members[0] ?? "") : `Schema.Union([${members.join(", ")}])`;

const referenceCode = (name: string, { known }: Place): string =>
	known.has(name) ? name : `Schema.suspend((): Schema.Codec<Types.${name}, unknown> => ${name})`;

/** Closed in a request; an answer may hold a value that is new. */
function enumCode({ enum: values = [], ...schema }: Schema, place: Place): string {
	const literals = `Schema.Literals([${values.map((value) => JSON.stringify(value)).join(", ")}])`;
	return place.use === "request" ? literals : `Schema.Union([${literals}, ${valueCode(schema, place)}])`;
}

function typeCode(type: TypeName, schema: Schema, place: Place): string {
	switch (type) {
		case "string":
			return place.use === "request" ? textCode(schema) : "Schema.String";
		case "integer":
		case "number":
			return place.use === "request" ? numberCode(type, schema) : "Schema.Finite";
		case "boolean":
			return "Schema.Boolean";
		case "null":
			return "Schema.Null";
		case "array": {
			const array = `Schema.Array(${schemaCode(schema.items ?? {}, inside(place))})`;
			return place.use === "request" ? array : `Schema.mutable(${array})`;
		}
		case "object":
			return objectCode(schema, place);
	}
}

function textCode({ minLength, maxLength }: Schema): string {
	const limits = [
		...(minLength === undefined ? [] : [`minLength: ${minLength}`]),
		...(maxLength === undefined ? [] : [`maxLength: ${maxLength}`]),
	];
	return limits.length > 0 ? `text({ ${limits.join(", ")} })` : "Schema.String";
}

function numberCode(type: "integer" | "number", { minimum, maximum }: Schema): string {
	const base = type === "integer" ? "Schema.Int" : "Schema.Finite";
	const checks = [
		...(minimum === undefined ? [] : [`Schema.isGreaterThanOrEqualTo(${minimum})`]),
		...(maximum === undefined ? [] : [`Schema.isLessThanOrEqualTo(${maximum})`]),
	];
	return checks.length > 0 ? `${base}.check(${checks.join(", ")})` : base;
}

function objectCode(schema: Schema, place: Place): string {
	const { properties = {}, additionalProperties } = schema;
	if (Object.keys(properties).length === 0) {
		const inner = typeof additionalProperties === "object" ? additionalProperties : {};
		const record = `Schema.Record(Schema.String, ${schemaCode(inner, inside(place))})`;
		return place.use === "request" ? `written(${record})` : record;
	}
	const members = Object.entries(properties).map(([name, inner]) => {
		const lines = linesOf(inner);
		const words = lines.length > 0 ? `${comment(lines)}\n` : "";
		return `${words}${key(name)}: ${memberCode(name, inner, schema, place)},`;
	});
	const body = `{\n${members.join("\n")}\n}`;
	const object = place.use === "answer" ? `answer(${body})` : `Schema.Struct(${body})`;
	return place.name === undefined ? object : `${object}.annotate({ identifier: "${place.name}" })`;
}

/** A member as it may be there or not: in an answer as core's reader takes it. */
function memberCode(name: string, schema: Schema, owner: Schema, place: Place): string {
	const code = schemaCode(schema, inside(place));
	if (place.use === "request") return owner.required?.includes(name) ? code : `optional(${code})`;
	const step = place.reader?.steps.get(name);
	if (step?.does === "id") return code;
	if (step?.does === "fill") return `filled(${code}, ${step.value})`;
	return step?.does === "drop" ? `dropped(${code})` : `Schema.optionalKey(${code})`;
}
