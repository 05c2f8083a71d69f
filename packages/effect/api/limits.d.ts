/** How long and how often: a caller's durations as ms, and what is refused besides core's rules. */
import type { InputIssue } from "@orq/identities-core";
import type { RequestOptions, RetrySchedule } from "./options.js";
export interface Limits {
    /** In ms; `Infinity` for no limit. */
    readonly timeoutMs: number;
    readonly totalTimeoutMs: number;
    readonly maxRetries: number;
    /** Undefined for core's decisions. */
    readonly retry: RetrySchedule | undefined;
}
export declare const defaultLimits: () => Limits;
/** What these options say, over the limits of whoever is asked next. Call it after `checkLimits`. */
export declare const limitsOf: ({ timeout, totalTimeout, maxRetries, retry }: RequestOptions, over: Limits) => Limits;
/** All that is wrong with the options that a layer and a call share. */
export declare const checkLimits: (options: RequestOptions) => InputIssue[];
