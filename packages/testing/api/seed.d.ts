import type { InitialIdentity } from "./state/population.js";
/**
 * Makes `count` identities, the oldest first, one a minute, `user_1`, `user_2`, …
 * `until` (ms since the epoch, by default the start of 2026) is when the newest was created.
 *
 * @throws TypeError where `count` is not a whole number from 0.
 * @example
 * const server = createIdentitiesServer({ identities: seedIdentities(120) });
 */
export declare function seedIdentities(count: number, { seed, until }?: {
    readonly seed?: number;
    readonly until?: number;
}): InitialIdentity[];
