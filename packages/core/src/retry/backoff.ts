/**
 * How long to wait before a retry when the server does not say: exponential backoff with full jitter,
 * a random share of a ceiling that doubles. Full jitter spreads clients that failed together.
 */

const firstMs = 500;
const longestMs = 8_000;

/** The wait in ms before retry number `retries + 1`. `random` lies in [0, 1). */
export const backoffMs = (retries: number, random: number): number =>
	Math.min(longestMs, firstMs * 2 ** retries) * random;
