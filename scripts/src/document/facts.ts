/**
 * A document taken apart into single facts, each with the place that callers know it by: `Identity.email`,
 * `ListIdentities limit`, `RetrieveIdentity 404`. Words and examples are no facts, and where a schema is
 * written (inline, behind a `$ref`, in one of several branches) is none either.
 */
import { isObject, type Json } from "./json.ts";
import type { Document, OperationObject, Schema, Schemas } from "./openapi.ts";
import { json, operationsOf, refName } from "./openapi.ts";
import { allowsNull, isDate, resolve, typesOf, withoutNull } from "./schema.ts";

export type Use = "request" | "answer";

export interface Fact {
	readonly where: string;
	readonly keyword: string;
	readonly value: Json;
	readonly use: Use;
}

/** Keywords whose value is the fact. */
const plain = [
	"pattern",
	"minimum",
	"maximum",
	"exclusiveMinimum",
	"exclusiveMaximum",
	"multipleOf",
	"minLength",
	"maxLength",
	"minItems",
	"maxItems",
	"uniqueItems",
	"minProperties",
	"maxProperties",
	"default",
	"readOnly",
	"writeOnly",
	"enum",
] as const;

export function factsOf(document: Document): Fact[] {
	const facts = new Facts(document.components.schemas);
	const servers = (document.servers ?? []).map(({ url }) => url);
	facts.add("servers", "url", servers, "request");
	// Answers first: a schema that stands in both is judged as an answer, where less is promised.
	const operations = operationsOf(document).map((at) => at.operation);
	for (const operation of operations) ofAnswers(operation, facts);
	for (const operation of operations) ofRequest(operation, facts);
	return facts.found;
}

function ofRequest({ operationId, parameters = [], requestBody }: OperationObject, facts: Facts): void {
	for (const { name, in: location, required, schema } of parameters) {
		if (location === "path") continue; // A path's parameter is a text, whatever is written of it.
		const where = `${operationId} ${name}`;
		facts.add(where, "in", location, "request");
		if (required) facts.add(where, "required", true, "request");
		facts.ofSchema(schema, where, "request");
	}
	if (!requestBody) return;
	const body = `${operationId} body`;
	facts.add(body, "present", true, "request");
	if (requestBody.required) facts.add(body, "required", true, "request");
	facts.ofSchema(requestBody.content[json]?.schema ?? {}, body, "request");
}

function ofAnswers({ operationId, responses }: OperationObject, facts: Facts): void {
	facts.add(operationId, "operation", true, "answer");
	for (const [status, { content = {} }] of Object.entries(responses)) {
		const where = `${operationId} ${status}`;
		facts.add(where, "answer", true, "answer");
		const schema = content[json]?.schema;
		if (schema) facts.ofSchema(schema, where, "answer");
	}
}

class Facts {
	readonly found: Fact[] = [];
	readonly #schemas: Schemas;
	readonly #named = new Set<string>();

	constructor(schemas: Schemas) {
		this.#schemas = schemas;
	}

	add(where: string, keyword: string, value: Json, use: Use): void {
		this.found.push({ where, keyword, value, use });
	}

	ofSchema(schema: Schema, where: string, use: Use): void {
		if (allowsNull(schema)) this.add(where, "null", true, use);
		const bare = withoutNull(schema);
		if (bare.$ref !== undefined) this.#ofNamed(refName(bare.$ref), use);
		// A type that stands beside a `$ref` is said too: an object that the overlay calls a text is still seen.
		const own = typesOf(schema).filter((type) => type !== "null");
		const types = own.length > 0 ? own : typesOf(resolve(bare, this.#schemas));
		const [only] = types;
		if (only) this.add(where, "type", types.length === 1 ? only : [...types], use);
		const formats = formatsOf(bare);
		if (formats.length > 0) this.add(where, "format", formats, use);
		for (const keyword of plain) {
			const value: unknown = bare[keyword];
			if (value !== undefined) this.add(where, keyword, value as Json, use); // Each of them holds JSON.
		}
		this.#ofProperties(bare, where, use);
		this.#ofInside(bare, where, use);
	}

	/** A schema with a name is told once, under its name. */
	#ofNamed(name: string, use: Use): void {
		const schema = this.#schemas[name];
		if (!schema || this.#named.has(name)) return;
		this.#named.add(name);
		this.ofSchema(schema, name, use);
	}

	/** `required` says something of each property, as soon as there is such a list. */
	#ofProperties({ properties = {}, required }: Schema, where: string, use: Use): void {
		for (const [name, inner] of Object.entries(properties)) {
			const place = `${where}.${name}`;
			this.add(place, "present", true, use);
			if (required) this.add(place, "required", required.includes(name), use);
			this.ofSchema(inner, place, use);
		}
	}

	#ofInside(schema: Schema, where: string, use: Use): void {
		const { items, additionalProperties, anyOf = [] } = schema;
		if (items) this.ofSchema(items, `${where}[]`, use);
		if (isObject(additionalProperties)) this.ofSchema(additionalProperties, `${where}[key]`, use);
		else if (additionalProperties === false) this.add(where, "additionalProperties", false, use);
		if (isDate(schema)) return; // Its branches are formats.
		for (const [index, branch] of anyOf.entries()) this.ofSchema(branch, `${where}(${index + 1})`, use);
	}
}

/** The formats that a text may have. What stands outside of branches holds together with each of them. */
function formatsOf(schema: Schema): string[] {
	const { format, anyOf = [] } = schema;
	if (format !== undefined) return [format];
	return isDate(schema) ? anyOf.flatMap((branch) => branch.format ?? []).sort() : [];
}
