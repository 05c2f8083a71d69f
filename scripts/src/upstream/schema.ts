/**
 * Brings one schema of the publisher into normal form: what means the same is written the same.
 * `$ref`s are put in their place, `allOf` becomes one schema, `oneOf` an `anyOf`, 3.0's `nullable` a type,
 * `const` an `enum`; an object without properties is a map. Noise goes: examples, extensions, numeric formats,
 * the time of publication as a default.
 */
import { isObject, type Json, type JsonObject, sortedText } from "../document/json.ts";
import { type Schema, type TypeName, typeNames } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import { allowsNull, hasProperties, orNull, typesOf, withoutNull, withoutWords } from "../document/schema.ts";
import { merge } from "./merge.ts";
import type { References } from "./references.ts";

const numericFormat = /^(u?int\d*|float|double|decimal|number)$/;
const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
/** Keywords taken as they are. */
const plain = ["pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const sizes = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
const flags = ["uniqueItems", "readOnly", "writeOnly", "deprecated"];
/** Keywords that would give a shape which nothing here can show. */
const unknown = ["prefixItems", "patternProperties", "$dynamicRef", "$recursiveRef"];

export function normalSchema(raw: Json | undefined, place: string, references: References): Schema {
	if (raw === true || raw === undefined) return {};
	if (!isObject(raw)) throw new DocumentProblem(place, "holds no schema", "OpenAPI asks for one there.");
	const inner = (value: Json, step: string): Schema => normalSchema(value, `${place}/${step}`, references);
	const { $ref, allOf, anyOf, oneOf } = raw;
	const parts: Schema[] = [];
	if (typeof $ref === "string") {
		const target = references.resolve($ref, place);
		const keep = references.isRecursive($ref, place);
		parts.push(keep ? references.keep($ref) : normalSchema(target, $ref, references));
	}
	for (const [index, branch] of listOf(allOf).entries()) parts.push(inner(branch, `allOf/${index}`));
	for (const [key, branches] of [
		["anyOf", listOf(anyOf)],
		["oneOf", listOf(oneOf)],
	] as const) {
		if (branches.length > 0) parts.push(union(branches.map((branch, at) => inner(branch, `${key}/${at}`))));
	}
	parts.push(ownKeywords(raw, place, inner));
	const merged = settle(parts.reduce((a, b) => merge(a, b, place)));
	return raw["nullable"] === true ? orNull(merged) : merged;
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** What a schema says by itself, beside any composition. */
function ownKeywords(raw: JsonObject, place: string, inner: (value: Json, step: string) => Schema): Schema {
	const lost = unknown.find((key) => key in raw);
	if (lost) {
		const cure = `Teach scripts/src/upstream/schema.ts what \`${lost}\` means for callers.`;
		throw new DocumentProblem(`${place}/${lost}`, "is a keyword that the generator doesn't know", cure);
	}
	const own: Record<string, unknown> = {};
	for (const key of [...plain, ...sizes]) if (raw[key] !== undefined) own[key] = raw[key];
	for (const key of flags) if (raw[key] === true) own[key] = true;
	for (const bound of ["Minimum", "Maximum"]) closeBound(own, `exclusive${bound}`, bound.toLowerCase());

	const { description, format, required, properties, additionalProperties, items, default: preset } = raw;
	if (typeof description === "string" && description.trim() !== "") own["description"] = description.trim();
	if (typeof format === "string" && !numericFormat.test(format)) own["format"] = format;
	if (preset !== undefined && !(typeof preset === "string" && stamp.test(preset))) own["default"] = preset;
	if (Array.isArray(required) && required.length > 0) own["required"] = required;
	if (items !== undefined) own["items"] = inner(items, "items");
	if (isObject(properties)) {
		own["properties"] = Object.fromEntries(
			Object.entries(properties).map(([name, value]) => [name, inner(value, `properties/${name}`)]),
		);
	}
	if (isObject(additionalProperties) && Object.keys(additionalProperties).length > 0) {
		own["additionalProperties"] = inner(additionalProperties, "additionalProperties");
	} else if (additionalProperties !== undefined) own["additionalProperties"] = additionalProperties !== false;
	return { ...own, ...typeAndValues(raw, place) };
}

/** 3.0 writes `exclusiveMinimum: true` beside the `minimum`, 3.1 writes the number itself. */
function closeBound(own: Record<string, unknown>, exclusive: string, bound: string): void {
	if (typeof own[exclusive] !== "boolean") return;
	if (own[exclusive]) own[exclusive] = own[bound];
	else delete own[exclusive];
	if (own[exclusive] !== undefined) delete own[bound];
}

function typeAndValues(raw: JsonObject, place: string): Schema {
	const { type, const: only, enum: several } = raw;
	const values = only === undefined ? listOf(several) : [only];
	const written = type === undefined ? [...new Set(values.map(typeOfValue))] : [type].flat();
	const types = written.filter((name): name is TypeName => typeNames.some((known) => known === name));
	if (types.length < written.length) {
		const cure = `JSON Schema knows ${typeNames.join(", ")}.`;
		throw new DocumentProblem(`${place}/type`, `is ${JSON.stringify(type)}`, cure);
	}
	const possible = values.filter((value) => value !== null || types.includes("null"));
	const [sole] = types;
	return {
		...(sole && { type: types.length === 1 ? sole : types }),
		...(possible.length > 0 && { enum: possible }),
	};
}

const typeOfValue = (value: Json): string =>
	value === null
		? "null"
		: Array.isArray(value)
			? "array"
			: typeof value === "number" && Number.isInteger(value)
				? "integer"
				: typeof value;

/** One of several schemas: equal ones are one, null becomes a type, a type that all share stands outside. */
function union(branches: readonly Schema[]): Schema {
	const distinct = new Map<string, Schema>();
	for (const branch of branches) {
		if (branch.type === "null") continue;
		const key = sortedText(withoutWords(withoutNull(branch)) as Json);
		if (!distinct.has(key)) distinct.set(key, withoutNull(branch));
	}
	const left = [...distinct.values()];
	const nullable = branches.some(allowsNull);
	const [first] = left;
	if (first === undefined) return { type: "null" };
	const joined = left.length === 1 ? first : joinedBranches(left, first);
	return nullable ? orNull(joined) : joined;
}

function joinedBranches(branches: readonly Schema[], { type }: Schema): Schema {
	if (branches.some((branch) => Object.keys(withoutWords(branch)).length === 0)) return {};
	const shared = typeof type === "string" && type !== "object" && type !== "array";
	if (!shared || branches.some((branch) => branch.type !== type)) return { anyOf: branches };
	const values = branches.flatMap((branch) => branch.enum ?? []);
	if (branches.every((branch) => branch.enum)) return { type, enum: [...new Set(values)] };
	const rests = branches.map(({ type: _, ...rest }) => rest);
	return rests.some((rest) => Object.keys(rest).length === 0) ? { type } : { type, anyOf: rests };
}

/** An object without properties is a map; one with properties may hold others, which goes without saying. */
function settle(schema: Schema): Schema {
	const { properties, additionalProperties, ...rest } = schema;
	const named = properties !== undefined && hasProperties(schema);
	const types = typesOf(schema);
	if (schema.type === undefined && schema.items) return { ...schema, type: "array" };
	if (types.includes("array") && !schema.items) return { ...schema, items: {} };
	if (named) {
		const closed = additionalProperties === false && { additionalProperties };
		return { type: "object", ...rest, properties, ...closed };
	}
	if (!types.includes("object")) return rest;
	return {
		...rest,
		additionalProperties: typeof additionalProperties === "object" ? additionalProperties : true,
	};
}
