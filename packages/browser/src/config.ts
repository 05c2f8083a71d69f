/** From a page's options to the engine: checks them all, and refuses a key by its name. */
import type { Engine } from "@orq/identities-client/internal";
import type { InputIssue } from "@orq/identities-core";
import {
	aFunction,
	checkBaseUrl,
	checkOptions,
	defaultBaseUrl,
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
	const given = Object(options) as ClientOptions;
	const { hooks, fetch, headers, baseUrl = "/", credentials, getToken } = given;
	const page = pageUrl();
	const base = checkBaseUrl(baseUrl, given.allowInsecureHttp, page);
	const wrong = base.issues.map((issue) => ({
		...issue,
		fix: "Give `/api` in a page; for plain http set `allowInsecureHttp: true`.",
	}));
	const issues: InputIssue[] = [...checkOptions(options, rules)];
	if (`${base.url}/`.startsWith(`${defaultBaseUrl}/`)) issues.push(keyed("baseUrl"));
	// Where there is no page (a component rendered on a server) a relative one stays open until a call needs it.
	if (page || typeof baseUrl !== "string" || baseUrl.includes(":")) issues.push(...wrong);
	issues.push(
		...Object.keys({ ...given, ...headers })
			.filter((name) => isKey.test(name))
			.map(keyed),
	);
	refuse(issues);
	return {
		get baseUrl() {
			refuse(wrong);
			return base.url ?? "";
		},
		auth: sessionAuth(getToken),
		fetch: credentials
			? (input, init) => (fetch ?? globalThis.fetch)(input, { ...init, credentials })
			: fetch,
		hooks: hooks ?? {},
		headers: lowerCase(headers),
		bucket: tokenBucket(),
	};
}

const rules: Rules = {
	getToken: aFunction,
	credentials: ["`omit`, `same-origin` or `include`", (it) => /^(omit|same-origin|include)$/.test(`${it}`)],
};

/**
 * The names of options and headers that are a key's. Its value could not be told from a session's token, and headers
 * such as `x-csrf-token` are the app's own.
 */
const isKey = /^(key|token|auth|authorization)$|api.?key|access.?token|bearer|secret|password/i;

const keyed = (path: string): InputIssue => ({
	path,
	problem: "takes a key, which everybody could read who opens the page",
	fix: "Keep it in `@orq/identities-browser/proxy`; a session's token goes into `getToken`.",
});

/**
 * What a relative address is taken against, once: later the page's may change under a router. A worker made of a blob
 * has `blob:https://host/…`, against which nothing can be taken.
 */
function pageUrl(): string | undefined {
	const { document, location } = globalThis as {
		readonly document?: { readonly baseURI?: string };
		readonly location?: { readonly href: string };
	};
	return /^(?:blob:)?(https?:.*)/.exec(document?.baseURI ?? location?.href ?? "")?.[1];
}
