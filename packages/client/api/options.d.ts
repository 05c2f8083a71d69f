/** What a caller can set: once for a client, and for each call. */
import type { AnyIdentitiesError } from "@orq/identities-core";
/**
 * The API key, or a function that gives it: called for each attempt, and once more after a 401. Where it fails, the
 * call fails with an `InvalidInputError` that has the failure as its `cause`.
 */
export type ApiKey = string | (() => string | Promise<string>);
/** What every hook is told. No personal data: neither ids nor query values. */
export interface AttemptInfo {
    /** The method that was called: `retrieve`. */
    readonly operation: string;
    /** The HTTP method. */
    readonly method: string;
    /** The path template: `/v2/identities/{id}`. */
    readonly path: string;
    /** 1 for the first attempt. */
    readonly attempt: number;
}
/**
 * Functions that watch the calls, for logs and metrics. One that throws or rejects breaks no call. An error's message
 * hides the values that you gave, of three or more characters; its fields `id`, `body` and `cursor` may hold them.
 */
export interface Hooks {
    /** Before each attempt. */
    readonly onRequest?: ((info: AttemptInfo) => unknown) | undefined;
    /** After each answer, whatever its status. */
    readonly onResponse?: ((info: AttemptInfo & {
        readonly status: number;
        readonly requestId: string | undefined;
    }) => unknown) | undefined;
    /** Before each wait for a retry; `delayMs` is how long it will be. */
    readonly onRetry?: ((info: AttemptInfo & {
        readonly reason: AnyIdentitiesError;
        readonly delayMs: number;
    }) => unknown) | undefined;
    /** When a call fails, with what it fails; neither for refused arguments nor when the caller aborts. */
    readonly onError?: ((info: AttemptInfo & {
        readonly error: AnyIdentitiesError;
    }) => unknown) | undefined;
}
/** What a client can set for all its calls, and each call for itself. */
interface SendingOptions {
    /** How long one attempt may take, in ms, headers and body; `false` for no limit. Default 30,000. */
    readonly timeoutMs?: number | false | undefined;
    /** How long the whole call may take, in ms: all attempts, waits and pages. Default: no limit. */
    readonly totalTimeoutMs?: number | false | undefined;
    /** How often a failed attempt is repeated where that is safe. Default 2; 0 for one attempt only. */
    readonly maxRetries?: number | undefined;
    /** Headers to send besides the client's own; names of any case. */
    readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}
/** The options of one call. */
export interface RequestOptions extends SendingOptions {
    /** Aborts the call at any moment, in a wait too; it then rejects with the signal's reason. */
    readonly signal?: AbortSignal | undefined;
}
/** The options of `list`. */
export interface ListOptions extends RequestOptions {
    /** While iterating, ask for the next page as soon as a page is there. Default false. */
    readonly prefetch?: boolean | undefined;
}
/** The options of a client. */
export interface ClientOptions extends SendingOptions {
    /** Default: the environment's `ORQ_API_KEY`. */
    readonly apiKey?: ApiKey | undefined;
    /** Where the API lives. Default: the environment's `ORQ_BASE_URL`, else https://my.orq.ai. */
    readonly baseUrl?: string | undefined;
    /** What sends the requests. Default: the global `fetch` at the time of each attempt. */
    readonly fetch?: typeof fetch | undefined;
    readonly hooks?: Hooks | undefined;
    /** Allow a plain-http base URL beyond this machine: the key then travels readable. Default false. */
    readonly allowInsecureHttp?: boolean | undefined;
    /** Allow a key in a browser, where everybody who opens the page can read it. Default false. */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
}
export {};
