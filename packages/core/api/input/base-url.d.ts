/**
 * Checks a base URL and brings it to one form: without a trailing slash. Plain http would send the key readable
 * by everyone on the way, so it is refused, except for this machine itself or where the caller allows it.
 */
import type { InputIssue } from "../failure/taxonomy.js";
/** The document's server. */
export declare const defaultBaseUrl = "https://my.orq.ai";
type CheckedUrl = {
    readonly url: string;
    readonly issues: readonly [];
} | {
    readonly url?: never;
    readonly issues: readonly [InputIssue];
};
export declare function checkBaseUrl(value: unknown, allowInsecureHttp?: unknown): CheckedUrl;
export {};
