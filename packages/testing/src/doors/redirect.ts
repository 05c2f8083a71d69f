/**
 * What `fetch` sends after a redirect (https://fetch.spec.whatwg.org/#http-redirect-fetch): 307 and 308 repeat the
 * request, body and all; 303, and a POST answered with 301 or 302, become a GET. Another origin gets no key.
 */
import type { Answer } from "../exchange/answer.ts";
import type { PlainRequest } from "../exchange/request.ts";

const followed = new Set([301, 302, 303, 307, 308]);

/** The next request; undefined where the answer is no redirect that is followed. */
export function redirected(request: PlainRequest, { status, headers }: Answer): PlainRequest | undefined {
	const { location } = headers;
	if (location === undefined || !followed.has(status)) return undefined;
	const from = new URL(request.url);
	const to = new URL(location, from);
	const becomesGet =
		(status === 303 && request.method !== "GET" && request.method !== "HEAD") ||
		((status === 301 || status === 302) && request.method === "POST");
	const left = new Set<string>();
	if (to.origin !== from.origin) left.add("authorization").add("cookie");
	if (becomesGet) left.add("content-type").add("content-length");
	return {
		method: becomesGet ? "GET" : request.method,
		url: to.href,
		headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !left.has(name))),
		body: becomesGet ? "" : request.body,
	};
}
