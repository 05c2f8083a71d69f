/**
 * Reads an operation's query by its row in the table, under the names that callers use.
 * A parameter that the row does not know is ignored, as servers do; a value out of its limits is refused.
 */
import type { Operation, QueryParameter, Result } from "@orq/identities-core";
import type { Fields } from "@orq/identities-core/internal";
import { readTagFilter } from "./filter.ts";

/** The values by name, or what is wrong with the first that is wrong. */
export function readQuery(operation: Operation, query: URLSearchParams): Result<Fields, string> {
	const values: Fields = {};
	for (const parameter of operation.query) {
		const { name } = parameter;
		if (name in values) continue;
		const read = isFilter(parameter) ? readTagFilter(query, name) : readPlain(parameter, query.get(name));
		if (!read.ok) return read;
		values[name] = read.data;
	}
	return { ok: true, data: values };
}

/** An object on the caller's side; `filter_by.tags` on the wire is one property of `filter_by`. */
const isFilter = ({ name, wire, type }: QueryParameter): boolean => type === "object" || name !== wire;

function readPlain(parameter: QueryParameter, text: string | null): Result<unknown, string> {
	if (text === null) {
		return parameter.required
			? { ok: false, error: `${parameter.name}: is required.` }
			: { ok: true, data: undefined };
	}
	switch (parameter.type) {
		case "boolean":
			return readBoolean(parameter, text);
		case "integer":
		case "number":
			return readNumber(parameter, text);
		default:
			return readText(parameter, text);
	}
}

function readBoolean({ name }: QueryParameter, text: string): Result<boolean | undefined, string> {
	if (text === "" || text === "null") return { ok: true, data: undefined };
	return text === "true" || text === "false"
		? { ok: true, data: text === "true" }
		: { ok: false, error: `${name}: must be true or false; received ${shortened(text)}.` };
}

function readNumber(parameter: QueryParameter, text: string): Result<number, string> {
	const { name, type, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = parameter;
	const form = type === "integer" ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?$/;
	const value = Number(text);
	if (form.test(text) && value >= minimum && value <= maximum) return { ok: true, data: value };
	const kind = type === "integer" ? "a whole number" : "a number";
	const limits = [
		parameter.minimum === undefined ? "" : ` from ${minimum}`,
		parameter.maximum === undefined ? "" : ` up to ${maximum}`,
	];
	return { ok: false, error: `${name}: must be ${kind}${limits.join("")}; received ${shortened(text)}.` };
}

function readText(parameter: QueryParameter, text: string): Result<string, string> {
	const { name, minLength = 1, maxLength = Number.POSITIVE_INFINITY } = parameter;
	const length = [...text].length; // code points, as JSON Schema counts
	if (length < minLength) return { ok: false, error: `${name}: must have at least ${minLength} characters.` };
	if (length > maxLength) return { ok: false, error: `${name}: must have at most ${maxLength} characters.` };
	return { ok: true, data: text };
}

const shortened = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
