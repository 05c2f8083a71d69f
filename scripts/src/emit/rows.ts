/**
 * core's `generated/rows.ts`: what sending an operation and reading its answer takes. It is in every client's bundle,
 * so it has limits and readers, and nothing that is as usual; `generated/operations.ts` says the rest, for servers.
 */
import type { BodyField, Limits, Model, Operation, QueryParameter } from "../model/model.ts";
import { source } from "./header.ts";
import { key } from "./key.ts";
import { readerNames } from "./read.ts";

export function emitRows(model: Model): Record<string, string> {
	const { operations } = model;
	const readers = readerNames(model);
	const rows = operations.map(
		(operation) => `${key(operation.name)}: {\n${row(operation, readers.get(operation)).join(",\n")},\n},`,
	);
	// As a value or a call, not as the name of a parameter.
	const used = (name: string): boolean => rows.some((text) => new RegExp(`\\b${name}\\b(?!:)`).test(text));
	const rules = Object.values(ruleNames).filter(used).sort();
	const usedReaders = [...new Set(readers.values())].sort();
	const text = source(
		...(rules.length > 0 ? [`import { ${rules.join(", ")} } from "../input/rules.ts";`] : []),
		...(operations.some(isDotted) ? ['import { flatten } from "../wire/flatten.ts";'] : []),
		'import type { Row } from "../wire/operation.ts";',
		'import type { OperationName } from "./operations.ts";',
		...(usedReaders.length > 0 ? [`import { ${usedReaders.join(", ")} } from "./read.ts";`] : []),
		"",
		"/** What a client needs to know of each operation. */",
		"export const rows = {",
		...rows,
		"} as const satisfies Readonly<Record<OperationName, Row>>;",
	);
	return { "packages/core/src/generated/rows.ts": text };
}

const isDotted = ({ query }: Operation): boolean => query.some(({ name, wire }) => name !== wire);

function row(operation: Operation, reader: string | undefined): string[] {
	const { name, method, path, params, idParam, query, body, answer, idempotent } = operation;
	const fields = Object.entries(body?.fields ?? {});
	return [
		`name: ${JSON.stringify(name)}`,
		`method: ${JSON.stringify(method)}`,
		`path: ${JSON.stringify(path)}`,
		...(params.length > 0 ? [`params: ${JSON.stringify(params.map((parameter) => parameter.name))}`] : []),
		...(idParam === undefined ? [] : [`id: ${JSON.stringify(idParam)}`]),
		...(query.length > 0
			? [`query: ${rules(query.map((it) => [it.wire, ruleOfParameter(it, operation)]))}`]
			: []),
		...(isDotted(operation) ? ["flatten"] : []),
		...(body ? [`body: ${rules(fields.map(([field, of]) => [field, ruleOfField(of)]))}`] : []),
		...(body?.required ? ["required: true"] : []),
		...(answer === "object" ? [] : [`answer: ${JSON.stringify(answer)}`]),
		...(idempotent ? [] : ["idempotent: false"]),
		...(reader === undefined ? [] : [`read: ${reader}`]),
	];
}

const rules = (all: readonly (readonly [name: string, rule: string | undefined])[]): string =>
	`{ ${all.flatMap(([name, rule]) => (rule ? [`${key(name)}: ${rule}`] : [])).join(", ")} }`;

/** What core's `input/rules.ts` has: a test for each type with limits, and a whole rule for the others. */
const ruleNames = {
	string: "isText",
	integer: "isWholeNumber",
	number: "isNumber",
	boolean: "trueOrFalse",
	object: "anObject",
	array: "anArray",
	any: "given",
} as const satisfies Record<QueryParameter["type"] | "any", string>;

function ruleOfParameter({ name, type, required, limits }: QueryParameter, { answer }: Operation): string {
	const isPageSize = name === "limit" && answer === "page" && limits.maximum !== undefined;
	const fix = isPageSize ? `To get more than ${limits.maximum}, iterate.` : undefined;
	// An empty text in a query says nothing: an empty cursor would start anew.
	return ruleOf(type, type === "string" ? { minLength: 1, ...limits } : limits, required, fix);
}

/**
 * Only text is limited in a body: the server is the judge of the rest. A rule that demands a field refuses null too, so
 * one that may be null is demanded by the types alone.
 */
function ruleOfField({ required, nullable, limits }: BodyField): string | undefined {
	const isLimited = (limits.minLength ?? limits.maxLength) !== undefined;
	const isDemanded = required && !nullable;
	return isLimited ? ruleOf("string", limits, isDemanded) : isDemanded ? ruleNames.any : undefined;
}

function ruleOf(type: QueryParameter["type"], limits: Limits, required?: boolean, fix?: string): string {
	const { minimum, maximum, minLength = 0, maxLength } = limits;
	const name = ruleNames[type];
	// A function, not the result of a call, which a bundle that needs no row would have to keep.
	const limited = (words: string, ...within: readonly (number | undefined)[]) => {
		const test = `(it) => ${name}(${["it", ...codes(within)].join(", ")})`;
		return `[${[...codes([words]), test, ...codes([required || undefined, fix])].join(", ")}]`;
	};
	if (type === "string")
		return limited(`well-formed text of ${size(minLength, maxLength)} characters`, minLength, maxLength);
	if (type === "integer") return limited(`a whole number, ${size(minimum, maximum)}`, minimum, maximum);
	if (type === "number") return limited(`a number, ${size(minimum, maximum)}`, minimum, maximum);
	return required ? `[${name}[0], ${name}[1], true]` : name;
}

function size(min: number | undefined, max: number | undefined): string {
	if (min === undefined) return max === undefined ? "of any size" : `up to ${max}`;
	if (max === undefined) return `${min} or more`;
	return min === max ? `${min}` : `${min} to ${max}`;
}

/** Values as code, without those at the end that are undefined. */
const codes = (values: readonly unknown[]): string[] =>
	values
		.slice(0, values.findLastIndex((value) => value !== undefined) + 1)
		.map((value) => (value === undefined ? "undefined" : JSON.stringify(value)));
