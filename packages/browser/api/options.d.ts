/** What a page can set for its client. None of it is a key: whatever a page holds, everybody who opens it can read. */
import type { ClientOptions as KeyedOptions } from "@orq/identities-client";
/**
 * Gives the token of your app's own session; undefined or null where nobody is signed in.
 * Called for each attempt, and once more after a 401.
 */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;
/** The options of a client in a page. */
export interface ClientOptions extends Pick<KeyedOptions, "timeoutMs" | "totalTimeoutMs" | "maxRetries" | "headers" | "fetch" | "hooks"> {
    /**
     * Where your proxy is mounted: the client calls `<baseUrl>/v2/identities…`. A path like `/api` is on the page's own
     * origin, whatever its `<base>` says. Default: the origin itself.
     */
    readonly baseUrl?: string | undefined;
    /**
     * Whether the browser sends the proxy its cookies: `same-origin` (the default), `include` for a proxy on another
     * origin, or `omit`.
     */
    readonly credentials?: RequestCredentials | undefined;
    /** For sessions that travel as `Authorization: Bearer <token>` in the place of a cookie. */
    readonly getToken?: GetToken | undefined;
    /** Never: a page can't keep a key. `@orq/identities-browser/proxy` keeps it on your server. */
    readonly apiKey?: never;
}
