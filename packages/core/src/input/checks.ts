/**
 * Checks an operation's input against its row in the operation table, before anything is sent.
 * Only what a caller can get wrong by mistake is refused; the server remains the judge of the rest.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { BodyField, Operation, QueryParameter } from "../wire/operation.ts";
import { isFields } from "../wire/reading.ts";
import { checkId } from "./id.ts";
import { issue } from "./issue.ts";

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
	if (query === undefined || query === null) query = {};
	if (!isFields(query)) return [issue("query", "must be an object", query, "Give the parameters by name.")];
	const given = query;
	const unknown = Object.keys(given)
		.filter((name) => !operation.query.some((parameter) => parameter.name === name))
		.map((name) => issue(name, "is not a parameter of this operation", given[name], offer(operation)));
	const both = given["starting_after"] != null && given["ending_before"] != null;
	return [
		...unknown,
		...operation.query.map((parameter) => checkParameter(parameter, given[parameter.name])),
		both
			? issue("ending_before", "can't go with `starting_after`", given["ending_before"], "Give one cursor.")
			: undefined,
	];
}

const offer = ({ query }: Operation): string =>
	query.length > 0
		? `Its parameters: ${[...new Set(query.map(({ name }) => name))].join(", ")}.`
		: "It has none.";

function checkParameter(parameter: QueryParameter, value: unknown): InputIssue | undefined {
	const { name, type, form, required } = parameter;
	if (value === undefined || value === null) {
		return required ? issue(name, "is required", value, "Give a value.") : undefined;
	}
	const wanted = name === parameter.wire ? type : "object";
	if (!hasType(wanted, form, value)) {
		return issue(name, `must be ${withArticle(wanted)}`, value, "Convert it before the call.");
	}
	if (typeof value === "number") return checkNumber(parameter, value);
	if (typeof value === "string") return checkText(name, { minLength: 1, ...parameter }, value);
	return undefined;
}

function hasType(type: QueryParameter["type"], form: QueryParameter["form"], value: unknown): boolean {
	if (type === "integer") return Number.isInteger(value);
	if (type === "number") return Number.isFinite(value);
	if (type === "array") return Array.isArray(value);
	if (type === "object") return isFields(value) || (form === "json" && typeof value !== "string");
	return typeof value === type;
}

const withArticle = (type: QueryParameter["type"]): string =>
	type === "integer" ? "a whole number" : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

function checkNumber({ name, minimum, maximum }: QueryParameter, value: number): InputIssue | undefined {
	if (maximum !== undefined && value > maximum) {
		const fix =
			name === "limit"
				? "To get more, iterate: `for await (const identity of client.list())`."
				: "Give less.";
		return issue(name, `must be ${range(minimum, maximum)}`, value, fix);
	}
	if (minimum !== undefined && value < minimum)
		return issue(name, `must be ${range(minimum, maximum)}`, value, "Give more.");
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
	if (!isFields(body)) return [issue("body", "must be an object", body, "Give the fields by name.")];
	return Object.entries(operation.body.fields).map(([name, field]) => {
		const value = body[name];
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
