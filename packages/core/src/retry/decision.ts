/**
 * Decides whether a failed attempt is repeated, and after which wait.
 * Pure: the caller brings the time that is left and the random number, and does the waiting.
 */
import type { AnyIdentitiesError } from "../failure/classes.ts";
import type { Row } from "../wire/operation.ts";
import { backoffMs } from "./backoff.ts";

/** A server's wait beyond this, in ms, is not waited for: the call fails at once and says how long it would be. */
const longestRetryAfterMs = 60_000;

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
export const mayRetry = (error: AnyIdentitiesError, operation: Row): boolean =>
	error.isRetryable &&
	(error as { readonly scope?: string }).scope !== "total" &&
	(operation.idempotent !== false || error.status === 429 || error.outcome === "not-sent");

/**
 * How long to wait before the next attempt, in ms; NaN where there is none, and `Infinity` where only the time for the
 * wait is missing. A wait that can't end in time is not begun: failing now tells the caller more than failing later.
 */
export function retryDelayMs(error: AnyIdentitiesError, context: RetryContext): number {
	const { operation, maxRetries, retries, leftMs, random } = context;
	const { retryAfterMs: delayMs = backoffMs(retries, random) } = error as { readonly retryAfterMs?: number };
	if (!mayRetry(error, operation) || retries >= maxRetries || delayMs > longestRetryAfterMs)
		return Number.NaN;
	return delayMs < leftMs ? delayMs : Number.POSITIVE_INFINITY;
}
