/** Checks an API key without ever printing it: what fails here ends in logs. */
import type { InputIssue } from "../failure/taxonomy.js";
export declare const checkKey: (key: unknown) => InputIssue[];
/** Whether this is text that can stand behind `Bearer` (RFC 6750 §2.1 takes less). */
export declare const isToken: (it: unknown) => it is string;
