/**
 * Stops retry storms: when a server is down, retries of all calls together run dry, and calls then fail
 * after one attempt until calls succeed again. One bucket a client; the figures are those of AWS's SDKs
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
 */
import type { IdentitiesErrorTag } from "../failure/classes.ts";

const capacity = 500;

export interface TokenBucket {
	tokens: number;
}

export const tokenBucket = (): TokenBucket => ({ tokens: capacity });

/** What a retry after this failure costs: a timeout held a connection, so it costs more. */
export const retryCost = (tag: IdentitiesErrorTag): number => (tag === "RequestTimeoutError" ? 10 : 5);

/** Takes `cost` tokens, or says false and takes none. */
export function takeTokens(bucket: TokenBucket, cost: number): boolean {
	if (bucket.tokens < cost) return false;
	bucket.tokens -= cost;
	return true;
}

/** Gives back after a success: what the call's last retry took, or 1 where it took none. */
export function giveTokens(bucket: TokenBucket, lastCost: number): void {
	bucket.tokens = Math.min(capacity, bucket.tokens + (lastCost || 1));
}
