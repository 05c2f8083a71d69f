/**
 * Stops retry storms: when a server is down, retries of all calls together run dry, and calls then fail
 * after one attempt until calls succeed again. One bucket a client; the figures are those of AWS's SDKs
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
 */
import type { IdentitiesErrorTag } from "../failure/classes.js";
export interface TokenBucket {
    tokens: number;
}
export declare const tokenBucket: () => TokenBucket;
/** What a retry after this failure costs: a timeout held a connection, so it costs more. */
export declare const retryCost: (tag: IdentitiesErrorTag) => number;
/** Takes `cost` tokens, or says false and takes none. */
export declare function takeTokens(bucket: TokenBucket, cost: number): boolean;
/** Gives back after a success: what the call's last retry took, or 1 where it took none. */
export declare function giveTokens(bucket: TokenBucket, lastCost: number): void;
