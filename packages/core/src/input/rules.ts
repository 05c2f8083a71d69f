/**
 * What a value must be before it is sent: the rules that the operation table and the options are made of, and what
 * they say where one is broken. Only what a caller can get wrong by mistake is refused; the server remains the judge
 * of the rest.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Rule, Rules } from "../wire/operation.ts";
import { isFields, isWellFormed } from "../wire/reading.ts";
import { issue } from "./issue.ts";

/** All that is wrong with the fields of an object, which `name` says what to call. */
export function checkFields(name: string, rules: Rules, fields: unknown): InputIssue[] {
	if (!isFields(fields)) return [broken(name, anObject, fields)];
	const issues: InputIssue[] = [];
	for (const path in rules) {
		const value = fields[path];
		const rule = rules[path] as Rule;
		const [, test, required] = rule;
		if (value === undefined || value === null ? required : !test(value))
			issues.push(broken(path, rule, value));
	}
	return issues;
}

const broken = (path: string, [must, , , fix = "Mend it."]: Rule, value: unknown): InputIssue =>
	issue(path, `must be ${must}`, value, fix);

function range(min: number, max?: number): string {
	if (max === undefined) return Number.isFinite(min) ? `${min} or more` : "of any size";
	return Number.isFinite(min) ? `${min} to ${max}` : `up to ${max}`;
}

export const isWithin = (value: unknown, min: number, max = Number.POSITIVE_INFINITY): boolean =>
	Number.isFinite(value) && Number(value) >= min && Number(value) <= max;

/** Well-formed text of so many characters: JSON Schema counts code points, not UTF-16 units. */
export const text = (min: number, max?: number, required?: boolean): Rule => [
	`well-formed text of ${range(min, max)} characters`,
	(it) => isWellFormed(it) && isWithin([...it].length, min, max),
	required,
];

export const wholeNumber = (
	min = Number.NEGATIVE_INFINITY,
	max?: number,
	required?: boolean,
	fix?: string,
): Rule => [
	`a whole number, ${range(min, max)}`,
	(it) => Number.isInteger(it) && isWithin(it, min, max),
	required,
	fix,
];

export const number = (min = Number.NEGATIVE_INFINITY, max?: number, required?: boolean): Rule => [
	`a number, ${range(min, max)}`,
	(it) => isWithin(it, min, max),
	required,
];

export const anObject: Rule = ["an object", isFields];

export const anArray: Rule = ["an array", Array.isArray];

export const trueOrFalse: Rule = ["true or false", (it) => typeof it === "boolean"];

export const aFunction: Rule = ["a function", (it) => typeof it === "function"];

/** Whatever it is, it must be there. */
export const given: Rule = ["given", () => true, true];
