import type { ApiKey } from "../options.js";
export interface Auth {
    /** The option that it comes from. */
    readonly option: string;
    /** What identifies the caller on the next attempt. Whatever it throws fails the call as refused input. */
    readonly credentials: () => Credentials | Promise<Credentials>;
    /** Whether `credentials` may give others when asked again: worth one more try after a 401. */
    readonly renews: boolean;
}
export interface Credentials {
    readonly headers: Readonly<Record<string, string>>;
    /** Must not be printed. */
    readonly secret?: string | undefined;
}
/** RFC 6750 §2.1. */
export declare const bearer: (secret: string) => Credentials;
/** A key: a text that has been checked, or a function that gives one. */
export declare function keyAuth(key: ApiKey): Auth;
