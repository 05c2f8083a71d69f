/** From a client's options to its engine: checks them all, and reads the environment where there is one. */
import {
	checkBaseUrl,
	checkBrowser,
	checkKey,
	checkOptions,
	defaultBaseUrl,
	isFields,
	issue,
	lowerCase,
	refusal,
	tokenBucket,
} from "@orq/identities-core/internal";
import { keyAuth } from "./engine/auth.ts";
import type { Engine } from "./engine/call.ts";
import type { ClientOptions } from "./options.ts";

/** Throws one `InvalidInputError` that names everything that is wrong. */
export function engineOf(options: ClientOptions): Engine {
	const given: unknown = options; // from JavaScript, too
	if (!isFields(given)) throw refusal([issue("options", "must be an object", given, "Give `{ apiKey }`.")]);
	const { hooks, fetch, headers, allowInsecureHttp, dangerouslyAllowBrowser } = options;
	const key = options.apiKey ?? environment("ORQ_API_KEY") ?? "";
	const base = checkBaseUrl(
		options.baseUrl ?? environment("ORQ_BASE_URL") ?? defaultBaseUrl,
		allowInsecureHttp,
	);
	const issues = [
		checkBrowser(dangerouslyAllowBrowser),
		typeof key === "function" ? undefined : checkKey(key),
		"issue" in base ? base.issue : undefined,
		...checkOptions(options),
		fetch === undefined || typeof fetch === "function"
			? undefined
			: issue("fetch", "must be a function", fetch, "Give one with the form of the global `fetch`."),
	].filter((found) => found !== undefined);
	if (issues.length > 0 || "issue" in base) throw refusal(issues);
	return {
		baseUrl: base.url,
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
