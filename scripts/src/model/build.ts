/** `openapi/identities.yaml` → the model: the document of the day in, the API as callers know it out. */
import { pointer } from "../document/json.ts";
import { type Document, operationsOf } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import type { Model } from "./model.ts";
import { operationOf } from "./operation.ts";
import { PublicTypes } from "./public-types.ts";
import { refuseOtherSecurity } from "./security.ts";

export function modelOf(document: Document): Model {
	const { schemas } = document.components;
	refuseOtherSecurity(document);
	const types = new PublicTypes(schemas);
	const operations = operationsOf(document).map((at) => ({ at, operation: operationOf(at, schemas, types) }));
	for (const [index, { at, operation }] of operations.entries()) {
		const twin = operations.findIndex((other) => other.operation.name === operation.name);
		if (twin === index) continue;
		const place = pointer("paths", at.path, at.method);
		const cure = "Give one of them another `operationId` in openapi/overlay.yaml.";
		throw new DocumentProblem(place, `would be a second method \`${operation.name}\``, cure);
	}
	return { operations: operations.map(({ operation }) => operation), schemas: identityFirst(types.schemas) };
}

/** A reader of the types meets first what they are about. */
function identityFirst(schemas: Model["schemas"]): Model["schemas"] {
	const isFirst = (name: string): number => (name.startsWith("Identity") ? 0 : 1);
	return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => isFirst(a) - isFirst(b)));
}
