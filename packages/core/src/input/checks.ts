/**
 * Checks an operation's input against its row in the operation table, before anything is sent.
 * Only what a caller can get wrong by mistake is refused; the server remains the judge of the rest.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { BodyField, Operation, QueryParameter } from "../wire/operation.ts";
import { queryValue } from "../wire/query.ts";
import { type Fields, isFields } from "../wire/reading.ts";
import { hasFields } from "./fields.ts";
import { checkId } from "./id.ts";
import { issue, numberIssue } from "./issue.ts";

/** An operation's input from an untyped caller. */
export interface UncheckedInput {
	readonly path?: unknown;
	readonly query?: unknown;
	readonly body?: unknown;
}

/** All that is wrong with the input; empty where nothing is. */
export function checkInput(operation: Operation, input: UncheckedInput): InputIssue[] {
	const path = isFields(input.path) ? input.path : {};
	const issues = operation.params.map((name) => checkId(name, path[name]));
	issues.push(...checkQuery(operation, input.query), ...checkBody(operation, input.body));
	return issues.filter((found) => found !== undefined);
}

function checkQuery(operation: Operation, query: unknown): (InputIssue | undefined)[] {
	const given = query ?? {};
	if (operation.query.length === 0 && query === undefined) return [];
	if (!hasFields(given)) return [issue("query", "must be an object", given, "Give the parameters by name.")];
	const both = given["starting_after"] != null && given["ending_before"] != null;
	return [
		...checkNames(operation, given),
		...operation.query.map((parameter) => checkParameter(parameter, queryValue(parameter, given))),
		both
			? issue("ending_before", "can't go with `starting_after`", given["ending_before"], "Give one cursor.")
			: undefined,
	];
}

/** A name that no parameter carries would be lost unnoticed, and a list be longer than the caller means. */
function checkNames({ query }: Pick<Operation, "query">, given: Fields, parent = ""): InputIssue[] {
	return Object.entries(given).flatMap(([key, value]) => {
		const path = parent + key;
		if (query.some(({ name, wire }) => name === path && wire === path)) return [];
		const carried = query.filter(({ wire }) => wire === path || wire.startsWith(`${path}.`));
		// With a dot of its own a key is no property of anything.
		if (carried.length === 0 || key.includes(".")) {
			const offer =
				query.length > 0 ? `Its parameters: ${query.map(({ wire }) => wire).join(", ")}.` : "It has none.";
			return [issue(path, "is not a parameter of this operation", value, offer)];
		}
		if (carried.some(({ wire }) => wire === path) || value === undefined || value === null) return [];
		// An object whose properties travel as parameters of their own.
		return hasFields(value)
			? checkNames({ query }, value, `${path}.`)
			: [issue(path, "must be an object", value, "Give its properties by name.")];
	});
}

/** An issue's path is the wire's name, which is how callers write a property: `filter_by.tags`. */
function checkParameter(parameter: QueryParameter, value: unknown): InputIssue | undefined {
	const { wire, type, required } = parameter;
	if (value === undefined || value === null) {
		return required ? issue(wire, "is required", value, "Give a value.") : undefined;
	}
	if (!hasType(type, value)) {
		const tell = type === "integer" || type === "number" ? numberIssue : issue;
		return tell(wire, `must be ${withArticle(type)}`, value, "Convert it before the call.");
	}
	if (typeof value === "number") return checkNumber(parameter, value);
	if (typeof value === "string") return checkText(wire, { minLength: 1, ...parameter }, value);
	return undefined;
}

function hasType(type: QueryParameter["type"], value: unknown): boolean {
	if (type === "integer") return Number.isInteger(value);
	if (type === "number") return Number.isFinite(value);
	if (type === "array") return Array.isArray(value);
	if (type === "object") return hasFields(value);
	return typeof value === type;
}

const withArticle = (type: QueryParameter["type"]): string =>
	type === "integer" ? "a whole number" : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

function checkNumber(
	{ name, wire, minimum, maximum }: QueryParameter,
	value: number,
): InputIssue | undefined {
	if (maximum !== undefined && value > maximum) {
		const fix =
			name === "limit"
				? "To get more, iterate: `for await (const identity of client.list())`."
				: "Give less.";
		return numberIssue(wire, `must be ${range(minimum, maximum)}`, value, fix);
	}
	if (minimum !== undefined && value < minimum)
		return numberIssue(wire, `must be ${range(minimum, maximum)}`, value, "Give more.");
	return undefined;
}

const range = (minimum: number | undefined, maximum: number | undefined): string =>
	minimum === undefined
		? `at most ${maximum}`
		: maximum === undefined
			? `at least ${minimum}`
			: `${minimum} to ${maximum}`;

function checkText(name: string, limits: BodyField, value: string): InputIssue | undefined {
	if (/\p{Surrogate}/u.test(value)) {
		return issue(name, "must be well-formed Unicode, without a lone surrogate", value, "Mend the text.");
	}
	const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
	// JSON Schema counts code points, not UTF-16 units.
	const length = [...value].length;
	if (length < minLength) {
		const must = minLength === 1 ? "must not be empty" : `must have at least ${minLength} characters`;
		return issue(name, must, value, "Give more, or leave it out.");
	}
	return length > maxLength
		? issue(name, `must have at most ${maxLength} characters`, value, "Give a shorter one.")
		: undefined;
}

function checkBody(operation: Operation, body: unknown): (InputIssue | undefined)[] {
	if (operation.body === undefined) return [];
	if (body === undefined && !operation.body.required) return [];
	const sent = asSent(body);
	if (!hasFields(sent)) return [issue("body", "must be an object", sent, "Give the fields by name.")];
	return Object.entries(operation.body.fields).map(([name, field]) => {
		const value = sent[name];
		if (value === undefined || (value === null && field.required)) {
			return field.required ? issue(name, "is required", value, "Give a value.") : undefined;
		}
		const limited = field.minLength !== undefined || field.maxLength !== undefined;
		if (!limited || value === null) return undefined;
		if (typeof value !== "string")
			return issue(name, "must be a string", value, "Convert it before the call.");
		return checkText(name, field, value);
	});
}

/** What JSON is made of: an object's `toJSON` says it. Where that throws, writing the body will, and tells. */
function asSent(body: unknown): unknown {
	if (!isFields(body) || typeof body["toJSON"] !== "function") return body;
	try {
		return body["toJSON"]("");
	} catch {
		return body;
	}
}
