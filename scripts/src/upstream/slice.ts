/**
 * Takes what concerns `/v2/identities` out of the publisher's whole document, in normal form:
 * everything that a `$ref` or a path item shares stands in its place, and only what a client can use is left.
 */
import { isObject, type JsonObject, pointer } from "../document/json.ts";
import {
	methods,
	type PathItem,
	type Security,
	type SecurityScheme,
	type Server,
} from "../document/openapi.ts";
import { collection } from "../document/paths.ts";
import { DocumentProblem } from "../document/problem.ts";
import { type Context, operationOf, type Placed, serversOf } from "./operation.ts";
import { References } from "./references.ts";
import { SecuritySchemes, shareSecurity } from "./security.ts";

export interface Slice {
	readonly servers: readonly Server[];
	readonly security?: Security;
	readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
	readonly paths: Readonly<Record<string, PathItem>>;
	/** What the slice refers to still: schemas that contain themselves. */
	readonly references: References;
}

/** `names` says what operations are called that have a name already, by method and path. */
export function sliceOf(published: JsonObject, names: Readonly<Record<string, string>>): Slice {
	const { openapi, paths } = published;
	if (typeof openapi !== "string" || !/^3\.[01]/.test(openapi) || !isObject(paths)) {
		const cure = "Give the publisher's whole document, in OpenAPI 3.0 or 3.1.";
		throw new DocumentProblem("#", "is no OpenAPI document with paths", cure);
	}
	const ours = Object.keys(paths).filter(isOurs);
	if (ours.length === 0) {
		const cure = "Give the document that describes the Identities API.";
		throw new DocumentProblem("#/paths", `holds no ${collection}`, cure);
	}
	const references = new References(published);
	const schemes = new SecuritySchemes(published);
	const context: Context = { published, names, references, schemes };
	const items = ours.map((path): [string, PathItem] => [
		path,
		pathItem(path, references.follow(paths[path], pointer("paths", path)), context),
	]);
	return {
		...shareSecurity(Object.fromEntries(items)),
		servers: serversOf(published),
		securitySchemes: schemes.used,
		references,
	};
}

/** The collection and all that follows it, be it a step or an action as in `/v2/identities:batch`. */
const isOurs = (path: string): boolean =>
	path.startsWith(collection) && !/^[\w-]/.test(path.slice(collection.length));

function pathItem(path: string, item: Placed, context: Context): PathItem {
	const present = methods.filter((method) => item.value[method] !== undefined);
	return Object.fromEntries(present.map((method) => [method, operationOf(path, method, item, context)]));
}
