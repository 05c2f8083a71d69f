/**
 * The judge of models: what has changed between two versions of the API as callers see it, and how much that is.
 * It sees what the compiler can't, limits and words, and says it in the names that callers use.
 */
import { operationKey } from "../document/paths.ts";
import { schemaOf } from "../emit/public-schema.ts";
import type { Model, Operation, PublicSchema } from "../model/model.ts";
import { brief } from "./brief.ts";
import { type Change, changeOf } from "./change.ts";
import { operationChanges } from "./operation-changes.ts";
import type { Kind } from "./rules.ts";
import { SchemaChanges } from "./schema-changes.ts";

export function modelChanges(before: Model, after: Model): Change[] {
	const pairs = pairsOf(before, after);
	const found = pairs.flatMap(({ old, now }) => {
		if (!old) return now ? [added(now)] : [];
		if (!now) return [change("operation gone", old.name)];
		if (keyOf(old) === keyOf(now)) return operationChanges(old, now);
		return [change("operation moved", now.name, `${told(now)}, it was ${told(old)}`)];
	});
	// The types that come or go with an operation are told with it.
	const along = new Set(pairs.flatMap(({ old, now }) => (old && now ? [] : typesOf(old ?? now))));
	return [...found, ...typeChanges(before, after, along)];
}

interface Pair {
	readonly old?: Operation;
	readonly now?: Operation;
}

/** An operation is known by method and path, and where these have changed by its name. */
function pairsOf(before: Model, after: Model): Pair[] {
	const here = new Set(after.operations.map(keyOf));
	const there = new Map(before.operations.map((operation) => [keyOf(operation), operation]));
	const lost = before.operations.filter((operation) => !here.has(keyOf(operation)));
	const moved = new Map(lost.map((operation) => [operation.name, operation]));
	const paired = after.operations.map((now): Pair => {
		const old = there.get(keyOf(now)) ?? moved.get(now.name);
		if (old) moved.delete(old.name);
		return { now, ...(old && { old }) };
	});
	return [...paired, ...[...moved.values()].map((old): Pair => ({ old }))];
}

const keyOf = ({ method, path }: Operation): string => operationKey(method, path);
const told = ({ method, path }: Operation): string => `${method} ${path}`;

const added = (operation: Operation): Change =>
	change(
		"operation added",
		operation.name,
		[told(operation), ...(operation.summary ? [brief(operation.summary)] : [])].join(". "),
	);

const typesOf = (operation: Operation | undefined): string[] => Object.values(operation?.types ?? {});

function typeChanges(before: Model, after: Model, along: ReadonlySet<string>): Change[] {
	const walk = new SchemaChanges(schemasOf(before), schemasOf(after));
	const names: Change[] = [];
	for (const [name, { use, schema }] of Object.entries(after.schemas)) {
		const old = before.schemas[name];
		if (old?.use === use) walk.named(old.schema, schema, name, use);
		else if (old) names.push(change("type changed", name, `${useOf(use)}, it was ${useOf(old.use)}`));
		else if (!along.has(name)) names.push(...newType(name, after, walk));
	}
	const gone = Object.keys(before.schemas).filter((name) => !(name in after.schemas) && !along.has(name));
	return [...names, ...gone.map((name) => change("name gone", name)), ...walk.found];
}

/** A query that an operation takes from now on asks for what is required in it. */
function newType(name: string, { operations, schemas }: Model, walk: SchemaChanges): Change[] {
	const use = schemas[name]?.use ?? "answer";
	const operation = operations.find(({ types }) => types.query === name);
	if (operation) walk.whole({ type: "object" }, schemaOf(name, schemas), name, use);
	return [change("name added", name, operation && `\`${operation.name}\` takes it`)];
}

const useOf = (use: PublicSchema["use"]): string => (use === "request" ? "a request's" : "an answer's");

const schemasOf = ({ schemas }: Model) =>
	Object.fromEntries(Object.entries(schemas).map(([name, { schema }]) => [name, schema]));

const change = (kind: Kind, where: string, detail?: string): Change =>
	changeOf(kind, where, { use: "answer", judge: "model", ...(detail !== undefined && { detail }) });
