/**
 * The document's schemas as validators. Ajv reads them where they stand, as draft 2020-12; formats are checked.
 *
 * A JSON Schema lets any other field pass. What goes over the wire here may only hold what the document
 * describes, so every place where an object is used is closed, unless its schema opens it by itself.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isObject } from "../pattern.ts";
import type { Node } from "./document.ts";

/** What is wrong with a value, by the schema at a pointer of the document. */
export type Validate = (pointer: string, value: unknown) => string[];

export function validatorOf(document: Node): Validate {
	// Strict: an unknown keyword or format in a schema is an error. Only `strictTypes` is off, since it asks for a
	// `type` beside each keyword, also where the schema around it has one.
	const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
	addFormats.default(ajv);
	ajv.addVocabulary(documentFields);
	ajv.addSchema(closed(document) as Node, "document");
	return (pointer, value) => {
		const validate = ajv.getSchema(`document${pointer}`);
		if (validate === undefined) throw new Error(`The document has no schema at ${pointer}`);
		if (validate(value)) return [];
		return (validate.errors ?? []).map(({ instancePath, message, params }) => {
			const which = Object.values(params).filter((param) => typeof param === "string");
			return `${instancePath} ${message} ${which.join(" ")}`.trim();
		});
	};
}

/** The root of the document is no schema, but what Ajv looks references up in (OpenAPI 3.1 §4.8.1). */
const documentFields =
	"openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs".split(" ");

function closed(node: unknown, isUsed = false): unknown {
	if (Array.isArray(node)) return node.map((inner) => closed(inner, isUsed));
	if (!isObject(node)) return node;
	const copy = Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, closedBelow(key, inner)]));
	return isUsed && ("$ref" in node || "properties" in node)
		? { unevaluatedProperties: false, ...copy }
		: copy;
}

function closedBelow(key: string, inner: unknown): unknown {
	if (key === "examples" || key === "example" || key === "default" || key === "enum") return inner;
	if (key === "properties" && isObject(inner)) {
		return Object.fromEntries(Object.entries(inner).map(([name, schema]) => [name, closed(schema, true)]));
	}
	// Not within `allOf`: its schemas describe one object together.
	return closed(inner, key === "schema" || key === "items" || key === "anyOf" || key === "oneOf");
}
