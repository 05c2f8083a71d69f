/** One operation of the document as callers see it; its types are given to `types` on the way. */
import { pointer } from "../document/json.ts";
import { singular } from "../document/name-case.ts";
import {
	json,
	type Method,
	type OperationObject,
	type Parameter,
	type Schema,
	type Schemas,
} from "../document/openapi.ts";
import { collection, pathParameters } from "../document/paths.ts";
import { DocumentProblem } from "../document/problem.ts";
import { allowsNull, hasProperties, resolve, soleType } from "../document/schema.ts";
import { answerOf } from "./answer.ts";
import { methodName } from "./method-name.ts";
import type { BodyField, Operation, PathParameter } from "./model.ts";
import type { PublicTypes } from "./public-types.ts";
import { queryOf } from "./query.ts";
import { limitsOf } from "./shape.ts";
import { refuseTaken } from "./taken-names.ts";

const verbs = { get: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE" } as const;
const hasVerb = (method: Method): method is keyof typeof verbs => method in verbs;

export function operationOf(
	{ path, method, operation }: { path: string; method: Method; operation: OperationObject },
	schemas: Schemas,
	types: PublicTypes,
): Operation {
	const place = pointer("paths", path, method);
	if (!hasVerb(method)) throw inexpressible(place, `is a ${method.toUpperCase()} operation`);
	if (operation.servers) throw inexpressible(`${place}/servers`, "give an operation a host of its own");
	if (method === "get" && operation.requestBody) {
		throw inexpressible(`${place}/requestBody`, "takes a body with GET");
	}
	const id = operation.operationId;
	const placed = (operation.parameters ?? []).map((parameter, index) => ({
		parameter,
		place: `${place}/parameters/${index}`,
	}));
	for (const { parameter, place: at } of placed) refuseDemand(parameter, at);
	const mixed = path.split("/").find((step) => /\{/.test(step) && !/^\{[^{}]+\}$/.test(step));
	if (mixed !== undefined) throw inexpressible(place, `has a parameter in a part of a step, \`${mixed}\``);

	const { params, path: template, renamed } = pathOf(path, operation.parameters ?? []);
	const query = queryOf(placed, schemas);
	const body = bodyOf(operation, [...renamed, ...params.map(({ name }) => name)], place, schemas);
	const takes = params.length > 0 || body ? "more" : "query";
	const { schema: answer, ...success } = answerOf(operation, method, takes, place, schemas);
	const idParam = path.startsWith(`${collection}/{`) ? params[0]?.name : undefined;
	const named = {
		...(query.schema && { query: `${id}Query` }),
		...(body && { request: `${id}Request` }),
		...(answer && { response: `${id}Response` }),
	};
	const name = methodName(method, path, id, place);
	refuseTaken(`${id}Error`, place);
	if (query.schema) types.add(`${id}Query`, "request", query.schema, place);
	if (body) types.add(`${id}Request`, "request", body.schema, place);
	if (answer) types.add(`${id}Response`, success.answer === "page" ? "page" : "answer", answer, place);
	return {
		name,
		id,
		method: verbs[method],
		path: template,
		params,
		...(idParam !== undefined && { idParam }),
		query: query.parameters,
		...(body && { body: { required: body.required, fields: body.fields } }),
		...success,
		// A POST makes something new each time; a PATCH here sets fields to values (RFC 9110 §9.2.2).
		idempotent: method !== "post",
		types: named,
		...(operation.summary !== undefined && { summary: operation.summary }),
		...(operation.description !== undefined && { description: operation.description }),
		deprecated: operation.deprecated ?? false,
	};
}

function inexpressible(place: string, what: string): DocumentProblem {
	const cure =
		"Take it out in openapi/overlay.yaml, or teach core and scripts/src/model/operation.ts that form.";
	return new DocumentProblem(place, `${what}, which the clients can't express`, cure);
}

/** What callers can leave out, they need not be able to say: an optional header is no obstacle. */
function refuseDemand({ name, in: location, required }: Parameter, place: string): void {
	if (required && location !== "path" && location !== "query") {
		throw inexpressible(place, `asks for the ${location} \`${name}\``);
	}
}

/** The path with our names: what follows the collection is `id`, whatever the document calls it. */
function pathOf(
	path: string,
	parameters: readonly Parameter[],
): { path: string; params: PathParameter[]; renamed: string[] } {
	const original = pathParameters(path);
	const names = original.map((name, index) => {
		if (index === 0 && path.startsWith(`${collection}/{`)) return "id";
		return name === "id" ? `${singular(stepBefore(path, name))}_id` : name;
	});
	const params = original.map((wire, index): PathParameter => {
		const parameter = parameters.find(({ name, in: location }) => name === wire && location === "path");
		const [example] = parameter?.schema.examples ?? [];
		return {
			name: names[index] ?? wire,
			...(parameter?.description !== undefined && { description: parameter.description }),
			...(typeof example === "string" && { example }),
		};
	});
	let next = 0;
	return { path: path.replace(/\{[^}]*\}/g, () => `{${names[next++]}}`), params, renamed: original };
}

const stepBefore = (path: string, name: string): string =>
	path.slice(0, path.lastIndexOf(`/{${name}}`)).replace(/^.*\//, "");

interface RequestBody {
	readonly required: boolean;
	readonly fields: Readonly<Record<string, BodyField>>;
	readonly schema: Schema;
}

/** A field of the body that repeats a path parameter is no field to callers: they have said it already. */
function bodyOf(
	{ requestBody }: OperationObject,
	inPath: readonly string[],
	place: string,
	schemas: Schemas,
): RequestBody | undefined {
	if (!requestBody) return undefined;
	const at = `${place}/requestBody/content`;
	const schema = requestBody.content[json]?.schema;
	if (!schema) throw inexpressible(at, `takes ${Object.keys(requestBody.content).join(", ") || "no JSON"}`);
	const whole = resolve(schema, schemas);
	if (soleType(whole) !== "object") throw inexpressible(at, "takes a body that is no object");
	const kept = Object.entries(whole.properties ?? {}).filter(([name]) => !inPath.includes(name));
	const required = (whole.required ?? []).filter((name) => !inPath.includes(name));
	const fields = kept.flatMap(([name, inner]): [string, BodyField][] => {
		const nullable = allowsNull(inner) || allowsNull(resolve(inner, schemas));
		const field = { required: required.includes(name), nullable, limits: limitsOf(inner) };
		return inner.readOnly ? [] : [[name, field]];
	});
	const properties = hasProperties(whole) && { properties: Object.fromEntries(kept) };
	return {
		required: requestBody.required ?? false,
		fields: Object.fromEntries(fields),
		schema: { ...whole, required, ...properties },
	};
}
