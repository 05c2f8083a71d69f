import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { IdentitiesClient } from "@orq/identities-browser";
import { createIdentitiesServer, seedIdentities } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { describe, expect, it, onTestFinished, vi } from "vitest";

const apiKey = "examples";

/** The API in memory, where the examples look for it. */
async function api() {
	const server = createIdentitiesServer({ apiKey, identities: seedIdentities(5) });
	const { url, close } = await serve(server);
	vi.stubEnv("ORQ_API_KEY", apiKey);
	vi.stubEnv("ORQ_BASE_URL", url);
	vi.resetModules();
	onTestFinished(async () => {
		vi.unstubAllEnvs();
		await close();
	});
	return { server, url };
}

type Handler = (request: Request) => Promise<Response> | Response;

/** A page of the app, signed in with this cookie. */
const page = (handler: Handler, cookie: string): IdentitiesClient =>
	new IdentitiesClient({
		baseUrl: "https://app.example/api",
		fetch: async (input, init) => {
			const headers = { ...init?.headers, "sec-fetch-site": "same-origin", cookie: `session=${cookie}` };
			return handler(new Request(input, { ...init, headers }));
		},
	});

const examples: readonly [name: string, start: (url: string) => Promise<Handler>][] = [
	["Hono", async () => (await import("./hono.ts")).app.fetch],
	["node:http", overNode],
	["Next.js", async () => (request) => routeHandler(request)],
	[
		"Cloudflare Workers",
		async (ORQ_BASE_URL) => {
			const worker = (await import("./cloudflare.ts")).default;
			return (request) => worker.fetch(request, { ORQ_API_KEY: apiKey, ORQ_BASE_URL });
		},
	],
];

/** Over a real port: the request goes as the page made it, but to there. */
async function overNode(): Promise<Handler> {
	const port = await listening();
	return async (request) => {
		const { pathname, search } = new URL(request.url);
		const { method, headers } = request;
		const body = await request.text();
		return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { method, headers, ...(body && { body }) });
	};
}

/** The port of the example on `node:http`. */
async function listening(): Promise<number> {
	const { server } = await import("./node-http.ts");
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return (server.address() as AddressInfo).port;
}

/** As Next.js calls a route: the export that has the method's name. */
async function routeHandler(request: Request): Promise<Response> {
	const route: Readonly<Record<string, Handler>> = await import("./next.ts");
	const handler = route[request.method];
	return handler ? handler(request) : new Response(null, { status: 405 });
}

describe.each(examples)("the proxy in %s", (_, start) => {
	it("gives everybody herself, whatever id the page asks for", async () => {
		const { server, url } = await api();
		const client = page(await start(url), "cookie-of-user-1");
		expect(await client.retrieve("user_3")).toMatchObject({ external_id: "user_1" });
		expect(await client.update("user_3", { display_name: "Jo", tags: ["admin"] })).toMatchObject({
			display_name: "Jo",
		});
		expect(server.requests.map(({ path, body }) => [path, body])).toEqual([
			["/v2/identities/user_1", ""],
			["/v2/identities/user_1", '{"display_name":"Jo"}'],
		]);
	});

	it("lets admins list and tag", async () => {
		const { url } = await api();
		const client = page(await start(url), "cookie-of-user-2");
		const ids: string[] = [];
		for await (const { external_id } of client.list({ limit: 2 })) ids.push(external_id);
		expect(ids).toEqual(["user_5", "user_4", "user_3", "user_2", "user_1"]);
		expect((await client.update("user_3", { tags: ["vip"] })).tags).toEqual(["vip"]);
	});

	it("refuses strangers", async () => {
		const { server, url } = await api();
		const client = page(await start(url), "of-nobody");
		await expect(client.retrieve("user_1")).rejects.toMatchObject({ _tag: "ForbiddenError" });
		await expect(client.list()).rejects.toMatchObject({ _tag: "ForbiddenError" });
		expect(server.requests).toEqual([]);
	});
});

describe("the proxy on node:http", () => {
	it.each([
		"TRACE /api/v2/identities/me HTTP/1.1\r\nHost: app.example",
		"GET /api/v2/identities/me HTTP/1.1\r\nHost: [",
		"GET /api/v2/identities/me HTTP/1.1\r\nHost: jo@app.example",
	])("lives on after a request that the Web has no form for: %j", async (head) => {
		await api();
		const port = await listening();
		const socket = connect(port, "127.0.0.1");
		await once(socket, "connect");
		socket.write(`${head}\r\nConnection: close\r\n\r\n`);
		expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
		expect((await fetch(`http://127.0.0.1:${port}/api/v2/identities/me`)).status).toBe(403);
	});
});
