/** From a client's options to its engine: checks them all, and reads the environment where there is one. */
import { checkBaseUrl, checkOptions, issue, refusal, tokenBucket } from "@orq/identities-core/internal";
import { keyAuth } from "./engine/auth.ts";
import type { Engine } from "./engine/loop.ts";
import type { ClientOptions } from "./options.ts";
import { lowerCase } from "./send.ts";

/** The document's server. */
const defaultBaseUrl = "https://my.orq.ai";

/** Throws one `InvalidInputError` that names everything that is wrong. */
export function engineOf(options: ClientOptions): Engine {
	refuseBrowser(options);
	const { hooks = {}, fetch, allowInsecureHttp } = options;
	const base = checkBaseUrl(
		options.baseUrl ?? environment("ORQ_BASE_URL") ?? defaultBaseUrl,
		allowInsecureHttp,
	);
	const issues = checkOptions(options);
	if ("issue" in base) issues.push(base.issue);
	if (fetch !== undefined && typeof fetch !== "function") {
		issues.push(issue("fetch", "must be a function", fetch, "Give one with the form of the global `fetch`."));
	}
	if (issues.length > 0 || "issue" in base) throw refusal(issues);
	return {
		baseUrl: base.url,
		auth: keyAuth(options.apiKey ?? environment("ORQ_API_KEY") ?? ""),
		fetch,
		hooks,
		headers: lowerCase(options.headers),
		bucket: tokenBucket(),
	};
}

/** A key in a page can be read by everybody who opens the page, so it takes a word that says so. */
function refuseBrowser({ dangerouslyAllowBrowser }: ClientOptions): void {
	const { window, document } = globalThis as { readonly window?: unknown; readonly document?: unknown };
	if (window === undefined || document === undefined || dangerouslyAllowBrowser) return;
	const problem = "would be readable by everybody who opens this page";
	const fix =
		"Use @orq/identities-browser with its proxy, which keeps the key on your server; " +
		"where the key may be public, set `dangerouslyAllowBrowser: true`.";
	throw refusal([{ path: "apiKey", problem, fix }]);
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
