/**
 * Checks a base URL and brings it to one form: without a trailing slash. Plain http would send the key readable
 * by everyone on the way, so it is refused, except for this machine itself or where the caller allows it.
 */
import type { InputIssue } from "../failure/taxonomy.ts";
import { issue } from "./issue.ts";

/** The document's server. */
export const defaultBaseUrl = "https://my.orq.ai";

export type CheckedUrl = { readonly url: string } | { readonly issue: InputIssue };

const give = "Give one like https://my.orq.ai.";

export function checkBaseUrl(value: unknown, allowInsecureHttp = false): CheckedUrl {
	if (typeof value !== "string") return { issue: issue("baseUrl", "must be a string", value, give) };
	let url: URL;
	try {
		url = new URL(value);
	} catch {
		return { issue: issue("baseUrl", "must be an absolute URL", value, give) };
	}
	if (url.protocol !== "https:" && url.protocol !== "http:") {
		return { issue: issue("baseUrl", "must begin with https://", value, give) };
	}
	if (url.username || url.password || url.search || url.hash) {
		return { issue: issue("baseUrl", "must not have a user, a query or a fragment", value, give) };
	}
	if (url.protocol === "http:" && !allowInsecureHttp && !isLoopback(url.hostname)) {
		const fix = "Use https, or set `allowInsecureHttp: true` where the network is yours.";
		return {
			issue: issue("baseUrl", "must not be plain http, which would show the key on the way", value, fix),
		};
	}
	return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, "") };
}

/** RFC 6761 §6.3 (`localhost`), RFC 1122 §3.2.1.3 (127/8), RFC 4291 §2.5.3 (`::1`). */
const isLoopback = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
