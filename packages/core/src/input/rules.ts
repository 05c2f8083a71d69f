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
	if (!isFields(fields)) return [issue(name, anObject[0], fields)];
	const issues: InputIssue[] = [];
	for (const path in rules) {
		const value = fields[path];
		const [must, test, required, fix] = rules[path] as Rule;
		if (value === undefined || value === null ? required : !test(value))
			issues.push(issue(path, must, value, fix));
	}
	return issues;
}

/** Whether this is a finite number within these limits. */
export const isNumber = (
	value: unknown,
	min = Number.NEGATIVE_INFINITY,
	max = Number.POSITIVE_INFINITY,
): boolean => Number.isFinite(value) && (value as number) >= min && (value as number) <= max;

export const isWholeNumber = (value: unknown, min?: number, max?: number): boolean =>
	Number.isInteger(value) && isNumber(value, min, max);

/** Whether this is well-formed text of so many characters: JSON Schema counts code points, not UTF-16 units. */
export const isText = (value: unknown, min?: number, max?: number): boolean =>
	isWellFormed(value) && isNumber([...value].length, min, max);

export const anObject: Rule = ["an object", isFields];

export const anArray: Rule = ["an array", Array.isArray];

export const trueOrFalse: Rule = ["true or false", (it) => typeof it === "boolean"];

export const aFunction: Rule = ["a function", (it) => typeof it === "function"];

/** Whatever it is, it must be there. */
export const given: Rule = ["given", () => true, true];
