/**
 * What a test may ask for with `fail`: which requests go wrong, and how.
 */
import type { OperationName } from "@orq/identities-core";
export declare const faultKinds: readonly ["reset", "silent", "truncated", "stalled", "html", "garbage", "redirect"];
/**
 * - `reset`: the connection is dropped without an answer.
 * - `silent`: the connection stays open, and nothing ever arrives.
 * - `truncated`: the headers and half of the body arrive, then the connection is dropped.
 * - `stalled`: the headers and half of the body arrive, then nothing more.
 * - `html`: a web page, as proxies send it, in the place of JSON.
 * - `garbage`: the operation is done, and its answer is JSON that breaks off.
 * - `redirect`: 307 to `location`.
 *
 * An answer without a body (a 204) can't be cut: `truncated` acts as `reset` there, `stalled` as `silent`.
 */
export type FaultKind = (typeof faultKinds)[number];
/** Which requests a fault hits, and what happens to them. */
export interface FaultRule {
    /** The operation's name, or several. Without it: every request, also to paths that don't exist. */
    readonly operation?: OperationName | readonly OperationName[];
    /** Hits from the nth request on that is meant, counted from 1 since `fail` was called. */
    readonly nth?: number;
    /** How many requests it hits. Default: one if there is `nth`, else every one until `reset()`. */
    readonly times?: number;
    /** Hits a request with this probability, 0 to 1; the server's `seed` makes it repeatable. */
    readonly chance?: number;
    /** What goes wrong. Without it: `status`, `headers` and `delayMs` say so. */
    readonly fault?: FaultKind;
    /** Answers with this status, 200 to 599, in the place of doing the operation. */
    readonly status?: number;
    /** Laid over the headers of the answer. */
    readonly headers?: Readonly<Record<string, string>>;
    /** The body that goes with `status`: a string as it is, anything else as JSON. */
    readonly body?: unknown;
    /** Where a `redirect` leads: absolute, or relative to the request. */
    readonly location?: string;
    /** Waits so many ms before anything else happens; with `afterWrite`, between the work and the answer. */
    readonly delayMs?: number;
    /** True: the operation is done first, then its answer is lost to the fault. So a write has happened. */
    readonly afterWrite?: boolean;
}
