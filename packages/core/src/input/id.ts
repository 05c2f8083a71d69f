/**
 * Refuses path values that would reach another endpoint, or none: an empty id turns retrieve into list, and
 * URL parsers fold `.` and `..` away, percent-encoded too (https://url.spec.whatwg.org/#double-dot-path-segment).
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import { issue } from "./issue.ts";

export const checkId = (name: string, value: unknown): InputIssue | undefined =>
	// In unicode mode a surrogate matches only where it stands alone.
	typeof value === "string" && !/^\.{0,2}$|\p{Surrogate}/u.test(value)
		? undefined
		: issue(
				name,
				"must be well-formed text, not empty, `.` or `..`",
				value,
				"Give an `_id` or `external_id`.",
			);
