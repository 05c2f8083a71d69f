/**
 * Checks a base URL and brings it to one form: without a trailing slash. Plain http would send the key readable
 * by everyone on the way, so it is refused, except for this machine itself or where the caller allows it.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import { issue } from "./issue.ts";

/** The document's server. */
export const defaultBaseUrl = "https://my.orq.ai";

type CheckedUrl =
	| { readonly url: string; readonly issues: readonly [] }
	| { readonly url?: never; readonly issues: readonly [InputIssue] };

export function checkBaseUrl(value: unknown, allowInsecureHttp?: unknown): CheckedUrl {
	try {
		const { protocol, hostname, origin, pathname, href } = new URL(value as string);
		// A text such as `"false"` from an environment allows nothing.
		const isSafe = allowInsecureHttp === true || loopback.test(hostname);
		// `href` differs where there is a user, a query or a fragment, which a base has no place for.
		if (typeof value === "string" && (protocol === "https:" || (protocol === "http:" && isSafe)))
			if (href === origin + pathname) return { url: href.replace(/\/+$/, ""), issues: [] };
	} catch {
		// No URL.
	}
	const must = `an absolute https URL like ${defaultBaseUrl}`;
	return { issues: [issue("baseUrl", must, value, "For plain http set `allowInsecureHttp: true`.")] };
}

/** RFC 6761 §6.3 (`localhost`), RFC 1122 §3.2.1.3 (127/8), RFC 4291 §2.5.3 (`::1`). */
const loopback = /^((.+\.)?localhost|127(\.\d+){3}|\[::1])$/;
