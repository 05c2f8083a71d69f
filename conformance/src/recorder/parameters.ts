/**
 * Reads a request's path and query by the document: a parameter must be there where it is required, must be
 * declared, and must travel in the form that its schema asks for.
 */
import { isObject } from "../pattern.ts";
import { below, childrenOf, type Described, type Node, nodeAt } from "./document.ts";
import type { Validate } from "./schemas.ts";

interface Parameter {
	readonly name: string;
	readonly required: boolean;
	/** The place of its schema. */
	readonly at: string;
	readonly schema: Node;
}

export function parameterProblems(
	document: Node,
	validate: Validate,
	operation: Described,
	path: string,
	query: URLSearchParams,
): string[] {
	const all = childrenOf(document, operation, "parameters");
	const declared = (place: string) =>
		all.filter(({ node }) => node["in"] === place).map((parameter) => parameterOf(document, parameter));
	const other = all.find(({ node }) => node["in"] !== "path" && node["in"] !== "query");
	if (other) throw new Error(`The recorder can't check a parameter in ${other.node["in"]}`);
	const segments = valuesInPath(operation.template, path);
	const inPath = declared("path").flatMap((parameter) =>
		problemsOf(parameter, [segments[parameter.name] ?? []].flat(), validate, "path"),
	);
	const names = declared("query").map(({ name }) => name);
	const unknown = [...new Set(query.keys())].filter((name) => !names.includes(name));
	return [
		...inPath,
		...unknown.map((name) => `query: ${name} is not declared`),
		...declared("query").flatMap((parameter) =>
			problemsOf(parameter, query.getAll(parameter.name), validate, "query"),
		),
	];
}

function parameterOf(document: Node, { node, at }: Pick<Described, "node" | "at">): Parameter {
	const place = below(at, "schema");
	const { name, required } = node;
	return { name: String(name), required: required === true, at: place, schema: nodeAt(document, place).node };
}

/** Whether a path is one of the template's: each parameter is one segment, and not empty. */
export function fits(template: string, path: string): boolean {
	const expected = template.split("/");
	const given = path.split("/");
	return (
		expected.length === given.length &&
		expected.every((part, index) => (part.startsWith("{") ? given[index] !== "" : part === given[index]))
	);
}

function valuesInPath(template: string, path: string): Record<string, string> {
	const given = path.split("/");
	return Object.fromEntries(
		template.split("/").flatMap((part, index) => {
			const name = /^\{(.+)\}$/.exec(part)?.[1];
			return name === undefined ? [] : [[name, decodeURIComponent(given[index] ?? "")]];
		}),
	);
}

function problemsOf(
	{ name, required, at, schema }: Parameter,
	texts: readonly string[],
	validate: Validate,
	place: string,
): string[] {
	if (texts.length === 0) return required ? [`${place}: ${name} is missing`] : [];
	const read = parameterValue(schema, texts);
	if (!("value" in read)) return [`${place}: ${name} ${read.problem}`];
	return validate(at, read.value).map((problem) => `${place}: ${name} ${problem}`);
}

type Read = { readonly value: unknown } | { readonly problem: string };

/** An object is JSON, an array is its name once for each element, anything else is text. */
function parameterValue(schema: Node, texts: readonly string[]): Read {
	const types = [schema["type"] ?? []].flat();
	if (types.includes("array")) {
		const items = isObject(schema["items"]) ? schema["items"] : {};
		const reads = texts.map((text) => plainValue(items, text));
		return (
			reads.find((read) => "problem" in read) ?? { value: reads.map((read) => "value" in read && read.value) }
		);
	}
	const [text = "", ...more] = texts;
	if (more.length > 0) return { problem: `is there ${texts.length} times` };
	if (!types.includes("object")) return plainValue(schema, text);
	try {
		return { value: JSON.parse(text) };
	} catch {
		return { problem: `is not JSON: ${text}` };
	}
}

function plainValue(schema: Node, text: string): Read {
	const types = [schema["type"] ?? []].flat();
	if (types.includes("integer") || types.includes("number")) {
		return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)
			? { value: Number(text) }
			: { problem: `is no number: ${text}` };
	}
	if (types.includes("boolean")) {
		return text === "true" || text === "false"
			? { value: text === "true" }
			: { problem: `is no boolean: ${text}` };
	}
	return { value: text };
}
