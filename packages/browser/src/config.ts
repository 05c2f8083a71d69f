/** From a page's options to the engine: checks them all, and refuses a key by its name. */
import type { Engine } from "@orq/identities-client/internal";
import type { InputIssue } from "@orq/identities-core";
import {
	aFunction,
	checkOptions,
	lowerCase,
	type Rules,
	refuse,
	tokenBucket,
} from "@orq/identities-core/internal";
import type { ClientOptions } from "./options.ts";
import { sessionAuth } from "./session.ts";

/** Throws one `InvalidInputError` that names everything that is wrong. */
export function engineOf(options: ClientOptions): Engine {
	// From JavaScript they may be anything.
	const { hooks, fetch, headers, baseUrl, credentials, getToken } = Object(options) as ClientOptions;
	const issues = checkOptions(options, rules);
	refuse([...issues, ...keysIn(options), ...keysIn(headers)]);
	return {
		baseUrl: onOwnOrigin((baseUrl ?? "").replace(/\/+$/, "")),
		auth: sessionAuth(getToken),
		fetch: credentials
			? (input, init) => (fetch ?? globalThis.fetch)(input, { ...init, credentials })
			: fetch,
		hooks: hooks ?? {},
		headers: lowerCase(headers),
		bucket: tokenBucket(),
	};
}

/** What would be a key, by its name, which everybody could read who opens the page. */
export function keysIn(named: object | null | undefined): InputIssue[] {
	const issues: InputIssue[] = [];
	for (const path in named) {
		const fix = "Keep it in `@orq/identities-browser/proxy`; a session's token goes into `getToken`.";
		const problem = "would be a key, which everybody could read who opens the page";
		if (isKey.test(path)) issues.push({ path, problem, fix });
	}
	return issues;
}

/** A page's `<base>` may be on another origin: `fetch` would send a session's token there. */
function onOwnOrigin(url: string): string {
	const { origin } = Object(globalThis.location) as { readonly origin?: string };
	return /^https?:/i.test(url) || origin === undefined || origin === "null" ? url : origin + url;
}

const rules: Rules = {
	// What else is no URL, `fetch` refuses; orq.ai itself would want a key.
	baseUrl: [
		"your proxy's path, like `/api`, or URL, without a query",
		(it) =>
			typeof it === "string" &&
			/^(https?:\/\/(?!my\.orq\.ai\.?([:/]|$))[^\s/\\@?#%]+(\/|$)|\/(?![/\\]))[^\s\\?#]*$/i.test(it),
	],
	getToken: aFunction,
	credentials: [
		"`omit`, `same-origin` or `include`",
		(it) => typeof it === "string" && /^(omit|same-origin|include)$/.test(it),
	],
};

/**
 * The names of options and headers that are a key's. Its value could not be told from a session's token, and headers
 * such as `x-csrf-token` are the app's own.
 */
const isKey = /^(key|token|auth|authorization)$|api.?key|access.?token|bearer|secret|password/i;
