/**
 * Decides whether a failed attempt is repeated, and after which wait.
 * Pure: the caller brings the time that is left and the random number, and does the waiting.
 */
import type { AnyIdentitiesError } from "../failure/classes.ts";
import type { Operation } from "../wire/operation.ts";
import { backoffMs } from "./backoff.ts";

/** A server's wait beyond this, in ms, is not waited for: the call fails at once and says how long it would be. */
export const longestRetryAfterMs = 60_000;

export type RetryDecision =
	| { readonly retry: true; readonly delayMs: number }
	| {
			readonly retry: false;
			readonly because: "not-retryable" | "attempts-spent" | "wait-too-long" | "out-of-time";
	  };

export interface RetryContext {
	readonly operation: Operation;
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
export const mayRetry = (error: AnyIdentitiesError, operation: Operation): boolean =>
	error.isRetryable &&
	!(error._tag === "RequestTimeoutError" && error.scope === "total") &&
	(operation.idempotent || error._tag === "RateLimitError" || error.outcome === "not-sent");

export function decideRetry(error: AnyIdentitiesError, context: RetryContext): RetryDecision {
	if (!mayRetry(error, context.operation)) return { retry: false, because: "not-retryable" };
	if (context.retries >= context.maxRetries) return { retry: false, because: "attempts-spent" };
	const asked = "retryAfterMs" in error ? error.retryAfterMs : undefined;
	if (asked !== undefined && asked > longestRetryAfterMs) return { retry: false, because: "wait-too-long" };
	const delayMs = asked ?? backoffMs(context.retries, context.random);
	// A wait that can't end in time is not begun: failing now tells the caller more than failing later.
	if (delayMs >= context.leftMs) return { retry: false, because: "out-of-time" };
	return { retry: true, delayMs };
}
