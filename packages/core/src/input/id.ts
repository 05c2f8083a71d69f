/**
 * Refuses path values that would reach another endpoint, or none: an empty id turns retrieve into list, and
 * URL parsers fold `.` and `..` away, percent-encoded too (https://url.spec.whatwg.org/#double-dot-path-segment).
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import { issue } from "./issue.ts";

export function checkId(name: string, value: unknown): InputIssue | undefined {
	const give = "Give the identity's `_id` or your `external_id`.";
	if (typeof value !== "string") return issue(name, "must be a string", value, give);
	if (value === "") return issue(name, "must not be empty", value, give);
	if (value === "." || value === "..") {
		return issue(name, "must not be `.` or `..`, which a URL can't carry as a segment", value, give);
	}
	// In unicode mode a surrogate matches only where it stands alone.
	if (/\p{Surrogate}/u.test(value)) {
		return issue(name, "must be well-formed Unicode, without a lone surrogate", value, give);
	}
	return undefined;
}
