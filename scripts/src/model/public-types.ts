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
import { type Reach, reachInside } from "./reach.ts";
import { shape } from "./shape.ts";
import { refuseTaken } from "./taken-names.ts";

/** What a type is for; `part` is one of an answer that no reader reaches. */
type Use = PublicSchema["use"] | "part";

const eachUse = (): Readonly<Record<Use, Map<string, string>>> => ({
	answer: new Map(),
	request: new Map(),
	part: new Map(),
});

export class PublicTypes {
	readonly schemas: Record<string, PublicSchema> = {};
	readonly #components: Schemas;
	/** Component → public name, for each use, where it has been met. In requests, only while it is being built. */
	readonly #met = eachUse();
	readonly #byShape = eachUse();
	/** The operation whose types are being added. */
	#place = "";

	constructor(components: Schemas) {
		this.#components = components;
	}

	/** Adds the type of a whole query, body or answer. */
	add(name: string, as: "request" | "answer" | "page", schema: Schema, place: string): void {
		this.#place = place;
		const use = as === "request" ? "request" : "answer";
		const component = schema.$ref === undefined ? undefined : refName(schema.$ref);
		// An answer that is an identity is told as one, under both names.
		if (use === "answer" && component === "Identity") this.#inside(schema, use, component, "field");
		if (name in this.schemas) {
			const cure = "Give the operation another `operationId` in openapi/overlay.yaml.";
			throw new DocumentProblem(place, `needs a type ${name}, a name which is taken`, cure);
		}
		const reach = as === "page" ? "page" : "object";
		const known = this.#put(name, use, resolve(schema, this.#components), reach);
		if (use === "answer" && component !== undefined && !this.#met[use].has(component))
			this.#met[use].set(component, known);
	}

	/** Puts a type under its name, and gives the name that it is known by: its own, or that of an equal one. */
	#put(name: string, use: Use, schema: Schema, reach: Reach): string {
		refuseTaken(name, this.#place);
		const publicUse = use === "part" ? "answer" : use;
		this.schemas[name] = { use: publicUse, schema: {} }; // Takes its place before those inside it.
		const own = this.#shapeOf(schema, use, name, reach);
		const key = sortedText(asJson(withoutWords(own)));
		const equal = hasProperties(own) ? this.#byShape[use].get(key) : undefined;
		if (equal === undefined) this.#byShape[use].set(key, name);
		this.schemas[name] = { use: publicUse, schema: equal === undefined ? own : schemaRef(equal) };
		return equal ?? name;
	}

	#shapeOf(schema: Schema, use: Use, position: string, reach: Reach): Schema {
		const shaped = shape(schema, use === "part" ? "answer" : use, this.#components, reach);
		refuseInherited(shaped, position, this.#place);
		return mapInside(shaped, (inner, step) => {
			const further = reachInside(schema, step, reach);
			const innerUse = use === "answer" && further === "lost" ? "part" : use;
			if (step.startsWith("anyOf/")) return this.#inside(inner, innerUse, position, further);
			const [, property] = step.split("properties/");
			const name = property === undefined ? singular(position) : position + pascalCase(property);
			return this.#inside(inner, innerUse, name, further);
		});
	}

	/**
	 * A schema inside another. Objects of answers have the document's names, those of requests their owner's, at each
	 * place of theirs: so an object that comes to stand elsewhere too takes no name away.
	 */
	#inside(schema: Schema, use: Use, position: string, reach: Reach): Schema {
		if (schema.$ref === undefined) return this.#shapeOf(schema, use, position, reach);
		const component = refName(schema.$ref);
		const met = this.#met[use].get(component);
		if (met !== undefined) return { ...schema, ...schemaRef(met) };
		const name = this.#free(this.#nameOf(component, use, position));
		this.#met[use].set(component, name); // Before what lies inside, which may be the same again.
		const within = use === "part" ? "lost" : "object";
		const known = this.#put(name, use, resolve(schema, this.#components), within);
		if (use === "request") this.#met[use].delete(component);
		else this.#met[use].set(component, known);
		return { ...schema, ...schemaRef(known) };
	}

	#nameOf(component: string, use: Use, position: string): string {
		if (use === "part") return `Partial${component}`;
		return use === "request" || component in this.schemas ? position : component;
	}

	/** Branches of one place would have one name: from the second on they are counted. */
	#free(wanted: string): string {
		let name = wanted;
		for (let count = 2; name in this.schemas; count++) name = `${wanted}${count}`;
		return name;
	}
}

/** TypeScript takes what every object inherits for such a field, so no object without one would fit its type. */
function refuseInherited({ properties = {} }: Schema, owner: string, place: string): void {
	const name = Object.keys(properties).find((field) => field in Object.prototype);
	if (name === undefined) return;
	const problem = `needs a field \`${name}\` in ${owner}, a name that every object has already`;
	throw new DocumentProblem(place, problem, "Take that field out in openapi/overlay.yaml.");
}
