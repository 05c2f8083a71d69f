/** The clients send a bearer key, and nothing else: every operation has to be content with that. */
import { pointer } from "../document/json.ts";
import { type Document, operationsOf } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";

export function refuseOtherSecurity(document: Document): void {
	const schemes = document.components.securitySchemes ?? {};
	const isBearer = (name: string): boolean =>
		schemes[name]?.type === "http" && schemes[name].scheme === "bearer";
	for (const { path, method, operation } of operationsOf(document)) {
		const alternatives = operation.security ?? document.security ?? [];
		const served = alternatives.some((alternative) => Object.keys(alternative).every(isBearer));
		if (alternatives.length === 0 || served) continue;
		const place = operation.security ? pointer("paths", path, method, "security") : pointer("security");
		const asked = alternatives.flatMap((alternative) => Object.keys(alternative)).join(", ");
		const cure = "Teach packages/core/src/wire/request.ts and scripts/src/model/security.ts that scheme.";
		throw new DocumentProblem(place, `asks for ${asked}, where the clients send a bearer key`, cure);
	}
}
