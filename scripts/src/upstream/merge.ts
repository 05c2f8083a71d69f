/**
 * Schemas that hold all at once, made into one: the branches of an `allOf`, a `$ref` and what stands beside it.
 * Facts are joined as JSON Schema means them (both must hold); words of the later one win.
 */
import { type Json, sameJson } from "../document/json.ts";
import type { Schema, TypeName } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import { typesOf } from "../document/schema.ts";

const notes = ["description", "default", "readOnly", "writeOnly", "deprecated", "examples"];
const lowest = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const highest = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];

export function merge(a: Schema, b: Schema, place: string): Schema {
	if (Object.keys(a).length === 0) return b;
	const merged: Record<string, unknown> = { ...a };
	for (const [key, value] of Object.entries(b)) {
		const present = merged[key];
		merged[key] = present === undefined ? value : mergeKeyword(key, present, value, place);
	}
	const facts = Object.keys(merged).filter((key) => key !== "$ref" && !notes.includes(key));
	if (merged["$ref"] !== undefined && facts.length > 0) {
		const cure = "Teach scripts/src/upstream/merge.ts what that shall mean.";
		throw new DocumentProblem(place, `adds ${facts.join(", ")} to a schema that contains itself`, cure);
	}
	return merged as Schema; // Each keyword has the type that its two sources have.
}

function mergeKeyword(key: string, a: unknown, b: unknown, place: string): unknown {
	if (notes.includes(key) || sameJson(a as Json, b as Json)) return b;
	if (lowest.includes(key)) return Math.min(Number(a), Number(b));
	if (highest.includes(key)) return Math.max(Number(a), Number(b));
	if (key === "required") return [...new Set([...(a as string[]), ...(b as string[])])];
	if (key === "type")
		return mergeTypes(typesOf({ type: a } as Schema), typesOf({ type: b } as Schema), place);
	if (key === "items") return merge(a as Schema, b as Schema, `${place}/items`);
	if (key === "enum") return (a as Json[]).filter((value) => (b as Json[]).includes(value));
	if (key === "additionalProperties") return typeof a === "object" ? a : b;
	if (key === "properties") return mergeProperties(a as Properties, b as Properties, place);
	throw conflict(place, key, a, b);
}

type Properties = Readonly<Record<string, Schema>>;
function mergeProperties(a: Properties, b: Properties, place: string): Properties {
	const merged: Record<string, Schema> = { ...a };
	for (const [name, schema] of Object.entries(b)) {
		merged[name] = merge(merged[name] ?? {}, schema, `${place}/properties/${name}`);
	}
	return merged;
}

function mergeTypes(a: readonly TypeName[], b: readonly TypeName[], place: string): TypeName | TypeName[] {
	const allows = (types: readonly TypeName[], type: TypeName): boolean =>
		types.includes(type) || (type === "integer" && types.includes("number"));
	const both = [...new Set([...a, ...b])].filter((type) => allows(a, type) && allows(b, type));
	const [only] = both;
	if (only === undefined) throw conflict(place, "type", a, b);
	return both.length === 1 ? only : both;
}

function conflict(place: string, key: string, a: unknown, b: unknown): DocumentProblem {
	const problem = `asks for two values of \`${key}\` at once, ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
	return new DocumentProblem(place, problem, "The publisher has to choose one.");
}
