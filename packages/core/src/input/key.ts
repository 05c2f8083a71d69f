/** Checks an API key without ever printing it: what fails here ends in logs. */
import type { InputIssue } from "../failure/taxonomy.ts";

export const checkKey = (key: unknown): InputIssue | undefined =>
	typeof key === "string" && /^[!-~\xa1-\xff]+$/.test(key)
		? undefined
		: {
				path: "apiKey",
				problem: key ? "must be Latin-1 text without white space" : "is missing",
				fix: "Set ORQ_API_KEY, or give `apiKey`.",
			};
