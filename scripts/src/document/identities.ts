/** upstream + overlay = `openapi/identities.yaml`, the API on the wire. */
import { type JsonObject, pointer } from "./json.ts";
import { asDocument, type Document, json, refName, type Schemas } from "./openapi.ts";
import { orderedDocument } from "./order.ts";
import { type Action, applyOverlay, refuseUnmatched } from "./overlay.ts";
import { collection } from "./paths.ts";
import { DocumentProblem } from "./problem.ts";

export function identitiesOf(upstream: JsonObject, actions: readonly Action[]): Document {
	const applied = applyOverlay(upstream, actions, (action, index) => {
		refuseNoAnswer(asDocument(applyOverlay(upstream, actions, () => {})));
		refuseUnmatched(action, index);
	});
	const document = orderedDocument(asDocument(applied));
	const { components } = document;
	const schemas = used(document.paths, components.schemas);
	return orderedDocument({ ...document, ...securityOf(document), components: { ...components, schemas } });
}

/** What an identity is follows from what the list answers with: where that is missing, so is all that follows. */
function refuseNoAnswer({ paths }: Document): void {
	const success = Object.entries(paths[collection]?.get?.responses ?? {}).filter(([is]) =>
		is.startsWith("2"),
	);
	if (success.some(([, { content }]) => content?.[json]?.schema)) return;
	const place = pointer("paths", collection, "get", "responses");
	const cure = "Say in openapi/overlay.yaml what a page is, or ask the publisher.";
	throw new DocumentProblem(place, "declare no success with JSON, which tells what an identity is", cure);
}

/** A document that says nothing of security asks for the bearer key that the overlay describes. */
function securityOf({ security, components }: Document): Pick<Document, "security"> {
	const schemes = Object.entries(components.securitySchemes ?? {});
	const bearer = schemes.find(([, { type, scheme }]) => type === "http" && scheme === "bearer");
	return !security && bearer ? { security: [{ [bearer[0]]: [] }] } : {};
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
