/** From a client's options to its engine: checks them all, and reads the environment where there is one. */
import {
	checkBaseUrl,
	checkBrowser,
	checkKey,
	checkOptions,
	defaultBaseUrl,
	lowerCase,
	refuse,
	tokenBucket,
} from "@orq/identities-core/internal";
import { keyAuth } from "./engine/auth.ts";
import type { Engine } from "./engine/call.ts";
import type { ClientOptions } from "./options.ts";

/** Throws one `InvalidInputError` that names everything that is wrong. */
export function engineOf(options: ClientOptions): Engine {
	// From JavaScript they may be anything.
	const given = Object(options) as ClientOptions;
	const { hooks, fetch, headers } = given;
	const key = given.apiKey ?? environment("ORQ_API_KEY") ?? "";
	const baseUrl = given.baseUrl ?? environment("ORQ_BASE_URL") ?? defaultBaseUrl;
	const { url = "", issues } = checkBaseUrl(baseUrl, given.allowInsecureHttp);
	refuse([
		...checkBrowser(given.dangerouslyAllowBrowser),
		...(typeof key === "function" ? [] : checkKey(key)),
		...issues,
		...checkOptions(options),
	]);
	return {
		baseUrl: url,
		auth: keyAuth(key),
		fetch,
		hooks: hooks ?? {},
		headers: lowerCase(headers),
		bucket: tokenBucket(),
	};
}

/** Undefined where there is no environment, or no permission to read it: Deno throws then. */
function environment(name: string): string | undefined {
	const { process } = globalThis as {
		readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
	};
	try {
		return process?.env?.[name] || undefined;
	} catch {
		return undefined;
	}
}
