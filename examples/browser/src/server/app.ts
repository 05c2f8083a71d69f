/**
 * The example as a whole: the API in memory on a port of its own, and the app before it, which serves the page and has
 * the key. The page reaches the app only.
 */
import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createIdentitiesProxy } from "@orq/identities-browser/proxy";
import { createIdentitiesServer, type IdentitiesServer, seedIdentities } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { listenerOf } from "../../../src/proxy/node-listener.ts";
import { pageFiles } from "./files.ts";
import { rules } from "./rules.ts";
import { sessionCookie } from "./session.ts";

export interface App {
	readonly url: string;
	/** What a page must never see. */
	readonly apiKey: string;
	readonly api: IdentitiesServer;
	readonly close: () => Promise<void>;
}

/** Nothing but the app's own files, no inline script or style, and no text that becomes markup. */
const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join("; ");

const headers = {
	"cache-control": "no-cache",
	"content-security-policy": policy,
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
};

/** `until`: when the newest identity was registered, in ms since the epoch. Rejects where the port can't be had. */
export async function startApp({ port = 0, people = 64, until = Date.now() } = {}): Promise<App> {
	const apiKey = `sk-demo-${randomUUID()}`;
	const api = createIdentitiesServer({
		apiKey,
		identities: seedIdentities(people, { until }),
		keepRequests: 1_000,
	});
	const upstream = await serve(api);
	const proxy = listenerOf(createIdentitiesProxy({ apiKey, baseUrl: upstream.url, allow: rules }));
	const files = await pageFiles();
	const http = createServer((incoming, outgoing) => {
		const { url = "/" } = incoming;
		if (url.startsWith("/api/")) return proxy(incoming, outgoing);
		return sendFile(files.get(url), url === "/", outgoing);
	});
	await new Promise<void>((resolve, reject) => {
		http.once("error", reject);
		http.listen(port, "127.0.0.1", resolve);
	});
	return {
		url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, // a listening TCP server has one
		apiKey,
		api,
		close: async () => {
			http.closeAllConnections();
			await Promise.all([new Promise((resolve) => http.close(resolve)), upstream.close()]);
		},
	};
}

function sendFile(
	file: { readonly type: string; readonly body: string } | undefined,
	signsIn: boolean,
	outgoing: ServerResponse,
): void {
	if (file === undefined) {
		outgoing.writeHead(404, headers).end();
		return;
	}
	const cookie = signsIn ? { "set-cookie": sessionCookie } : {};
	outgoing.writeHead(200, { ...headers, ...cookie, "content-type": file.type }).end(file.body);
}
