/** A parameter in normal form: one description, a schema always, and a style only where it says something. */
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { json, type Parameter } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import { soleType } from "../document/schema.ts";
import type { References } from "./references.ts";
import { normalSchema } from "./schema.ts";

/** How parameters travel unless the document says otherwise (OpenAPI 3.1, §4.8.12.2). */
const usualStyle: Readonly<Record<string, string>> = { query: "form", cookie: "form" };

export function parameterOf(raw: Json, at: string, references: References): Parameter {
	const { value, place } = references.follow(raw, at);
	const { name, in: location } = value;
	if (typeof name !== "string" || typeof location !== "string") {
		throw new DocumentProblem(place, "is a parameter without `name` or `in`", "OpenAPI asks for both.");
	}
	const { description: inner, ...schema } = normalSchema(...schemaOf(value, place), references);
	const own = value["description"];
	const description = typeof own === "string" && own.trim() !== "" ? own.trim() : inner;
	return {
		name,
		in: location,
		...(value["required"] === true && { required: true }),
		...(value["deprecated"] === true && { deprecated: true }),
		...styleOf(value, location, soleType(schema) === "object"),
		...(description !== undefined && { description }),
		schema,
	};
}

/** A parameter with JSON content says the same as one with an object for a schema and no style. */
function schemaOf({ schema, content }: JsonObject, place: string): [Json | undefined, string] {
	const media = isObject(content) ? content[json] : undefined;
	return isObject(media)
		? [media["schema"], `${place}/content/application~1json/schema`]
		: [schema, `${place}/schema`];
}

/** For an object any style that is written down matters: without one it is JSON on the wire. */
function styleOf(
	{ style, explode }: JsonObject,
	location: string,
	isJson: boolean,
): { style?: string; explode?: boolean } {
	const usual = usualStyle[location] ?? "simple";
	const asUsual = !isJson && (style === undefined || style === usual);
	return {
		...(typeof style === "string" && !asUsual && { style }),
		...(typeof explode === "boolean" && !(asUsual && explode === (usual === "form")) && { explode }),
	};
}
