/** The schemas that contain themselves, in normal form. They have the publisher's names, but for the identity's. */
import { type Json, pointer } from "../document/json.ts";
import {
	asDocument,
	asJson,
	type Document,
	json,
	refName,
	type Schema,
	schemaRef,
} from "../document/openapi.ts";
import { collection } from "../document/paths.ts";
import { DocumentProblem } from "../document/problem.ts";
import type { References } from "./references.ts";
import { normalSchema } from "./schema.ts";

interface Whole {
	readonly paths: Document["paths"];
	readonly loops: Readonly<Record<string, Schema>>;
}

export function withRecursive(paths: Document["paths"], references: References): Whole {
	const loops: Record<string, Schema> = {};
	// Bringing one into normal form may meet another: the map grows while it is walked.
	for (const [name, ref] of references.recursive) {
		loops[name] = normalSchema(references.resolve(ref, ref), ref, references);
	}
	for (const name of Object.keys(loops)) refuseEndless(name, loops);
	return identityByPosition({ paths, loops });
}

function refuseEndless(name: string, loops: Whole["loops"]): void {
	const seen = new Set<string>();
	for (let at: string | undefined = name; at !== undefined; ) {
		if (seen.has(at)) {
			const place = pointer("components", "schemas", name);
			throw new DocumentProblem(place, "only refers to itself", "The publisher has to say what it is.");
		}
		seen.add(at);
		const ref: string | undefined = loops[at]?.$ref;
		at = ref === undefined ? undefined : refName(ref);
	}
}

/** The item of the page is Identity, also where the publisher calls it otherwise and it contains itself. */
function identityByPosition(whole: Whole): Whole {
	const item = pageItemOf(whole.paths)?.$ref;
	if (item === undefined || "Identity" in whole.loops) return whole;
	const own = refName(item);
	const renamed = (value: Json): Json =>
		JSON.parse(JSON.stringify(value).replaceAll(`"${item}"`, `"${schemaRef("Identity").$ref}"`)) as Json;
	const loops = Object.entries(whole.loops).map(([name, schema]): [string, Schema] => [
		name === own ? "Identity" : name,
		renamed(asJson(schema)) as Schema,
	]);
	const document = asDocument({ paths: renamed(whole.paths as unknown as Json) });
	return { paths: document.paths, loops: Object.fromEntries(loops) };
}

/** What the page at the collection holds. */
function pageItemOf(paths: Document["paths"]): Schema | undefined {
	const answers = Object.entries(paths[collection]?.get?.responses ?? {});
	const pages = answers.filter(([status]) => status.startsWith("2")).map(([, { content }]) => content);
	return pages.map((content) => content?.[json]?.schema?.properties?.["data"]?.items)[0];
}
