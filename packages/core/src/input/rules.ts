/** What a value must be before it is sent: the tests that rules are made of, and what they say where one fails. */
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Rule, Rules } from "../wire/operation.ts";
import { isFields } from "../wire/reading.ts";
import { issue } from "./issue.ts";

/** All that is wrong with the fields of an object, which `name` says what to call. */
export function checkFields(name: string, rules: Rules, fields: unknown): InputIssue[] {
	if (!isFields(fields)) return [refused(name, "an object", fields)];
	const issues: InputIssue[] = [];
	for (const path in rules) {
		const value = fields[path];
		const [must, test, required] = rules[path] as Rule;
		const isRight = value === undefined || value === null ? !required : test(value);
		if (!isRight) issues.push(refused(path, must, value));
	}
	return issues;
}

const refused = (path: string, must: string, value: unknown): InputIssue =>
	issue(path, `must be ${must}`, value, "Give that, or leave it out.");

export const isNumber = (value: unknown, min: number, max = Number.POSITIVE_INFINITY): boolean =>
	Number.isFinite(value) && Number(value) >= min && Number(value) <= max;

export const isWhole = (value: unknown, min: number, max?: number): boolean =>
	Number.isInteger(value) && isNumber(value, min, max);

/** Well-formed text of so many characters: JSON Schema counts code points, not UTF-16 units. */
export const isText = (value: unknown, min: number, max?: number): boolean =>
	// In unicode mode a surrogate matches only where it stands alone.
	typeof value === "string" && !/\p{Surrogate}/u.test(value) && isNumber([...value].length, min, max);
