/** Checks an operation's input against its row in the operation table, before anything is sent. */
import type { InputIssue } from "../failure/taxonomy.js";
import type { Rules } from "../wire/operation.js";
/** An operation's input from an untyped caller. */
export interface UncheckedInput {
    readonly path?: unknown;
    readonly query?: unknown;
    readonly body?: unknown;
}
/**
 * Refuses path values that would reach another endpoint, or none: an empty id turns retrieve into list, and URL
 * parsers fold `.` and `..` away, percent-encoded too (https://url.spec.whatwg.org/#double-dot-path-segment).
 */
export declare const checkId: (name: string, value: unknown) => InputIssue[];
/** All that is wrong with a query under the wire's names. */
export declare function checkQuery(rules: Rules, query: unknown): InputIssue[];
