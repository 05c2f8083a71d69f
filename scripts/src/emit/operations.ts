/**
 * core's two operation tables, the only things at run time that know the API. `generated/operations.ts` says all that
 * the document says, for servers and readers; `generated/rows.ts` what a client needs, since it is in every bundle:
 * limits and readers, and nothing that is as usual.
 */
import type { BodyField, Limits, Model, Operation, QueryParameter } from "../model/model.ts";
import { source } from "./header.ts";
import { key } from "./key.ts";
import { readerNames } from "./read.ts";

export function emitOperations(model: Model): Record<string, string> {
	const { operations } = model;
	const text = source(
		'import type { Operation } from "../wire/operation.ts";',
		"",
		"export const operations = {",
		...operations.map((operation) => `${key(operation.name)}: {\n${row(operation).join(",\n")},\n},`),
		"} as const satisfies Readonly<Record<string, Operation>>;",
		"",
		"/** The name of an operation, which is the name of its method in every client. */",
		"export type OperationName = keyof typeof operations;",
	);
	return { "packages/core/src/generated/operations.ts": text, ...emitRows(operations, readerNames(model)) };
}

function emitRows(
	operations: readonly Operation[],
	readers: ReadonlyMap<Operation, string>,
): Record<string, string> {
	const rows = operations.map(
		(operation) =>
			`${key(operation.name)}: {\n${shortRow(operation, readers.get(operation)).join(",\n")},\n},`,
	);
	const tests = ["isNumber", "isText", "isWhole"].filter((test) =>
		rows.some((row) => row.includes(`${test}(`)),
	);
	const used = [...new Set(readers.values())].sort();
	const text = source(
		...(rows.some((row) => row.includes("isFields]"))
			? ['import { isFields } from "../wire/reading.ts";']
			: []),
		...(tests.length > 0 ? [`import { ${tests.join(", ")} } from "../input/rules.ts";`] : []),
		...(operations.some(isDotted) ? ['import { flatten } from "../wire/flatten.ts";'] : []),
		'import type { Row } from "../wire/operation.ts";',
		'import type { OperationName } from "./operations.ts";',
		...(used.length > 0 ? [`import { ${used.join(", ")} } from "./read.ts";`] : []),
		"",
		"/** What a client needs to know of each operation. */",
		"export const rows = {",
		...rows,
		"} as const satisfies Readonly<Record<OperationName, Row>>;",
	);
	return { "packages/core/src/generated/rows.ts": text };
}

const isDotted = ({ query }: Operation): boolean => query.some(({ name, wire }) => name !== wire);

function shortRow(operation: Operation, reader: string | undefined): string[] {
	const { name, method, path, idParam, query, body, answer, idempotent } = operation;
	const fields = Object.entries(body?.fields ?? {});
	return [
		`name: ${JSON.stringify(name)}`,
		`method: ${JSON.stringify(method)}`,
		`path: ${JSON.stringify(path)}`,
		...(idParam === undefined ? [] : [`id: ${JSON.stringify(idParam)}`]),
		...(query.length > 0 ? [`query: ${rules(query.map((it) => [it.wire, ruleOfParameter(it)]))}`] : []),
		...(isDotted(operation) ? ["flatten"] : []),
		...(body ? [`body: ${rules(fields.map(([field, of]) => [field, ruleOfField(of)]))}`] : []),
		...(body?.required ? ["required: true"] : []),
		...(answer === "object" ? [] : [`answer: ${JSON.stringify(answer)}`]),
		...(idempotent ? [] : ["idempotent: false"]),
		...(reader === undefined ? [] : [`read: ${reader}`]),
	];
}

/** What a value must be, in words, and the function that tests it. */
interface Rule {
	readonly must: string;
	readonly test: string;
	readonly required?: boolean;
}

const rules = (all: readonly (readonly [name: string, rule: Rule | undefined])[]): string =>
	`{ ${all
		.flatMap(([name, rule]) => (rule ? [`${key(name)}: [${parts(rule).join(", ")}]`] : []))
		.join(", ")} }`;

const parts = ({ must, test, required }: Rule): string[] => [
	JSON.stringify(must),
	test,
	...(required ? ["true"] : []),
];

const ruleOfParameter = ({ type, required, limits }: QueryParameter): Rule => ({
	// An empty text in a query says nothing: an empty cursor would start anew.
	...ruleOf(type, type === "string" ? { minLength: 1, ...limits } : limits),
	required,
});

/** Only text is limited in a body: the server is the judge of the rest. */
function ruleOfField({ required, limits }: BodyField): Rule | undefined {
	if ((limits.minLength ?? limits.maxLength) !== undefined) return { ...ruleOf("string", limits), required };
	return required ? { must: "given", test: "(it) => it !== undefined && it !== null", required } : undefined;
}

function ruleOf(type: QueryParameter["type"], limits: Limits): Rule {
	const { minimum, maximum, minLength = 0, maxLength } = limits;
	const test = (name: string, ...args: (number | string | undefined)[]): string =>
		`(it) => ${name}(${["it", ...args].filter((each) => each !== undefined).join(", ")})`;
	switch (type) {
		case "string":
			return {
				must: `text of ${range(minLength, maxLength)} characters`,
				test: test("isText", minLength, maxLength),
			};
		case "integer":
		case "number": {
			const what = type === "integer" ? "a whole number" : "a number";
			const bounds = (minimum ?? maximum) === undefined ? "" : `, ${range(minimum, maximum)}`;
			const name = type === "integer" ? "isWhole" : "isNumber";
			return { must: what + bounds, test: test(name, minimum ?? "Number.NEGATIVE_INFINITY", maximum) };
		}
		case "object":
			return { must: "an object", test: "isFields" };
		case "array":
			return { must: "an array", test: "Array.isArray" };
		case "boolean":
			return { must: "true or false", test: '(it) => typeof it === "boolean"' };
	}
}

const range = (min: number | undefined, max: number | undefined): string =>
	min === undefined ? `${max} or less` : max === undefined ? `${min} or more` : `${min} to ${max}`;

function row(operation: Operation): string[] {
	const { name, method, path, params, idParam, query, body, success, answer, envelope, idempotent } =
		operation;
	const fields =
		body && Object.entries(body.fields).map(([field, of]) => `${key(field)}: ${literal(fieldOf(of))}`);
	return [
		`name: ${JSON.stringify(name)}`,
		`method: ${JSON.stringify(method)}`,
		`path: ${JSON.stringify(path)}`,
		`params: ${JSON.stringify(params.map((parameter) => parameter.name))}`,
		...(idParam === undefined ? [] : [`id: ${JSON.stringify(idParam)}`]),
		`query: [${query.map((parameter) => literal(parameterOf(parameter))).join(", ")}]`,
		...(body && fields ? [`body: {\nrequired: ${body.required},\nfields: { ${fields.join(", ")} },\n}`] : []),
		`success: ${success}`,
		`answer: ${JSON.stringify(answer)}`,
		`envelope: ${envelope}`,
		`idempotent: ${idempotent}`,
	];
}

const parameterOf = ({ name, wire, form, type, required, limits }: QueryParameter): object => ({
	name,
	wire,
	form,
	type,
	...(required && { required }),
	...limits,
});

const fieldOf = ({ required, limits }: BodyField): object => ({ ...(required && { required }), ...limits });

const literal = (of: object): string => {
	const members = Object.entries(of).map(([name, value]) => `${key(name)}: ${JSON.stringify(value)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};
