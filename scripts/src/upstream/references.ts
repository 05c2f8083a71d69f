/**
 * Looks up the publisher's `$ref`s. All are put in their place but those of schemas that contain themselves:
 * these keep their `$ref` and the publisher's name, since a position can't name something without an end.
 */
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { pascalCase } from "../document/name-case.ts";
import type { Schema } from "../document/openapi.ts";
import { schemaRef } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";

export class References {
	/** The recursive schemas met so far: name → `$ref` of the publisher. */
	readonly recursive = new Map<string, string>();
	readonly #document: JsonObject;
	readonly #known = new Map<string, boolean>();

	constructor(document: JsonObject) {
		this.#document = document;
	}

	/** What a `$ref` at `place` points to. */
	resolve(ref: string, place: string): Json {
		if (ref.startsWith("#") && !ref.startsWith("#/")) {
			const cure =
				"Teach scripts/src/upstream/references.ts to find that, or have the publisher write a pointer.";
			throw new DocumentProblem(place, `refers to ${ref}, which is no pointer (\`#/…\`)`, cure);
		}
		if (!ref.startsWith("#/")) {
			const cure = "Give a document in one piece: only references within it are followed.";
			throw new DocumentProblem(place, `refers to another document, ${ref}`, cure);
		}
		let value: Json | undefined = this.#document;
		for (const step of ref.slice(2).split("/")) {
			const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
			value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
		}
		if (value !== undefined) return value;
		throw new DocumentProblem(
			place,
			`refers to ${ref}, which is not there`,
			"The publisher has to mend that.",
		);
	}

	/** A parameter, body, answer or path item, wherever it is written. */
	follow(
		value: Json | undefined,
		place: string,
		followed: readonly string[] = [],
	): { value: JsonObject; place: string } {
		if (isObject(value)) {
			const { $ref } = value;
			if (typeof $ref !== "string") return { value, place };
			if (!followed.includes($ref)) return this.follow(this.resolve($ref, place), $ref, [...followed, $ref]);
			throw new DocumentProblem(place, "only refers to itself", "The publisher has to say what it is.");
		}
		throw new DocumentProblem(place, "holds no object", "OpenAPI asks for one there.");
	}

	isRecursive(ref: string, place: string): boolean {
		const known = this.#known.get(ref) ?? this.#reaches(ref, ref, place, new Set());
		this.#known.set(ref, known);
		return known;
	}

	/** The `$ref` that stands for a recursive schema from now on. */
	keep(ref: string): Schema {
		const name = pascalCase(ref.slice(ref.lastIndexOf("/") + 1));
		this.recursive.set(name, ref);
		return schemaRef(name);
	}

	#reaches(goal: string, from: string, place: string, seen: Set<string>): boolean {
		const next = [...refsIn(this.resolve(from, place))];
		if (next.includes(goal)) return true;
		const fresh = next.filter((ref) => !seen.has(ref));
		for (const ref of fresh) seen.add(ref);
		return fresh.some((ref) => this.#reaches(goal, ref, from, seen));
	}
}

function* refsIn(value: Json): Generator<string> {
	if (typeof value !== "object" || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		if (key === "$ref" && typeof inner === "string") yield inner;
		else if (key !== "example" && key !== "examples") yield* refsIn(inner);
	}
}
