/**
 * YAML in and out. The core schema is YAML 1.2's: a date stays text, and JSON is read too.
 * js-yaml reads the publisher's three megabytes in an eighth of a second.
 */
import { CORE_SCHEMA, dump, load, YAMLException } from "js-yaml";
import { isObject, type JsonObject } from "./json.ts";
import { DocumentProblem } from "./problem.ts";

/** Reads a document; `name` is what a message calls it. */
export function parseYaml(text: string, name: string): JsonObject {
	let value: unknown;
	try {
		value = load(text, { schema: CORE_SCHEMA });
	} catch (thrown) {
		if (!(thrown instanceof YAMLException)) throw thrown;
		throw new DocumentProblem(name, thrown.message, "Mend it there: this is neither YAML nor JSON.");
	}
	if (isObject(value)) return value;
	throw new DocumentProblem(name, "holds no object.", "Give an OpenAPI document in YAML or JSON.");
}

/** Writes a document under a comment that says where it comes from; texts that another reader would take for dates are quoted. */
export function printYaml(value: object, comment: readonly string[]): string {
	const text = dump(value, { lineWidth: 110, noRefs: true, quoteStyle: "double" });
	return `${comment.map((line) => `# ${line}\n`).join("")}${text}`;
}
