/**
 * Applies an OpenAPI Overlay 1.0 document. Targets are RFC 9535 JSONPath.
 * Three readings of the standard are ours. Arrays are united as sets, so a fact that both documents state
 * stands once. A `type` written as an array is united with the one name it finds; one written as a name
 * replaces. An `update` that matches nothing is a problem, because what it is about would be lost in silence;
 * a `remove` that matches nothing has reached its aim.
 */
import { exec, type Path } from "jsonpath-rfc9535";
import { isObject, type Json, type JsonObject, sameJson } from "./json.ts";
import { DocumentProblem } from "./problem.ts";

export interface Action {
	readonly target: string;
	readonly update?: Json;
	readonly remove?: boolean;
}

/** The actions of an overlay document, after a look at its form. */
export function readActions(overlay: JsonObject): Action[] {
	const { actions } = overlay;
	if (typeof overlay["overlay"] !== "string" || !Array.isArray(actions)) {
		throw new DocumentProblem("overlay.yaml", "is no overlay", "Give it `overlay: 1.0.0` and `actions`.");
	}
	return actions.map((action, index) => {
		const { target, update, remove } = isObject(action) ? action : {};
		if (typeof target === "string" && (update !== undefined || remove === true)) {
			return update === undefined ? { target, remove: true } : { target, update };
		}
		const place = `overlay.yaml, action ${index + 1}`;
		throw new DocumentProblem(
			place,
			"does nothing",
			"Give it a `target`, and an `update` or `remove: true`.",
		);
	});
}

type Unmatched = (action: Action, index: number) => void;

/** A copy of `document` with all actions done, in order; `unmatched` hears of an update without a match. */
export function applyOverlay(
	document: JsonObject,
	actions: readonly Action[],
	unmatched: Unmatched = refuseUnmatched,
): JsonObject {
	let result: Json = structuredClone(document);
	for (const [index, action] of actions.entries()) {
		const places = find(result, action, index);
		if (action.remove) {
			// From the last to the first, so that the index of an array's element still holds.
			for (const place of places.toReversed()) removeAt(result, place);
		} else {
			if (places.length === 0) unmatched(action, index);
			for (const place of places) result = mergeAt(result, place, action.update ?? null);
		}
	}
	return result as JsonObject; // It was one, and no action can replace the root by anything else.
}

function find(document: Json, { target }: Action, index: number): Path[] {
	const places: Path[] = [];
	try {
		exec(document, target, (_, place) => places.push(place));
	} catch (thrown) {
		const place = `overlay.yaml, action ${index + 1}`;
		const cure = "Write the target as an RFC 9535 JSONPath.";
		throw new DocumentProblem(place, `can't read the target ${target}: ${(thrown as Error).message}`, cure);
	}
	return places;
}

export function refuseUnmatched({ target, update }: Action, index: number): never {
	throw new DocumentProblem(
		`overlay.yaml, action ${index + 1}`,
		`the update of ${target} matches nothing`,
		`Callers may lose what it says: ${JSON.stringify(update).slice(0, 200)}. Point it at where that stands now.`,
	);
}

function removeAt(document: Json, place: Path): void {
	const key = place.at(-1);
	const parent = at(document, place.slice(0, -1));
	if (Array.isArray(parent) && typeof key === "number") parent.splice(key, 1);
	else if (isObject(parent) && key !== undefined) delete parent[key];
}

function mergeAt(document: Json, place: Path, update: Json): Json {
	const [key, ...rest] = place;
	if (key === undefined) return merge(document, update);
	if (Array.isArray(document)) document[Number(key)] = mergeAt(document[Number(key)] ?? null, rest, update);
	else if (isObject(document)) document[key] = mergeAt(document[key] ?? null, rest, update);
	return document;
}

const at = (document: Json, place: Path): Json | undefined =>
	place.reduce<Json | undefined>((value, key) => {
		if (Array.isArray(value)) return value[Number(key)];
		return isObject(value) ? value[key] : undefined;
	}, document);

function merge(value: Json | undefined, update: Json, key?: string): Json {
	if (Array.isArray(update) && value !== undefined) {
		const present = Array.isArray(value) ? value : key === "type" ? [value] : [];
		return [...present, ...update.filter((item) => !present.some((other) => sameJson(item, other)))];
	}
	if (!isObject(update) || !isObject(value)) return structuredClone(update);
	const merged: JsonObject = { ...value };
	for (const [name, inner] of Object.entries(update)) merged[name] = merge(merged[name], inner, name);
	return merged;
}
