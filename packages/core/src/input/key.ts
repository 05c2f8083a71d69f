/** Checks an API key without ever printing it: what fails here ends in logs. */
import type { InputIssue } from "../failure/taxonomy.ts";

export const checkKey = (key: unknown): InputIssue[] =>
	isToken(key)
		? []
		: [
				{
					path: "apiKey",
					problem: key ? "must be Latin-1 text without white space" : "is missing",
					fix: "Set ORQ_API_KEY, or give `apiKey`.",
				},
			];

/** Whether this is text that can stand behind `Bearer` (RFC 6750 §2.1 takes less). */
export const isToken = (it: unknown): it is string => typeof it === "string" && /^[!-~\xa1-\xff]+$/.test(it);
