/**
 * How refused input is told: what was wrong, what came (never its content: an id or a key may be a number, too),
 * and what to do.
 */
import { InvalidInputError } from "../failure/classes.js";
import type { InputIssue } from "../failure/taxonomy.js";
import { type Row } from "../wire/operation.js";
/** @example issue("limit", "a whole number, 1 to 50", 500, "To get more, iterate.") */
export declare const issue: (path: string, must: string, value: unknown, fix?: string) => InputIssue;
/** What was thrown is not told: it may be the caller's own words, with personal data in them. */
export declare const notJson: (path: string, value: unknown) => InputIssue;
/** One error for all issues; `operation` is absent for a constructor's options. */
export declare function refusal(issues: readonly InputIssue[], operation?: Pick<Row, "name" | "method" | "path">, cause?: {
    readonly cause: unknown;
}): InvalidInputError;
/** Throws the refusal of issues, where there are any. */
export declare function refuse(issues: readonly InputIssue[], operation?: Pick<Row, "name" | "method" | "path">, cause?: {
    readonly cause: unknown;
}): void;
