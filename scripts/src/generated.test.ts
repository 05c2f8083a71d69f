import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { pointer } from "./document/json.ts";
import type { Document, Schema } from "./document/openapi.ts";
import { asDocument, asJson, operationsOf } from "./document/openapi.ts";
import { mapInside } from "./document/schema.ts";
import { parseYaml, printYaml } from "./document/yaml.ts";
import { fixture, identities, overlay, upstream } from "./fixture.ts";
import { generatedFiles } from "./generated.ts";
import { identitiesFile, overlayFile, root, upstreamFile } from "./repository.ts";
import { upstreamOf } from "./upstream/upstream.ts";

const text = (path: string): string => readFileSync(join(root, path), "utf8");
const document = (path: string) => parseYaml(text(path), path);

test("the committed files are what `pnpm generate` writes", async () => {
	const files = await generatedFiles(document(upstreamFile), document(overlayFile));
	for (const [path, generated] of Object.entries(files)) {
		expect
			.soft(existsSync(join(root, path)) ? text(path) : "", `${path} is stale: run \`pnpm generate\``)
			.toBe(generated);
	}
});

test("upstream.yaml is in normal form: to slice it again changes nothing", () => {
	// As an update slices: operations, parameters and objects keep the names that they have.
	const before = asDocument(document(upstreamFile));
	const again = upstreamOf(document(upstreamFile), overlay(), before);
	expect(printYaml(again, [])).toBe(printYaml(document(upstreamFile), []));
});

test("upstream.yaml has no words of the publisher where the overlay has some, which it has for every name that it knows", () => {
	const published = fixture("inline");
	expect(JSON.stringify(upstream(published))).not.toMatch(/summary|publisher's words|Said twice/);
	const known = identities(published);
	const unsaid = operationsOf(known).flatMap(({ operation }) => [
		...(operation.summary && operation.description ? [] : [operation.operationId]),
		...(operation.parameters ?? []).filter(({ description }) => !description).map(({ name }) => name),
	]);
	const bare = Object.entries(known.components.schemas).flatMap(([name, { description, properties }]) => [
		...(description ? [] : [name]),
		...Object.entries(properties ?? {}).flatMap(([field, schema]) =>
			schema.description ? [] : [`${name}.${field}`],
		),
	]);
	expect([...unsaid, ...bare]).toEqual([]);
});

test("every example in identities.yaml is valid", () => {
	const whole = asDocument(document(identitiesFile));
	const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
	addFormats.default(ajv);
	ajv.addVocabulary(Object.keys(whole));
	ajv.addSchema(asJson(whole), "identities");
	const withExamples = schemasOf(whole).filter(({ schema }) => schema.examples);
	for (const { schema, place } of withExamples) {
		const isValid = ajv.compile({ $ref: `identities${place}` });
		for (const example of schema.examples ?? []) {
			expect(isValid(example), `${place}: ${ajv.errorsText(isValid.errors)}`).toBe(true);
		}
	}
	expect(withExamples.length).toBeGreaterThan(20);
});

/** Every schema of a document with its place, a JSON pointer. */
function schemasOf(identities: Document): { schema: Schema; place: string }[] {
	const found: { schema: Schema; place: string }[] = [];
	const walk = (schema: Schema, place: string): Schema => {
		found.push({ schema, place });
		return mapInside(schema, (inner, step) => walk(inner, `${place}/${step}`));
	};
	for (const [name, schema] of Object.entries(identities.components.schemas)) {
		walk(schema, pointer("components", "schemas", name));
	}
	for (const { path, method, operation } of operationsOf(identities)) {
		for (const [index, { schema }] of (operation.parameters ?? []).entries()) {
			walk(schema, pointer("paths", path, method, "parameters", index, "schema"));
		}
		for (const [status, { content = {} }] of Object.entries(operation.responses)) {
			for (const [type, { schema = {} }] of Object.entries(content)) {
				walk(schema, pointer("paths", path, method, "responses", status, "content", type, "schema"));
			}
		}
	}
	return found;
}
