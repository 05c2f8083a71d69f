/**
 * Names the schemas of a slice by position, so that inlining or renaming components changes nothing.
 * The page item at `/v2/identities` is `Identity` and claims names first; bodies and answers are
 * `<Operation>Request` and `<Operation>Response`, or `Identity` where equal; an object inside takes owner and
 * property (`IdentityMetrics`). One that equals an object named before, null and words aside, takes that name;
 * a clash takes the operation's name in front.
 */
import { sortedText } from "../document/json.ts";
import { pascalCase, singular } from "../document/name-case.ts";
import {
	asJson,
	type Content,
	json,
	type OperationObject,
	operationsOf,
	type Schema,
	schemaRef,
} from "../document/openapi.ts";
import { orderedPaths, orderedSchema } from "../document/order.ts";
import {
	allowsNull,
	hasProperties,
	isEnvelope,
	mapInside,
	orNull,
	withoutNull,
	withoutWords,
} from "../document/schema.ts";
import { normalSchema } from "./schema.ts";
import type { Slice } from "./slice.ts";

type Named = Pick<Slice, "paths"> & { readonly schemas: Readonly<Record<string, Schema>> };

export function nameByPosition(slice: Slice): Named {
	const names = new Names();
	const operations = operationsOf({ paths: orderedPaths(slice.paths) }).map((at) => ({
		...at,
		operation: named(at.operation, names),
	}));
	return { paths: regroup(operations), schemas: { ...names.schemas, ...recursive(slice, names) } };
}

function named(operation: OperationObject, names: Names): OperationObject {
	const { operationId, requestBody, responses } = operation;
	names.operation = operationId;
	const items = Object.entries(responses).filter(([status]) => status.startsWith("2"));
	for (const [, answer] of items) claimItem(operationId, answer.content?.[json]?.schema, names);
	const body = requestBody && {
		requestBody: {
			...requestBody,
			content: namedContent(requestBody.content, (schema) => names.placeTop(schema, `${operationId}Request`)),
		},
	};
	const success = Object.fromEntries(
		items.map(([status, answer], index) => {
			if (!answer.content) return [status, answer];
			// A second success that says the same shares the name of the first.
			const name = `${operationId}Response${index === 0 ? "" : status}`;
			const content = namedContent(answer.content, (schema) =>
				index === 0 ? names.placeTop(schema, name) : names.place(schema, name),
			);
			return [status, { ...answer, content }];
		}),
	);
	return { ...operation, ...body, responses: { ...responses, ...success } };
}

/** The item of the page that the collection answers with is what this API is about. */
function claimItem(operationId: string, page: Schema | undefined, names: Names): void {
	const item = page?.properties?.["data"]?.items;
	if (operationId === "ListIdentities" && item && hasProperties(item)) names.place(item, "Identity");
}

function namedContent(content: Content, name: (schema: Schema) => Schema): Content {
	const media = Object.entries(content).map(([type, { schema }]) => [
		type,
		schema ? { schema: name(schema) } : {},
	]);
	return Object.fromEntries(media) as Content; // The same media types, each with a schema or none.
}

function recursive({ references }: Slice, names: Names): Record<string, Schema> {
	const schemas: Record<string, Schema> = {};
	// Bringing one into normal form may meet another: the map grows while it is walked.
	for (const [name, ref] of references.recursive) {
		const schema = normalSchema(references.resolve(ref, ref), ref, references);
		schemas[name] = names.inside(schema, name);
	}
	return schemas;
}

class Names {
	readonly schemas: Record<string, Schema> = {};
	/** The operation that is being named: it goes in front where a name is taken. */
	operation = "";
	readonly #byShape = new Map<string, string>();

	/** A body or an answer: it has its own name, unless it is an identity. */
	placeTop(schema: Schema, name: string): Schema {
		const shape = shapeOf(schema);
		const equal = this.#byShape.get(shape);
		if (equal === "Identity") return refTo(equal, schema);
		if (equal === undefined) this.#byShape.set(shape, name);
		this.#add(schema, name);
		return refTo(name, schema);
	}

	/** An object inside another: it may share the name of an equal one. What is noted of its place stays there. */
	place(schema: Schema, wanted: string, owner?: string): Schema {
		const [notes, object] = apart(schema);
		const shape = shapeOf(object);
		const equal = this.#byShape.get(shape);
		const name = equal ?? (wanted in this.schemas ? this.operation + wanted : wanted);
		if (equal === undefined) {
			this.#byShape.set(shape, name);
			this.#add(object, name, owner);
		}
		return { ...refTo(name, schema), ...notes };
	}

	#add(schema: Schema, name: string, owner = name): void {
		this.schemas[name] = {}; // Taken from now on, also for what lies inside.
		this.schemas[name] = this.inside(withoutNull(schema), owner);
	}

	/**
	 * The schema with each object inside it named after `owner` and the property that holds it.
	 * An envelope says nothing of its own: what lies inside is named as if it were not there.
	 */
	inside(schema: Schema, owner: string): Schema {
		const wrapped = isEnvelope(schema);
		return mapInside(schema, (inner, step) => {
			if (!step.startsWith("properties/")) return this.#within(inner, owner);
			const property = step.slice("properties/".length);
			const name = owner + pascalCase(property);
			return this.#within(inner, name, wrapped && property === "identity" ? owner : undefined);
		});
	}

	#within(schema: Schema, name: string, owner?: string): Schema {
		if (hasProperties(schema)) return this.place(schema, name, owner);
		return mapInside(schema, (inner, step) => {
			const branch = step.startsWith("anyOf/") ? Number(step.slice("anyOf/".length)) : 0;
			const several = step === "items" || step === "additionalProperties";
			return this.#within(inner, (several ? singular(name) : name) + (branch > 0 ? branch + 1 : ""));
		});
	}
}

/** What a schema says of the place where it stands, and what of itself. */
function apart({ description, readOnly, writeOnly, deprecated, ...itself }: Schema): [Schema, Schema] {
	const notes = {
		...(description !== undefined && { description }),
		...(readOnly && { readOnly }),
		...(writeOnly && { writeOnly }),
		...(deprecated && { deprecated }),
	};
	return [notes, itself];
}

const refTo = (name: string, use: Schema): Schema =>
	allowsNull(use) ? orNull(schemaRef(name)) : schemaRef(name);

const shapeOf = (schema: Schema): string =>
	sortedText(asJson(orderedSchema(withoutWords(withoutNull(schema)))));

const regroup = (operations: ReturnType<typeof operationsOf>): Named["paths"] => {
	const paths: Record<string, Record<string, OperationObject>> = {};
	for (const { path, method, operation } of operations) {
		paths[path] = { ...paths[path], [method]: operation };
	}
	return paths;
};
