/** Walks two versions of a public type, and finds what has changed for those who write it or read it. */
import { type Json, sameJson } from "../document/json.ts";
import { refName, type Schema, type Schemas } from "../document/openapi.ts";
import { allowsNull, hasProperties, resolve, withoutNull } from "../document/schema.ts";
import { brief } from "./brief.ts";
import { type Change, changeOf, type Use } from "./change.ts";
import { formatChanges, limitChanges } from "./limits.ts";
import type { Kind } from "./rules.ts";
import { enumChanges, told, typeChanges } from "./values.ts";

export class SchemaChanges {
	readonly found: Change[] = [];
	readonly #before: Schemas;
	readonly #after: Schemas;
	readonly #walked = new Set<string>();

	constructor(before: Schemas, after: Schemas) {
		this.#before = before;
		this.#after = after;
	}

	/** Compares two types of one name. Where that is another name for the same type, it is compared there. */
	named(before: Schema, after: Schema, name: string, use: Use): void {
		if (before.$ref !== undefined && before.$ref === after.$ref) return;
		const [old, now] = [resolve(before, this.#before), resolve(after, this.#after)];
		this.#notes(old, now, name, use);
		this.#null(old, now, name, use);
		this.whole(withoutNull(old), withoutNull(now), name, use);
	}

	/** Compares what stands at one place; a type that has the same name in both is compared where it is declared. */
	compare(before: Schema, after: Schema, where: string, use: Use): void {
		this.#notes(before, after, where, use);
		this.#null(before, after, where, use);
		const [old, now] = [withoutNull(before), withoutNull(after)];
		const names = [old, now].map(({ $ref }) => ($ref === undefined ? "" : refName($ref)));
		if (names[0] !== "" && names[0] === names[1]) return;
		if (names.join() !== ",") {
			const pair = `${names.join()} ${use}`;
			if (names.every((name) => name !== "") && this.#walked.has(pair)) return;
			this.#walked.add(pair);
		}
		this.whole(resolve(old, this.#before), resolve(now, this.#after), where, use);
	}

	/** Compares two whole types, whatever their names are. */
	whole(before: Schema, after: Schema, where: string, use: Use): void {
		const types = typeChanges(before, after);
		if (!types || isMap(before) !== isMap(after)) {
			const [now, old] = [after, before].map((of) => (isMap(of) ? "a map" : told(of)));
			this.#add("type changed", where, use, `${now}, it was ${old}`);
			return;
		}
		for (const { kind, detail } of [
			...types,
			...enumChanges(before, after),
			...limitChanges(before, after),
			...formatChanges(before, after),
		]) {
			this.#add(kind, where, use, detail);
		}
		if (hasProperties(before) || hasProperties(after)) this.#properties(before, after, where, use);
		if (before.items && after.items) this.compare(before.items, after.items, `${where}[]`, use);
		const [old, now] = [before, after].map(valuesOf);
		if (old && now) this.compare(old, now, `${where}[key]`, use);
	}

	#properties(before: Schema, after: Schema, where: string, use: Use): void {
		const [old, now] = [before.properties ?? {}, after.properties ?? {}];
		for (const [name, schema] of Object.entries(now)) {
			const place = `${where}.${name}`;
			const required = after.required?.includes(name) ?? false;
			// A field may be called as what every object inherits: `constructor`.
			const present = Object.hasOwn(old, name) ? old[name] : undefined;
			if (!present) {
				const kind = required ? "required added" : "optional added";
				const words = resolve(schema, this.#after).description ?? schema.description;
				this.#add(kind, place, use, words && brief(words));
				continue;
			}
			const was = before.required?.includes(name) ?? false;
			if (required !== was) this.#add(required ? "now required" : "now optional", place, use);
			this.compare(present, schema, place, use);
		}
		for (const name of Object.keys(old))
			if (!Object.hasOwn(now, name)) this.#add("gone", `${where}.${name}`, use);
	}

	#null(before: Schema, after: Schema, where: string, use: Use): void {
		const was = allowsNull(before) || allowsNull(resolve(before, this.#before));
		const is = allowsNull(after) || allowsNull(resolve(after, this.#after));
		if (was !== is) this.#add(is ? "null added" : "null removed", where, use);
	}

	#notes(before: Schema, after: Schema, where: string, use: Use): void {
		const [old, now] = [before as Noted, after as Noted];
		const differs = (key: keyof Noted): boolean => !sameJson(old[key] ?? null, now[key] ?? null);
		const words = (["description", "examples"] as const).filter(differs);
		if (words.length > 0) this.#add("words changed", where, use);
		if (differs("default")) {
			const text = (of: Noted): string => JSON.stringify(of.default ?? null);
			this.#add("default changed", where, use, `${text(now)}, it was ${text(old)}`);
		}
		for (const key of ["deprecated", "readOnly", "writeOnly"] as const) {
			if (differs(key)) this.#add("note changed", where, use, now[key] ? key : `not ${key} any more`);
		}
	}

	#add(kind: Kind, where: string, use: Use, detail?: string): void {
		this.found.push(changeOf(kind, where, { use, judge: "model", ...(detail !== undefined && { detail }) }));
	}
}

/** What a schema says of itself besides its type. */
interface Noted {
	readonly description?: string;
	readonly examples?: Json[];
	readonly default?: Json;
	readonly deprecated?: boolean;
	readonly readOnly?: boolean;
	readonly writeOnly?: boolean;
}

/** An object without names of its own for its values. */
const isMap = (schema: Schema): boolean =>
	schema.additionalProperties !== undefined && !hasProperties(schema);

/** `true` says that they may be anything. */
const valuesOf = ({ additionalProperties }: Schema): Schema | undefined =>
	additionalProperties === true ? {} : additionalProperties || undefined;
