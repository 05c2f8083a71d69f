/**
 * Reads the query that the page sent by the operation's row in the table. A name that the row does not know, one that
 * came twice, and a value of another type are refused.
 */
import type { QueryParameter, Result } from "@orq/identities-core";
import { type Fields, isFields, withoutEmpty } from "@orq/identities-core/internal";
import { parsedJson } from "./json.ts";
import { badRequest, type Refusal } from "./refusal.ts";

/** The parameters under the names that callers write: `filter_by.tags` becomes `{ filter_by: { tags } }`. */
export function readQuery(
	parameters: readonly QueryParameter[],
	search: URLSearchParams,
): Result<Fields, Refusal> {
	const sent = withoutObjects(parameters, search);
	const stranger = [...sent.keys()].find((key) => !parameters.some(({ wire }) => wire === key));
	if (stranger !== undefined) {
		return badRequest(`${JSON.stringify(stranger.slice(0, 40))} is not a parameter of this operation.`);
	}
	const query: Fields = {};
	for (const parameter of parameters) {
		const texts = sent.getAll(parameter.wire);
		if (texts.length === 0) continue;
		const value = readValue(parameter, texts);
		if (value === undefined) return badRequest(`${parameter.wire}: ${wanted[parameter.form]}.`);
		// An empty filter is none: a rule that only looks at what is in it would let the page see everything.
		const asked = typeof value === "object" ? withoutEmpty(value) : value;
		if (asked !== undefined) put(query, parameter, asked);
	}
	return { ok: true, data: query };
}

/**
 * A page may be older than its proxy. What it knows as one parameter with an object, `filter_by={"tags":["a"]}`, the
 * proxy may know as one for each property, `filter_by.tags=a`: it is read as that. What can't be told so stays, and
 * is refused as a parameter that nobody knows.
 */
function withoutObjects(parameters: readonly QueryParameter[], search: URLSearchParams): URLSearchParams {
	const dotted = new Set(parameters.filter(({ name, wire }) => name !== wire).map(({ name }) => name));
	return new URLSearchParams(
		[...search].flatMap(([key, text]) => {
			const fields = dotted.has(key) ? parsedJson(text) : undefined;
			return (isFields(fields) && propertiesOf(key, fields)) || [[key, text]];
		}),
	);
}

/** `filter_by.tags`, once for each value; undefined where one holds more than a query can tell. */
function propertiesOf(name: string, fields: Fields): string[][] | undefined {
	const pairs = Object.entries(fields).flatMap(([key, value]) =>
		[value].flat().map((each): [string, unknown] => [`${name}.${key}`, each]),
	);
	if (pairs.some(([, value]) => typeof value === "object" && value !== null)) return undefined;
	return pairs.flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]));
}

const wanted: Readonly<Record<QueryParameter["form"], string>> = {
	plain: "must be there once, as its type has it",
	json: "must be there once, as a JSON object",
	array: "must be text",
};

/** Undefined for what is no value of the parameter. */
function readValue({ form, type }: QueryParameter, texts: readonly string[]): unknown {
	if (form === "array") return texts;
	const [text = "", ...more] = texts;
	if (more.length > 0) return undefined;
	if (form === "json") {
		const json = parsedJson(text);
		return isFields(json) ? json : undefined;
	}
	if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
	if (type === "integer" || type === "number")
		return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
	return text;
}

function put(query: Fields, { name, wire }: QueryParameter, value: unknown): void {
	if (name === wire) {
		query[name] = value;
		return;
	}
	const inner = query[name];
	query[name] = { ...(isFields(inner) && inner), [wire.slice(name.length + 1)]: value };
}
