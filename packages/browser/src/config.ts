/** From a page's options to the engine: checks them all, and refuses a key by its name. */
import type { Engine } from "@orq/identities-client/internal";
import {
	checkOptions,
	isFields,
	issue,
	lowerCase,
	refusal,
	tokenBucket,
} from "@orq/identities-core/internal";
import { baseUrlOf } from "./base-url.ts";
import type { ClientOptions } from "./options.ts";
import { sessionAuth } from "./session.ts";

/** Throws one `InvalidInputError` that names everything that is wrong. */
export function engineOf(options: ClientOptions): Engine {
	if (!isFields(options as unknown)) {
		throw refusal([issue("options", "must be an object", options, "Give `{ baseUrl }`.")]);
	}
	const { hooks = {}, fetch, credentials, getToken, headers } = options;
	const base = baseUrlOf(options);
	const issues = checkOptions(options);
	if (base.wrong && !base.later) issues.push(base.wrong);
	for (const path of Object.keys({ ...options, ...headers }).filter(isKey)) {
		issues.push({ path, problem: "could be read by everybody who opens the page", fix: keepKey });
	}
	for (const [name, value] of Object.entries({ getToken })) {
		if (value !== undefined && typeof value !== "function") {
			issues.push(issue(name, "must be a function", value, "Give one, or leave it out."));
		}
	}
	if (credentials !== undefined && !/^(omit|same-origin|include)$/.test(credentials)) {
		issues.push(
			issue("credentials", "must be one of fetch's", credentials, "Give `include`, or leave it out."),
		);
	}
	if (issues.length > 0) throw refusal(issues);
	return {
		get baseUrl() {
			if (base.wrong) throw refusal([base.wrong]);
			return base.url;
		},
		auth: sessionAuth(getToken),
		fetch: credentials ? fetchWith(credentials, fetch) : fetch,
		hooks,
		headers: lowerCase(headers),
		bucket: tokenBucket(),
	};
}

const fetchWith =
	(credentials: RequestCredentials, given: typeof fetch | undefined): typeof fetch =>
	(input, init) =>
		(given ?? globalThis.fetch)(input, { ...init, credentials });

/**
 * Whether an option or a header names a key. Its value could not be told from a session's token, and headers such as
 * `x-csrf-token` are the app's own.
 */
const isKey = (name: string): boolean =>
	/^(key|token|auth|authorization)$|api.?key|access.?token|bearer|secret|password/i.test(name);

const keepKey =
	"Keep the key on your server, in the proxy of `@orq/identities-browser/proxy`; your session's token goes into `getToken`.";
