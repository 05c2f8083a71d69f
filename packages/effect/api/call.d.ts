/** One call: what it sends and within which limits, and how far it has come. */
import type { CallContext, InvalidInputError, Outcome, Result, WireRequest } from "@orq/identities-core";
import { type Row, type UncheckedInput } from "@orq/identities-core/internal";
import type * as Clock from "effect/Clock";
import { type Limits } from "./limits.js";
import type { RequestOptions } from "./options.js";
import type { Settings } from "./settings.js";
/** What methods hand on: the caller's options, and what only our own code sets. */
export interface CallOptions extends RequestOptions {
    /** The query of an operation that also has path parameters or a body. */
    readonly query?: unknown;
    /** When a call of several requests began, as `nowMs` tells it: its total time counts from there. */
    readonly since?: number | undefined;
}
export interface Call {
    readonly settings: Settings;
    readonly clock: Clock.Clock;
    readonly operation: Row;
    /** Its URL is relative to the base URL. */
    readonly request: WireRequest;
    /** The identity's id in the path. */
    readonly id: string | undefined;
    readonly limits: Limits;
    /** When the total time ends, as `nowMs` tells it. */
    readonly end: number;
    /** How many requests were sent. */
    attempts: number;
    retries: number;
    /** What the last retry took from the bucket. */
    lastCost: number;
    /** What the retry that comes next has taken already. */
    paid: number;
    /** Whether a 401 has had a new key asked for. */
    renewed: boolean;
    /** What the failed attempts say together of a write. */
    outcome: Outcome;
    /** Whether it stopped because the next wait would not end in time. */
    outOfTime: boolean;
}
/** Monotonic, for limits: a wall clock that is set right must not end a call. */
export declare const nowMs: (clock: Clock.Clock) => number;
/** Checks input and options and writes the request. */
export declare function callOf(settings: Settings, clock: Clock.Clock, operation: Row, asked: UncheckedInput, given: CallOptions | null | undefined): Result<Call, InvalidInputError>;
/** What an error may tell of the call, and what it must not. */
export declare const contextOf: ({ id, attempts, request }: Call, secret?: string) => CallContext;
