/**
 * How the answers of a model are read: what a reader does with each field, and which answers share a reader.
 * Answers of one kind differ by fields that may be missing anyway (`metrics`, `workspace_id`), so one reader
 * that knows all of them serves all: that keeps bundles small.
 */
import { refName, type Schema } from "../document/openapi.ts";
import { allowsNull, hasProperties, isDate, resolve, soleType, withoutNull } from "../document/schema.ts";
import type { Model } from "../model/model.ts";

export interface Step {
	/** `id`: has to be a text. `fill`: missing means `value`. `drop`: null means missing. */
	readonly does: "id" | "fill" | "drop" | "nothing";
	readonly value?: string;
	/** What else becomes of it: a date is handed to the caller's function, an object has a reader of its own. */
	readonly hands?:
		| { readonly verb: "readDate" }
		| { readonly verb: "readInner" | "readEach"; readonly reader: Reader };
}

export interface Reader {
	readonly name: string;
	readonly steps: Map<string, Step>;
}

/** The reader of each public answer that needs one, by the name of its type. */
export function readersOf({ schemas: all }: Model): ReadonlyMap<string, Reader> {
	const schemas = Object.fromEntries(Object.entries(all).map(([name, { schema }]) => [name, schema]));
	const readers = new Map<string, Reader>();

	function readerOf(name: string): Reader {
		const schema = schemas[name] ?? {};
		if (schema.$ref !== undefined) return readerOf(refName(schema.$ref));
		const known = readers.get(name);
		if (known) return known;
		const reader: Reader = { name: `read${name}`, steps: new Map() };
		readers.set(name, reader); // Before its fields, which may hold the same again.
		for (const [field, inner] of Object.entries(schema.properties ?? {})) {
			reader.steps.set(field, { ...presence(field, inner, schema), ...further(inner) });
		}
		return reader;
	}

	function presence(field: string, inner: Schema, owner: Schema): Step {
		const target = resolve(inner, schemas);
		if (owner.required?.includes(field)) {
			return field === "_id" ? { does: "id" } : { does: "fill", value: standIn(target) };
		}
		const open = allowsNull(inner) || allowsNull(target) || Object.keys(target).length === 0;
		return { does: open ? "nothing" : "drop" };
	}

	function further(inner: Schema): Pick<Step, "hands"> {
		if (isDate(inner)) return { hands: { verb: "readDate" } };
		const one = withoutNull(inner).$ref;
		const each = withoutNull(inner).items?.$ref;
		const ref = one ?? each;
		if (ref === undefined) return {};
		return { hands: { verb: one === undefined ? "readEach" : "readInner", reader: readerOf(refName(ref)) } };
	}

	const answers = Object.entries(all).filter(
		([, { use, schema }]) => use === "answer" && hasProperties(resolve(schema, schemas)),
	);
	return new Map(answers.map(([name]) => [name, readerOf(name)]));
}

/** What stands in for a required value that a server leaves out. */
function standIn(schema: Schema): string {
	if (allowsNull(schema)) return "null";
	const [only, ...others] = schema.enum ?? [];
	if (only !== undefined && others.length === 0) return JSON.stringify(only);
	const type = soleType(schema);
	return type === "string" ? '""' : type === "boolean" ? "false" : type === "array" ? "[]" : "0";
}
