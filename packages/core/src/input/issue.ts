/**
 * How refused input is told: what was wrong, what came (never its content: an id or a key may be a number, too),
 * and what to do.
 */
import { InvalidInputError } from "../failure/classes.ts";
import { inOneLine } from "../failure/message.ts";
import type { InputIssue } from "../failure/taxonomy.ts";
import { about, type Row } from "../wire/operation.ts";

/** What came, without telling its content; of a number that came in the place of another, it. */
const received = (must: string, value: unknown): unknown =>
	typeof value === "string"
		? `text of ${[...value].length}`
		: typeof value === "number" && must.includes("number")
			? value
			: // `[object Map]`: also tells what `typeof` does not.
				Object.prototype.toString.call(value).slice(8, -1).toLowerCase();

/** @example issue("limit", "a whole number, 1 to 50", 500, "To get more, iterate.") */
export const issue = (path: string, must: string, value: unknown, fix = "Mend it."): InputIssue => ({
	path,
	problem: `must be ${must}; received ${received(must, value)}`,
	fix,
});

/** What was thrown is not told: it may be the caller's own words, with personal data in them. */
export const notJson = (path: string, value: unknown): InputIssue =>
	issue(path, "JSON, without a cycle or a BigInt", value);

/** One error for all issues; `operation` is absent for a constructor's options. */
export function refusal(
	issues: readonly InputIssue[],
	operation?: Pick<Row, "name" | "method" | "path">,
	cause?: { readonly cause: unknown },
): InvalidInputError {
	// A path may be a name that came from outside, as of a query parameter nobody knows.
	const told = issues.map(({ path, problem, fix }) => `\`${inOneLine(path)}\` ${problem}. ${fix}`).join("\n");
	return new InvalidInputError({
		...(operation && about(operation)),
		...cause,
		attempts: 0,
		issues,
		message: operation ? `${operation.name}: ${told}` : told,
	});
}

/** Throws the refusal of issues, where there are any. */
export function refuse(
	issues: readonly InputIssue[],
	operation?: Pick<Row, "name" | "method" | "path">,
	cause?: { readonly cause: unknown },
): void {
	if (issues.length > 0) throw refusal(issues, operation, cause);
}
