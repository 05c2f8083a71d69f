/** core's `generated/paths.ts`: the API on the wire, as openapi-typescript types it for openapi-fetch. */
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Document, Schema } from "../document/openapi.ts";
import { isDate } from "../document/schema.ts";
import { source } from "./header.ts";

const about = [
	"/**",
	" * Every path of the document on the wire, for a bare `createClient<paths>()` of openapi-fetch.",
	" * It follows the wire, not semver: a rewrite of the document may change it in any release.",
	" */",
].join("\n");

export async function emitPaths(document: Document): Promise<Record<string, string>> {
	const nodes = await openapiTS(JSON.stringify(document, simpler), {
		silent: true,
		defaultNonNullable: false,
	});
	const wanted = ["paths", "components", "operations"];
	const declarations = nodes
		.filter(ts.isInterfaceDeclaration)
		.filter(({ name }) => wanted.includes(name.text));
	const [paths = "", ...others] = wanted.flatMap((name) =>
		declarations.filter((node) => node.name.text === name).map((node) => astToString([node])),
	);
	// Only `paths` is for callers: what it refers to stays in this file.
	const inner = others.map((text) => text.replace(/^export /m, ""));
	return { "packages/core/src/generated/paths.ts": source("", `${about}\n${paths}`, ...inner) };
}

/** A date or a date-time is a text to the compiler, whatever `anyOf` says of its form; examples have the types. */
function simpler(key: string, value: unknown): unknown {
	if (key === "examples" && Array.isArray(value)) return undefined;
	if (typeof value !== "object" || value === null || !("anyOf" in value)) return value;
	const { anyOf: _, ...rest } = value;
	return isDate(value as Schema) ? rest : value;
}
