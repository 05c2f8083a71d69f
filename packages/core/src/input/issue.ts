/**
 * How refused input is told: what was wrong, what came (never its content: an id or a key may be a number, too),
 * and what to do.
 */
import { InvalidInputError } from "../failure/classes.ts";
import { inOneLine } from "../failure/message.ts";
import type { InputIssue } from "../failure/taxonomy.ts";
import type { Operation } from "../wire/operation.ts";

/** What came, without telling its content. */
function received(value: unknown): string {
	if (typeof value === "string") {
		if (value === "") return "an empty string";
		const length = [...value].length;
		return `a string of ${length} character${length === 1 ? "" : "s"}`;
	}
	if (typeof value === "boolean" || value === null) return String(value);
	if (value === undefined) return "nothing";
	if (Array.isArray(value)) return "an array";
	return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

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
	operation?: Pick<Operation, "name" | "method" | "path">,
): InvalidInputError {
	// A path may be a name that came from outside, as of a query parameter nobody knows.
	const told = issues.map(({ path, problem, fix }) => `\`${inOneLine(path)}\` ${problem}. ${fix}`).join("\n");
	return new InvalidInputError({
		...(operation && { operation: operation.name, method: operation.method, path: operation.path }),
		attempts: 0,
		issues,
		message: operation ? `${operation.name}: ${told}` : told,
	});
}
