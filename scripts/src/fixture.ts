/** Documents for tests: those of `fixtures/`, and small ones that differ from them in one place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identitiesOf } from "./document/identities.ts";
import { isObject, type Json, type JsonObject } from "./document/json.ts";
import { asJson, type Document, type Schema } from "./document/openapi.ts";
import { type Action, readActions } from "./document/overlay.ts";
import { parseYaml } from "./document/yaml.ts";
import { modelOf } from "./model/build.ts";
import type { Model, Operation } from "./model/model.ts";
import { overlayFile, root } from "./repository.ts";
import { upstreamOf } from "./upstream/upstream.ts";

export type FixtureName = "inline" | "components" | "grown";

/** A publisher's document, in the manner of the real ones. */
export const fixture = (name: FixtureName): JsonObject =>
	parseYaml(readFileSync(join(root, "scripts/fixtures", `${name}.yaml`), "utf8"), name);

/** The overlay of the repository: it has to go on matching whatever the publisher does. */
export const overlay = (): Action[] =>
	readActions(parseYaml(readFileSync(join(root, overlayFile), "utf8"), overlayFile));

export const upstream = (published: JsonObject, actions = overlay()): Document =>
	upstreamOf(published, actions);

export const identities = (published: JsonObject, actions = overlay()): Document =>
	identitiesOf(asJson(upstream(published, actions)), actions);

export const model = (published: JsonObject, actions = overlay()): Model =>
	modelOf(identities(published, actions));

/** An operation of a model, by its method's name. */
export function operation({ operations }: Model, name: string): Operation {
	const found = operations.find((each) => each.name === name);
	if (!found) throw new Error(`no operation ${name} in the model`);
	return found;
}

/** A public type of a model, by its name. */
export const type = ({ schemas }: Model, name: string): Schema | undefined => schemas[name]?.schema;

/** A copy of a document with one value put somewhere, or taken out by undefined; steps are divided by spaces. */
export function changed(document: JsonObject, steps: string, value: Json | undefined): JsonObject {
	const copy = structuredClone(document);
	const path = steps.split(" ");
	const last = path.pop() ?? "";
	let at: Json | undefined = copy;
	for (const step of path) at = Array.isArray(at) ? at[Number(step)] : isObject(at) ? at[step] : undefined;
	if (Array.isArray(at) && value !== undefined) at[Number(last)] = value;
	else if (isObject(at) && value !== undefined) at[last] = value;
	else if (isObject(at) && last in at) delete at[last];
	else throw new Error(`no place ${steps} in the document`);
	return copy;
}
