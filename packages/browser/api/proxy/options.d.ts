/** What a proxy can be told, the defaults, and the refusal of what makes no sense or would open it too far. */
import type { ApiKey } from "@orq/identities-client";
import type { ProxyRules } from "./allow.js";
export interface ProxyOptions {
    /** What the page may do, operation by operation. What is not named is refused. */
    readonly allow: ProxyRules;
    /** The workspace's API key, or a function that gives it. Default: the environment's `ORQ_API_KEY`. */
    readonly apiKey?: ApiKey | undefined;
    /** Where the API lives. Default: the environment's `ORQ_BASE_URL`, else https://my.orq.ai. */
    readonly baseUrl?: string | undefined;
    /** Other origins whose pages may call, with cookies: `["https://app.example.com"]`. Default none. */
    readonly allowedOrigins?: readonly string[] | undefined;
    /** The longest body that is read, in bytes. Default 65,536. */
    readonly maxBodyBytes?: number | undefined;
    /**
     * How long the API may take, in ms; `false` for no limit. Default 25,000: less than the page's client waits, so
     * that it hears of it.
     */
    readonly timeoutMs?: number | false | undefined;
    /** What sends the requests. Default: the global `fetch` at the time of each. */
    readonly fetch?: typeof fetch | undefined;
    /** Allow a plain-http API beyond this machine: the key then travels readable. Default false. */
    readonly allowInsecureHttp?: boolean | undefined;
    /** Allow the key where there is a `window`: for tests in jsdom, never for a page. Default false. */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
    /**
     * Hears of each answer of 500 or more that is not a rule's own, with the error behind it, which the page does not
     * see. Default: one line on `console.error`, without personal data of ours; for a rule's own error, the error.
     */
    readonly onError?: ((error: unknown, about: ErrorContext) => unknown) | undefined;
}
/** Where an error came up. */
export interface ErrorContext {
    /** The method that the page called: `retrieve`; undefined before it is known. */
    readonly operation: string | undefined;
    readonly request: Request;
}
export declare const defaultMaxBodyBytes = 65536;
export declare const defaultProxyTimeoutMs = 25000;
/** Throws one `InvalidInputError` that names everything that is wrong. */
export declare function checkProxyOptions(options: ProxyOptions): void;
