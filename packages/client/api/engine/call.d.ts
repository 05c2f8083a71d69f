/** What the engine's rooms speak of: a client's engine, a call and its answer. */
import type { AnyIdentitiesError } from "@orq/identities-core";
import type { Row, TokenBucket, UncheckedInput } from "@orq/identities-core/internal";
import type { Hooks, ListOptions } from "../options.js";
import type { Auth } from "./auth.js";
/** What a client has for all its calls. */
export interface Engine {
    /** Without a trailing slash. */
    readonly baseUrl: string;
    readonly auth: Auth;
    /** Undefined for the global `fetch`, looked up for each attempt since users patch it. */
    readonly fetch: typeof fetch | undefined;
    readonly hooks: Hooks;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly bucket: TokenBucket;
}
/** What methods hand on: the caller's options, and what only our own code sets. */
export interface CallOptions extends ListOptions {
    /** The query of an operation that also has path parameters or a body. */
    readonly query?: unknown;
    /** When a call of several requests began, on the clock of `performance.now()`: its total time counts from there. */
    readonly since?: number | undefined;
    /**
     * Of a step of a longer call: what that fails with where the step has failed so, undefined where it goes on. `onError`
     * is told of this.
     */
    readonly endOf?: ((error: AnyIdentitiesError) => AnyIdentitiesError | undefined) | undefined;
}
/** What a client sets for its calls; the rest has core's defaults. */
export type CallDefaults = Pick<CallOptions, "timeoutMs" | "totalTimeoutMs" | "maxRetries">;
/** One call, as its caller gave it. */
export interface Call {
    readonly row: Row;
    readonly input: UncheckedInput;
    readonly options: CallOptions;
    readonly defaults: CallDefaults;
}
/** What is sent. */
export interface Outgoing {
    readonly method: string;
    /** Relative to the base URL. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
}
/** A success. */
export interface Answer {
    readonly ok: true;
    data: unknown;
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
    /** How many requests were sent. */
    readonly attempts: number;
}
