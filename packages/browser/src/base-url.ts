/**
 * Where the proxy is. A relative address is taken against the page, once: later the page's address may change under
 * a router. Where there is no page (a component rendered on a server) it stays open until a call needs it.
 */
import type { InputIssue } from "@orq/identities-core";
import { defaultBaseUrl } from "@orq/identities-core/internal";
import type { ClientOptions } from "./options.ts";

export type BaseUrl =
	| { readonly url: string; readonly wrong?: never; readonly later?: never }
	/** `later`: only a call makes it wrong. */
	| { readonly wrong: InputIssue; readonly later: boolean };

export function baseUrlOf({ baseUrl = "/", allowInsecureHttp }: ClientOptions): BaseUrl {
	const page = pageUrl();
	const url = parsed(baseUrl, page?.href);
	if (!url) return wrong("must be an address", !page && typeof baseUrl === "string");
	const { protocol, origin, hostname, pathname, href } = url;
	if (!/^https?:$/.test(protocol)) return wrong("must be one of http or https");
	if (origin === defaultBaseUrl) return wrong("is orq.ai itself, which wants a key");
	const clean = origin + pathname;
	if (clean !== href) return wrong("must not have a user, a query or a fragment");
	// Plain http to the page's own origin shows nothing that the page itself has not shown.
	const open = protocol === "http:" && origin !== page?.origin && !loopback.test(hostname);
	if (open && !allowInsecureHttp) return wrong("must not be plain http, which anybody on the way can read");
	return { url: clean.replace(/\/+$/, "") };
}

/** RFC 6761 §6.3 (`localhost`), RFC 1122 §3.2.1.3 (127/8), RFC 4291 §2.5.3 (`::1`). */
const loopback = /^((.+\.)?localhost|127(\.\d+){3}|\[::1])$/;

const wrong = (problem: string, later = false): BaseUrl => ({
	wrong: { path: "baseUrl", problem, fix: "Give your proxy's: `/api` in a page, an absolute one elsewhere." },
	later,
});

function parsed(value: unknown, base?: string): URL | undefined {
	try {
		return typeof value === "string" ? new URL(value, base) : undefined;
	} catch {
		return undefined;
	}
}

/** A worker made of a blob has `blob:https://host/…`, against which nothing can be taken. */
function pageUrl(): URL | undefined {
	const { document, location } = globalThis as {
		readonly document?: { readonly baseURI?: string };
		readonly location?: { readonly href: string };
	};
	return parsed((document?.baseURI ?? location?.href)?.replace(/^blob:/, ""));
}
