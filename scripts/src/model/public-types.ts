/**
 * Collects the public types: those of operations by name, and what lies inside them.
 * A type that looks like an earlier one of the same use becomes another name for it, so a name is never lost
 * when shapes become equal.
 */
import { sortedText } from "../document/json.ts";
import { pascalCase, singular } from "../document/name-case.ts";
import { asJson, refName, type Schema, type Schemas, schemaRef } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import { hasProperties, mapInside, resolve, withoutWords } from "../document/schema.ts";
import type { PublicSchema } from "./model.ts";
import { shape } from "./shape.ts";

type Use = PublicSchema["use"];

export class PublicTypes {
	readonly schemas: Record<string, PublicSchema> = {};
	readonly #components: Schemas;
	/** Component → public name, for each use, where it has been met. */
	readonly #met: Readonly<Record<Use, Map<string, string>>> = { answer: new Map(), request: new Map() };
	readonly #byShape: Readonly<Record<Use, Map<string, string>>> = { answer: new Map(), request: new Map() };

	constructor(components: Schemas) {
		this.#components = components;
	}

	/** Adds the type of a whole query, body or answer. */
	add(name: string, use: Use, schema: Schema, place: string): void {
		const component = schema.$ref === undefined ? undefined : refName(schema.$ref);
		// An answer that is an identity is told as one, under both names.
		if (use === "answer" && component === "Identity") this.#inside(schema, use, component);
		if (name in this.schemas) {
			const cure = "Give the operation another `operationId` in openapi/overlay.yaml.";
			throw new DocumentProblem(place, `needs a type ${name}, a name which is taken`, cure);
		}
		const known = this.#put(name, use, resolve(schema, this.#components));
		if (component !== undefined && !this.#met[use].has(component)) this.#met[use].set(component, known);
	}

	/** Puts a type under its name, and gives the name that it is known by: its own, or that of an equal one. */
	#put(name: string, use: Use, schema: Schema): string {
		this.schemas[name] = { use, schema: {} }; // Takes its place before those inside it.
		const own = this.#shapeOf(schema, use, name);
		const key = sortedText(asJson(withoutWords(own)));
		const equal = hasProperties(own) ? this.#byShape[use].get(key) : undefined;
		if (equal === undefined) this.#byShape[use].set(key, name);
		this.schemas[name] = { use, schema: equal === undefined ? own : schemaRef(equal) };
		return equal ?? name;
	}

	#shapeOf(schema: Schema, use: Use, position: string): Schema {
		return mapInside(shape(schema, use, this.#components), (inner, step) => {
			if (step.startsWith("anyOf/")) return this.#inside(inner, use, position);
			const [, property] = step.split("properties/");
			const name = property === undefined ? singular(position) : position + pascalCase(property);
			return this.#inside(inner, use, name);
		});
	}

	/** A schema inside another. Objects of answers have the document's names, those of requests their owner's. */
	#inside(schema: Schema, use: Use, position: string): Schema {
		if (schema.$ref === undefined) return this.#shapeOf(schema, use, position);
		const component = refName(schema.$ref);
		const met = this.#met[use].get(component);
		if (met !== undefined) return { ...schema, ...schemaRef(met) };
		const name = this.#free(use === "request" || component in this.schemas ? position : component);
		this.#met[use].set(component, name); // Before what lies inside, which may be the same again.
		const known = this.#put(name, use, resolve(schema, this.#components));
		this.#met[use].set(component, known);
		return { ...schema, ...schemaRef(known) };
	}

	/** Branches of one place would have one name: from the second on they are counted. */
	#free(wanted: string): string {
		let name = wanted;
		for (let count = 2; name in this.schemas; count++) name = `${wanted}${count}`;
		return name;
	}
}
