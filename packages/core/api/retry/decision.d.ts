/**
 * Decides whether a failed attempt is repeated, and after which wait.
 * Pure: the caller brings the time that is left and the random number, and does the waiting.
 */
import type { AnyIdentitiesError } from "../failure/classes.js";
import type { Row } from "../wire/operation.js";
export interface RetryContext {
    readonly operation: Row;
    readonly maxRetries: number;
    /** How many retries this call has had. */
    readonly retries: number;
    /** What is left of the total timeout, in ms; `Infinity` where there is none. */
    readonly leftMs: number;
    /** A random number in [0, 1). */
    readonly random: number;
}
/**
 * Whether repeating the request is safe and of use. An operation that is not idempotent is repeated only
 * where the failure proves that nothing was written: refused by the rate limit, or never sent.
 */
export declare const mayRetry: (error: AnyIdentitiesError, operation: Row) => boolean;
/**
 * How long to wait before the next attempt, in ms; NaN where there is none, and `Infinity` where only the time for the
 * wait is missing. A wait that can't end in time is not begun: failing now tells the caller more than failing later.
 */
export declare function retryDelayMs(error: AnyIdentitiesError, context: RetryContext): number;
