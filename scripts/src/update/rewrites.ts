/** For tests: rewrites of a document that mean the same, as publishers make them. */
import { isObject, type Json, type JsonObject } from "../document/json.ts";

/** Every `$ref` replaced by what it points to. Not for a document with a schema that contains itself. */
export function inlined(document: JsonObject): JsonObject {
	const at = (ref: string): Json => {
		const steps = ref.slice(2).split("/");
		return steps.reduce<Json>((value, step) => (isObject(value) ? (value[step] ?? null) : null), document);
	};
	const visit = (value: Json): Json => {
		if (Array.isArray(value)) return value.map(visit);
		if (!isObject(value)) return value;
		const { $ref, ...rest } = value;
		const own = mapValues(rest, visit);
		if (typeof $ref !== "string") return own;
		const target = visit(at($ref));
		return isObject(target) ? { ...target, ...own } : target;
	};
	const paths = visit(document["paths"] ?? {});
	const { securitySchemes = {} } = isObject(document["components"]) ? document["components"] : {};
	return { ...document, paths, components: { securitySchemes } };
}

/** Every component under another name. */
export function renamed(document: JsonObject): JsonObject {
	const other = (name: string): string => `V9${name}Dto`;
	const visit = (value: Json, key = ""): Json => {
		if (key === "$ref" && typeof value === "string") return value.replace(/[^/]+$/, other);
		if (Array.isArray(value)) return value.map((each) => visit(each));
		return isObject(value) ? mapValues(value, visit) : value;
	};
	const { components, ...rest } = document;
	const groups = mapValues(isObject(components) ? components : {}, (group, kind) => {
		if (!isObject(group) || kind === "securitySchemes") return group;
		return Object.fromEntries(Object.entries(group).map(([name, value]) => [other(name), visit(value)]));
	});
	return { ...mapValues(rest, visit), components: groups };
}

const mapValues = (of: JsonObject, change: (value: Json, key: string) => Json): JsonObject =>
	Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key)]));
