/**
 * What a server can be told at its start, the defaults, and the refusal of what makes no sense.
 */
import type { InitialIdentity } from "./state/population.js";
export interface ServerOptions {
    /** The only key that passes. Without it any bearer passes that is not empty. */
    readonly apiKey?: string;
    /**
     * Who is there from the start, the oldest first. Each `external_id` once. Lists go by `_id`: one of your own keeps its
     * place in time only where it is `contact_` and a ULID.
     */
    readonly identities?: readonly InitialIdentity[];
    /**
     * How create, retrieve and update answer: with the identity itself, or with `{ identity: … }`.
     * Default: as the API's document has it.
     */
    readonly shape?: "flat" | "wrapped";
    /** The status for an `external_id` that is taken, 400 to 499. Default 409. */
    readonly conflictStatus?: number;
    /** Makes ids and the chances of faults repeatable. Default 1. */
    readonly seed?: number;
    /** The clock, in ms since the epoch. Default `Date.now`. */
    readonly now?: () => number;
    /** How many requests `requests` remembers, the newest. Default: all. */
    readonly keepRequests?: number;
}
/** @throws TypeError that names the option. */
export declare function checkServerOptions(options: ServerOptions): void;
