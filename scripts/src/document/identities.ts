/** upstream + overlay = `openapi/identities.yaml`, the API on the wire. */
import { type JsonObject, pointer } from "./json.ts";
import { asDocument, type Document, refName, type Schemas } from "./openapi.ts";
import { orderedDocument } from "./order.ts";
import { type Action, applyOverlay } from "./overlay.ts";
import { DocumentProblem } from "./problem.ts";

export function identitiesOf(upstream: JsonObject, actions: readonly Action[]): Document {
	const document = orderedDocument(asDocument(applyOverlay(upstream, actions)));
	const { components } = document;
	return { ...document, components: { ...components, schemas: used(document.paths, components.schemas) } };
}

/** The schemas that operations refer to: an overlay that takes an operation out takes its schemas along. */
function used(paths: Document["paths"], schemas: Schemas): Schemas {
	const names = new Set(referencesIn(paths));
	for (const name of names) {
		const schema = schemas[name];
		if (!schema) {
			const place = pointer("components", "schemas", name);
			throw new DocumentProblem(place, "is referred to and not there", "Mend the overlay's `$ref` to it.");
		}
		for (const inner of referencesIn(schema)) names.add(inner);
	}
	return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)));
}

const referencesIn = (of: object): string[] =>
	[...JSON.stringify(of).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = ""]) => refName(ref));
