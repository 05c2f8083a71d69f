/** One operation in normal form, with everything that its path item and the document share put in place. */
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { Method, OperationObject, Parameter, Server } from "../document/openapi.ts";
import { operationKey } from "../document/paths.ts";
import { answersOf, bodyOf } from "./content.ts";
import { operationIdOf } from "./operation-id.ts";
import { parameterOf } from "./parameter.ts";
import type { References } from "./references.ts";
import type { SecuritySchemes } from "./security.ts";

export interface Context {
	readonly published: JsonObject;
	/** What operations are called that have a name already, by method and path. */
	readonly names: Readonly<Record<string, string>>;
	readonly references: References;
	readonly schemes: SecuritySchemes;
}

export interface Placed {
	readonly value: JsonObject;
	readonly place: string;
}

export function operationOf(path: string, method: Method, item: Placed, context: Context): OperationObject {
	const { published, names, references, schemes } = context;
	const { value: raw, place } = references.follow(item.value[method], `${item.place}/${method}`);
	const parameters = [...parametersOf([item, { value: raw, place }], references)];
	const servers = serversOf("servers" in raw ? raw : item.value);
	const security = raw["security"] ?? published["security"];
	const body = raw["requestBody"];
	return {
		operationId: names[operationKey(method, path)] ?? operationIdOf(method, path, raw["operationId"]),
		...wordsOf(raw),
		...(raw["deprecated"] === true && { deprecated: true }),
		...(servers.length > 0 && { servers }),
		...(Array.isArray(security) && { security: schemes.normal(security, place) }),
		...(parameters.length > 0 && { parameters }),
		...(body !== undefined && { requestBody: bodyOf(body, `${place}/requestBody`, references) }),
		responses: answersOf(raw["responses"], `${place}/responses`, references),
	};
}

/** A later source's parameter replaces an earlier one's of the same name and place. */
function parametersOf(sources: readonly Placed[], references: References): Iterable<Parameter> {
	const found = new Map<string, Parameter>();
	for (const { value, place } of sources) {
		for (const [index, raw] of listOf(value["parameters"]).entries()) {
			const parameter = parameterOf(raw, `${place}/parameters/${index}`, references);
			found.set(`${parameter.in} ${parameter.name}`, parameter);
		}
	}
	return found.values();
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

function wordsOf({ summary, description }: JsonObject): { summary?: string; description?: string } {
	const said = (text: Json | undefined): text is string => typeof text === "string" && text.trim() !== "";
	return {
		...(said(summary) && { summary: summary.trim() }),
		...(said(description) && { description: description.trim() }),
	};
}

export const serversOf = ({ servers }: JsonObject): Server[] =>
	listOf(servers).flatMap((server) =>
		isObject(server) && typeof server["url"] === "string" ? [{ url: server["url"] }] : [],
	);
