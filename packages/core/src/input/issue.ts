/**
 * How refused input is told: what was wrong, what came (never its content: an id or a key may be a number, too),
 * and what to do.
 */
import { type ErrorFields, InvalidInputError } from "../failure/classes.ts";
import { inOneLine } from "../failure/message.ts";
import type { InputIssue } from "../failure/taxonomy.ts";
import { about, type Row } from "../wire/operation.ts";

/** What came, without telling its content. */
const received = (value: unknown): string =>
	// `[object Map]`: also tells what `typeof` does not.
	Object.prototype.toString.call(value).slice(8, -1);

export const issue = (path: string, must: string, value: unknown, fix: string): InputIssue => ({
	path,
	problem: `${must}; received ${received(value)}`,
	fix,
});

/** The issue of a limit or a setting: a number that came in the place of another is told. */
export const numberIssue = (path: string, must: string, value: unknown, fix: string): InputIssue =>
	typeof value === "number"
		? { path, problem: `${must}; received ${value}`, fix }
		: issue(path, must, value, fix);

/** One error for all issues; `operation` is absent for a constructor's options. */
export function refusal(
	issues: readonly InputIssue[],
	operation?: Pick<Row, "name" | "method" | "path">,
	more?: ErrorFields,
): InvalidInputError {
	// A path may be a name that came from outside, as of a query parameter nobody knows.
	const told = issues.map(({ path, problem, fix }) => `\`${inOneLine(path)}\` ${problem}. ${fix}`).join("\n");
	return new InvalidInputError({
		...(operation && about(operation)),
		...more,
		attempts: 0,
		issues,
		message: operation ? `${operation.name}: ${told}` : told,
	});
}

/** Throws one error for all issues, where there are any. */
export function refuse(
	issues: readonly InputIssue[],
	operation?: Pick<Row, "name" | "method" | "path">,
): void {
	if (issues.length > 0) throw refusal(issues, operation);
}
