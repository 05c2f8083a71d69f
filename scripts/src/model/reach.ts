/**
 * How far core's reader of answers goes: from an object to those in its fields, and to those in arrays that are its
 * fields. Values of a map, arrays in arrays and one of several objects come as the server sent them.
 */
import type { Schema } from "../document/openapi.ts";
import { withoutNull } from "../document/schema.ts";

/** Where the reader stands: in the object itself, in what one of its fields holds, in an item; or not at all. */
export type Reach = "object" | "page" | "field" | "item" | "lost";

/** Whether the reader puts something in the place of a field that a server leaves out. */
export const isFilled = (reach: Reach, field: string): boolean =>
	reach === "object" || (reach === "page" && ["object", "data", "has_more"].includes(field));

/** Where it stands in what lies inside `schema`, one step on. */
export function reachInside(schema: Schema, step: string, reach: Reach): Reach {
	if (step.startsWith("properties/")) {
		if (reach === "page") return step === "properties/data" ? "field" : "lost";
		return reach === "object" ? "field" : "lost";
	}
	if (reach !== "field") return "lost";
	if (step === "items") return "item";
	const isOnly = step.startsWith("anyOf/") && withoutNull(schema).$ref !== undefined;
	return isOnly ? "field" : "lost";
}
