/**
 * Names the schemas of a slice by position, so that inlining or renaming components changes nothing.
 * The page item at `/v2/identities` is `Identity` and claims names first; bodies and answers are
 * `<Operation>Request` and `<Operation>Response`, or `Identity` where equal; an object inside takes owner and
 * property (`IdentityMetrics`). One that equals an object named before, null and words aside, takes that name;
 * a clash takes the operation's name in front. A name that is in use already goes before any new one.
 */
import { pascalCase, singular } from "../document/name-case.ts";
import {
	type Content,
	json,
	type OperationObject,
	operationsOf,
	type Schema,
	schemaRef,
} from "../document/openapi.ts";
import { orderedPaths } from "../document/order.ts";
import { allowsNull, hasProperties, isEnvelope, mapInside, orNull, withoutNull } from "../document/schema.ts";
import { ClaimedNames } from "./claimed-names.ts";
import { type NamesInUse, shapeOf } from "./names-in-use.ts";
import { withRecursive } from "./recursive.ts";
import type { Slice } from "./slice.ts";

type Named = Pick<Slice, "paths"> & { readonly schemas: Readonly<Record<string, Schema>> };

/** `inUse` says which names callers and the overlay know already. */
export function nameByPosition(slice: Slice, inUse: NamesInUse): Named {
	const { paths, loops } = withRecursive(slice.paths, slice.references);
	const ordered = operationsOf({ paths: orderedPaths(paths) });
	const { Identity: identity, ...others } = loops;
	const walk = (names: Names): Named => {
		const first = identity && { Identity: names.inside(identity, "Identity") };
		const operations = ordered.map((at) => ({ ...at, operation: named(at.operation, names) }));
		const inside = Object.entries(others).map(([name, schema]) => [name, names.inside(schema, name)]);
		const schemas = { ...names.schemas, ...first, ...Object.fromEntries(inside) };
		return { paths: regroup(operations), schemas };
	};
	// Once to hear what each object would be called, and once more when that is known of all.
	const claimed = new ClaimedNames(inUse, Object.keys(loops));
	walk(new Hearing(claimed));
	claimed.settle();
	return walk(new Names(claimed));
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

class Names {
	readonly schemas: Record<string, Schema> = {};
	/** The operation that is being named: it goes in front where a name is taken. */
	operation = "";
	protected readonly claimed: ClaimedNames;
	readonly #byShape = new Map<string, string>();

	constructor(claimed: ClaimedNames) {
		this.claimed = claimed;
	}

	/** A body or an answer: it has its own name, unless it is an identity. */
	placeTop(schema: Schema, name: string): Schema {
		const shape = shapeOf(schema);
		const equal = this.#byShape.get(shape);
		if (equal === "Identity") return refTo(equal, schema);
		if (equal === undefined && this.claimed.nameOf(shape) === undefined) this.#byShape.set(shape, name);
		this.#add(schema, name);
		return refTo(name, schema);
	}

	/** An object inside another: it may share the name of an equal one. What is noted of its place stays there. */
	place(schema: Schema, wanted: string, owner?: string): Schema {
		const [notes, object] = apart(schema);
		const shape = shapeOf(object);
		const equal = this.#byShape.get(shape);
		const name = equal ?? this.#nameFor(shape, wanted);
		if (equal === undefined) {
			this.#byShape.set(shape, name);
			this.#add(object, name, owner);
		}
		return { ...refTo(name, schema), ...notes };
	}

	#nameFor(shape: string, wanted: string): string {
		if (wanted === "Identity") return wanted;
		const claimed = this.claimed.nameOf(shape);
		if (claimed !== undefined && !(claimed in this.schemas)) return claimed;
		return wanted in this.schemas || this.claimed.isTaken(wanted) ? this.operation + wanted : wanted;
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

/** Gives no names: it tells what each object would be called, also where it equals another. */
class Hearing extends Names {
	override placeTop(schema: Schema, name: string): Schema {
		return this.inside(withoutNull(schema), name);
	}

	override place(schema: Schema, wanted: string, owner = wanted): Schema {
		this.claimed.hear(shapeOf(apart(schema)[1]), wanted);
		return this.inside(withoutNull(schema), owner);
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

const regroup = (operations: ReturnType<typeof operationsOf>): Named["paths"] => {
	const paths: Record<string, Record<string, OperationObject>> = {};
	for (const { path, method, operation } of operations) {
		paths[path] = { ...paths[path], [method]: operation };
	}
	return paths;
};
