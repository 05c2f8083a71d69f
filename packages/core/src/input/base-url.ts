/**
 * Checks a base URL and brings it to one form: without a trailing slash. Plain http would send the key readable
 * by everyone on the way, so it is refused, except for this machine itself or where the caller allows it.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import { issue } from "./issue.ts";

/** The document's server. */
export const defaultBaseUrl = "https://my.orq.ai";

export function checkBaseUrl(
	value: unknown,
	allowInsecureHttp = false,
): { readonly url: string; readonly issue?: never } | { readonly issue: InputIssue; readonly url?: never } {
	try {
		const { protocol, hostname, origin, pathname, href } = new URL(value as string);
		const isSafe =
			protocol === "https:" || (protocol === "http:" && (allowInsecureHttp || loopback.test(hostname)));
		// It differs where there is a user, a query or a fragment, which a base has no place for.
		if (isSafe && href === origin + pathname) return { url: href.replace(/\/+$/, "") };
	} catch {
		// No absolute URL.
	}
	return {
		issue: issue(
			"baseUrl",
			"must be an https URL without user, query or fragment",
			value,
			"For plain http set `allowInsecureHttp: true`.",
		),
	};
}

/** RFC 6761 §6.3 (`localhost`), RFC 1122 §3.2.1.3 (127/8), RFC 4291 §2.5.3 (`::1`). */
const loopback = /^((.+\.)?localhost|127(\.\d+){3}|\[::1])$/;
