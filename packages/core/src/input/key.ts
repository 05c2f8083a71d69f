/** Checks an API key without ever printing it: what fails here ends in logs. */
import type { InputIssue } from "../failure/taxonomy.ts";
import { issue } from "./issue.ts";
import { isHeaderText } from "./options.ts";

export function checkKey(key: unknown): InputIssue | undefined {
	if (key === undefined || key === null || key === "") {
		return issue(
			"apiKey",
			"is missing",
			undefined,
			"Set ORQ_API_KEY, or give `apiKey`: your workspace's API key.",
		);
	}
	if (typeof key !== "string") {
		return issue(
			"apiKey",
			"must be a string, or a function that gives one",
			key,
			"Give your workspace's API key.",
		);
	}
	if (!isHeaderText(key) || /[\t\s]/.test(key)) {
		return {
			path: "apiKey",
			problem:
				"has white space, control characters or characters outside Latin-1, which a header can't carry",
			fix: "Copy it again, without a line break at its end.",
		};
	}
	return undefined;
}
