/** What a caller can set: once for a layer, and for each call. */
import type { AnyIdentitiesError } from "@orq/identities-core";
import type * as Duration from "effect/Duration";
import type * as Effect from "effect/Effect";
import type * as Redacted from "effect/Redacted";
import type * as Schedule from "effect/Schedule";
/**
 * The API key, or an Effect that gives it: run for each attempt, and once more after a 401. Where it fails, the call
 * fails with an `InvalidInputError` whose `cause` is that failure.
 */
export type ApiKey = Redacted.Redacted | Effect.Effect<Redacted.Redacted, unknown>;
/**
 * When to try again: the error goes in, the wait before the next attempt comes out. Whether it may be tried again is
 * not for the schedule to say: a create whose outcome is unknown is not sent twice, whatever it says.
 */
export type RetrySchedule = Schedule.Schedule<unknown, AnyIdentitiesError>;
/** The options of one call; each wins over the layer's. */
export interface RequestOptions {
    /**
     * How long one attempt may take, headers and body; a number is ms. Default 30 seconds; `false` for no
     * limit.
     */
    readonly timeout?: Duration.Input | false | undefined;
    /** How long the whole call may take: all attempts, waits and pages; a number is ms. Default: no limit. */
    readonly totalTimeout?: Duration.Input | false | undefined;
    /**
     * How often a failed attempt is repeated where that is safe. Default 2; 0 for one attempt only. A call's own wins
     * over the layer's `retry`.
     */
    readonly maxRetries?: number | undefined;
    /**
     * Takes the place of the backoff, of `Retry-After` and of `maxRetries`. A wait that does not fit into what is left
     * of `totalTimeout` is not begun.
     *
     * @example
     * identities.retrieve("user_1", { retry: Schedule.spaced("1 second").pipe(Schedule.upTo({ times: 5 })) });
     */
    readonly retry?: RetrySchedule | undefined;
    /** Headers to send besides the client's own; names of any case. */
    readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}
/** The options of a layer. */
export interface IdentitiesOptions extends RequestOptions {
    readonly apiKey: ApiKey;
    /** Where the API lives. Default https://my.orq.ai. */
    readonly baseUrl?: string | undefined;
    /** What sends the requests, in the place of the `Transport`. */
    readonly fetch?: typeof fetch | undefined;
    /** Tell the server which trace a request belongs to, by a `traceparent` header (W3C). Default false. */
    readonly propagateTrace?: boolean | undefined;
    /** Allow a plain-http base URL beyond this machine: the key then travels readable. Default false. */
    readonly allowInsecureHttp?: boolean | undefined;
    /** Allow a key in a browser, where everybody who opens the page can read it. Default false. */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
}
