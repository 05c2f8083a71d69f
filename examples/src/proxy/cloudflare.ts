/** The proxy in a Cloudflare Worker: `wrangler secret put ORQ_API_KEY`. */
import { createIdentitiesProxy } from "@orq/identities-browser/proxy";
import { rules } from "./rules.ts";

interface Env {
	readonly ORQ_API_KEY: string;
	/** Only for an installation of your own. */
	readonly ORQ_BASE_URL?: string;
}

let proxy: ((request: Request) => Promise<Response>) | undefined;

export default {
	fetch(request: Request, { ORQ_API_KEY, ORQ_BASE_URL }: Env): Promise<Response> | Response {
		// A worker has its secrets only with a request.
		proxy ??= createIdentitiesProxy({ apiKey: ORQ_API_KEY, baseUrl: ORQ_BASE_URL, allow: rules });
		const { pathname } = new URL(request.url);
		return pathname.startsWith("/api/") ? proxy(request) : new Response("the app");
	},
};
