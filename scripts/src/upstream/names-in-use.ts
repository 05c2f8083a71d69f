/** The names of inner objects that callers and the overlay know already: an update shall not take them away. */
import { sortedText } from "../document/json.ts";
import { asJson, type Document, refName, type Schema, type Schemas } from "../document/openapi.ts";
import { orderedSchema } from "../document/order.ts";
import type { Action } from "../document/overlay.ts";
import { mapInside, orNull, withoutNull, withoutWords } from "../document/schema.ts";

export interface NamesInUse {
	readonly names: ReadonlySet<string>;
	/** What an object of the last update was called, by its shape. */
	readonly byShape: ReadonlyMap<string, string>;
}

/** `before` is the document of the last update. */
export function namesInUse(before: Document | undefined, actions: readonly Action[]): NamesInUse {
	const schemas = before?.components.schemas ?? {};
	const ofOperations = new Set(["Identity", ...refsIn(before?.paths ?? {})]);
	const inner = Object.values(schemas).flatMap(refsIn);
	const names = [...new Set(inner)].filter((name) => name in schemas && !ofOperations.has(name));
	return {
		names: new Set([...names, ...refsIn(actions).filter((name) => name !== "Identity")]),
		byShape: new Map(names.map((name) => [shapeOf(inlined(schemas[name] ?? {}, schemas, [name])), name])),
	};
}

const refsIn = (of: object): string[] =>
	[...JSON.stringify(of).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name = ""]) => name);

/** What makes two objects equal: null and words aside. */
export const shapeOf = (schema: Schema): string =>
	sortedText(asJson(orderedSchema(withoutWords(withoutNull(schema)))));

/** The schema as it was before its inner objects got names; one that contains itself has its own. */
function inlined(schema: Schema, schemas: Schemas, within: readonly string[]): Schema {
	const { $ref, anyOf, ...notes } = withoutNull(schema);
	if ($ref === undefined) return mapInside(schema, (inner) => inlined(inner, schemas, within));
	const name = refName($ref);
	const target = schemas[name];
	if (!target || within.includes(name)) return schema;
	const whole = { ...inlined(target, schemas, [...within, name]), ...notes };
	return schema.anyOf ? orNull(whole) : whole;
}
