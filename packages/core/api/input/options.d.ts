/**
 * Checks the options of a client and of a call. `false` turns a time limit off; a longer one than a timer can
 * hold is refused, since such a timer fires at once (2³¹ − 1 ms are some 24.8 days).
 */
import type { InputIssue } from "../failure/taxonomy.js";
import type { Rules } from "../wire/operation.js";
export declare const longestTimeoutMs = 2147483647;
export declare const defaultTimeoutMs = 30000;
export declare const defaultMaxRetries = 2;
/** All that is wrong with a client's or a call's options, which may be anything; `more` is what else there is. */
export declare function checkOptions(options: unknown, more?: Rules): InputIssue[];
/** Whether this is text that can stand in a header: Latin-1, no control characters (C1, too) but a tab. */
export declare const isHeaderText: (text: unknown) => text is string;
