/** The openapi-fetch client underneath: middleware that sees the methods' calls, and calls of one's own. */
import { gzipSync } from "node:zlib";
import type { Middleware } from "openapi-fetch";
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import type { IdentitiesClient } from "./index.ts";
import { pathsClient } from "./openapi-fetch.ts";
import { clientOf, failing, failureOf, identity, inOrder, key, page, startServer } from "./test/server.ts";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");
const one = "/v2/identities/{id}";
const all = "/v2/identities";

/** A client with this middleware. */
function observed(client: IdentitiesClient, middleware: Middleware): IdentitiesClient {
	pathsClient(client).use(middleware);
	return client;
}

describe("a middleware", () => {
	it("sees the methods' calls: template, parameters and the real request", async () => {
		const server = await startServer(() => ({ body: { ...jo, data: [] } }));
		const seen: unknown[] = [];
		const client = observed(clientOf(server), {
			onRequest: async ({ schemaPath, params, request }) => {
				seen.push([schemaPath, params, request.method, request.url, await request.clone().text()]);
			},
		});
		const query = { limit: 5, search: "jo" };
		const listing = "/v2/identities?limit=5&search=jo";
		await client.list(query);
		await client.update("a/b", { display_name: "Jo" });
		expect(seen).toEqual([
			[all, { path: {}, query }, "GET", `${server.url}${listing}`, ""],
			[
				one,
				{ path: { id: "a/b" }, query: {} },
				"PATCH",
				`${server.url}/v2/identities/a%2Fb`,
				'{"display_name":"Jo"}',
			],
		]);
		expect(server.requests.map(({ url }) => url)).toEqual([listing, "/v2/identities/a%2Fb"]);
	});

	it("does not see the key", async () => {
		const server = await startServer(() => ({ body: jo }));
		const shown: (string | null)[] = [];
		const client = observed(clientOf(server), {
			onRequest: ({ request }) => void shown.push(request.headers.get("authorization")),
		});
		await client.retrieve("jo");
		expect(shown).toEqual([null]);
		expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`);
	});

	it("sends the same as without one", async () => {
		const server = await startServer(() => ({ body: { ...jo, data: [] } }));
		const calls = async (client: IdentitiesClient) => {
			await client.list({ search: "jo & co" }, { headers: { "x-call": "1" } });
			await client.create({ external_id: "jo", tags: ["a"] });
			await client.retrieve("日本");
			await client.update("jo", {});
			await client.delete("jo");
		};
		const headers = { "X-Team": "blue" };
		await calls(clientOf(server, { headers }));
		await calls(observed(clientOf(server, { headers }), { onRequest: () => undefined }));
		expect(server.requests.slice(5)).toEqual(server.requests.slice(0, 5));
	});

	it("may change headers in place, and replace the request", async () => {
		const server = await startServer(() => ({ body: jo }));
		const client = observed(clientOf(server), {
			onRequest: ({ request }) => {
				request.headers.set("x-trace", "7");
				const headers = { ...Object.fromEntries(request.headers), "x-new": "8" };
				return new Request(request, { headers });
			},
		});
		await client.update("jo", { display_name: "Jo" });
		expect(server.requests[0]).toMatchObject({
			headers: { "x-trace": "7", "x-new": "8", authorization: `Bearer ${key}` },
			body: '{"display_name":"Jo"}',
		});
	});

	it("can't send the key to another place", async () => {
		const elsewhere = await startServer(() => ({ body: jo }));
		const server = await startServer(() => ({ body: jo }));
		const client = observed(clientOf(server), {
			onRequest: ({ request }) => new Request(request.url.replace(server.url, elsewhere.url), request),
		});
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({ _tag: "InvalidInputError" });
		expect([...elsewhere.requests, ...server.requests]).toEqual([]);
	});

	it("may answer in the server's place, with a success or an error", async () => {
		const server = await startServer(() => ({ body: jo }));
		const answers = [
			() => Response.json({ ...jo, display_name: "Cached" }),
			() => Response.json({ error: "nobody" }, { status: 404, headers: { "x-request-id": "req_1" } }),
			() => new Response("<title>Down</title>", { status: 503 }),
			() => new Response(null, { status: 401, headers: { "content-length": "0" } }),
			() => new Response("<html>", { status: 200 }),
		];
		let nth = 0;
		const client = observed(clientOf(server), { onRequest: () => answers[nth++]?.() });
		expect((await client.retrieve("jo")).display_name).toBe("Cached");
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({
			_tag: "IdentityNotFoundError",
			id: "jo",
			body: { error: "nobody" },
			requestId: "req_1",
			attempts: 0,
		});
		expect(await failureOf(client.list())).toMatchObject({ _tag: "ServerError", attempts: 0 });
		expect(await failureOf(client.list())).toMatchObject({ _tag: "UnauthorizedError" });
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({ _tag: "DecodeError" });
		expect(server.requests).toEqual([]);
	});

	it("may change an answer", async () => {
		const server = await startServer(() => ({ body: page(["jo"]) }));
		const client = observed(clientOf(server), {
			onResponse: async ({ response }) => {
				const body = (await response.json()) as { data: object[] };
				return Response.json({
					...body,
					data: body.data.map((one) => ({ ...one, display_name: "Changed" })),
				});
			},
		});
		const { data, attempts } = await client.list().withResponse();
		expect(data.data[0]?.display_name).toBe("Changed");
		expect(attempts).toBe(1);
	});

	it("sees an answer decoded, and no headers that speak of its coding", async () => {
		const text = gzipSync(JSON.stringify(jo));
		const server = await startServer((_, response) => {
			const coded = { "content-encoding": "gzip", "content-length": String(text.length) };
			response.writeHead(200, { "content-type": "application/json", ...coded }).end(text);
			return undefined;
		});
		const read: unknown[] = [];
		const client = observed(clientOf(server), {
			onResponse: async ({ response }) => {
				read.push(await response.clone().json(), Object.fromEntries(response.headers));
			},
		});
		expect(await client.retrieve("jo")).toEqual(jo);
		expect(read[0]).toEqual(jo);
		expect(read[1]).toMatchObject({ "content-type": "application/json" });
		expect(read[1]).not.toHaveProperty("content-encoding");
		expect(read[1]).not.toHaveProperty("content-length");
	});

	it("sees a call once, whatever its attempts, and its error with them", async () => {
		const server = await startServer(() => failing(503));
		const onRequest = vi.fn();
		const errors: unknown[] = [];
		const client = observed(clientOf(server), { onRequest, onError: ({ error }) => void errors.push(error) });
		const error = await failureOf(client.retrieve("jo"));
		expect(error).toMatchObject({ _tag: "ServerError", attempts: 3 });
		expect(onRequest).toHaveBeenCalledTimes(1);
		expect(errors).toEqual([error]);
	});

	it("may answer in an error's place, or put another error there", async () => {
		const server = await startServer(() => ({ status: 404 }));
		const instead = [() => Response.json(jo), () => new Error("my own")];
		let nth = 0;
		const client = observed(clientOf(server), { onError: () => instead[nth++]?.() });
		expect(await client.retrieve("jo")).toEqual(jo);
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({ message: "my own" });
	});

	it("can be taken away again", async () => {
		const server = await startServer(() => ({ body: jo }));
		const onRequest = vi.fn();
		const client = clientOf(server);
		const middleware = { onRequest };
		pathsClient(client).use(middleware);
		pathsClient(client).eject(middleware);
		expect(await client.retrieve("jo")).toEqual(jo);
		expect(onRequest).not.toHaveBeenCalled();
	});

	it("that hangs does not outlive the caller's signal", async () => {
		const client = observed(clientOf({ url: "http://localhost" }), {
			onRequest: () => new Promise(() => {}),
		});
		const controller = new AbortController();
		setTimeout(() => controller.abort("enough"), 20);
		expect(await failureOf(client.retrieve("jo", { signal: controller.signal }))).toBe("enough");
	});

	it("lets a delete succeed that finds nothing after an attempt in doubt", async () => {
		const server = await startServer(inOrder(failing(503), { status: 404 }));
		const statuses: number[] = [];
		const client = observed(clientOf(server), {
			onResponse: ({ response }) => void statuses.push(response.status),
		});
		expect(await client.delete("jo").withResponse()).toMatchObject({ status: 404, attempts: 2 });
		expect(statuses).toEqual([204]);
	});

	it("works with upsert and pages", async () => {
		const server = await startServer(({ method, url }) => {
			if (method === "PATCH") return { status: 404 };
			if (method === "POST") return { status: 201, body: jo };
			return { body: url.includes("contact_a") ? page(["b"]) : page(["a"], true) };
		});
		const paths: string[] = [];
		const client = observed(clientOf(server), { onRequest: ({ schemaPath }) => void paths.push(schemaPath) });
		expect(await client.upsert("jo", {})).toEqual(jo);
		const ids: string[] = [];
		for await (const { external_id } of client.list()) ids.push(external_id);
		expect(ids).toEqual(["a", "b"]);
		expect(paths).toEqual([one, all, all, all]);
	});
});

describe("a call of one's own", () => {
	it("is typed by the document, and gives what is on the wire", async () => {
		const server = await startServer(() => ({ headers: { "x-request-id": "req_1" }, body: page(["jo"]) }));
		const { data, response } = await pathsClient(clientOf(server)).GET(all, {
			params: { query: { limit: 5, filter_by: { tags: ["a"] } } },
		});
		expectTypeOf(data?.data[0]?.external_id).toEqualTypeOf<string | undefined>();
		expect(data).toEqual(page(["jo"]));
		expect(response.headers.get("x-request-id")).toBe("req_1");
		expect(server.requests[0]).toMatchObject({
			url: "/v2/identities?limit=5&filter_by=%7B%22tags%22%3A%5B%22a%22%5D%7D",
			headers: { accept: "application/json", authorization: `Bearer ${key}` },
		});
	});

	it("sends a body, and the client's headers under its own", async () => {
		const server = await startServer(() => ({ status: 201, body: jo }));
		const api = pathsClient(clientOf(server, { headers: { "X-Team": "blue", "x-trace": "client" } }));
		await api.POST(all, { body: { external_id: "jo" }, headers: { "x-trace": "call" } });
		expect(server.requests[0]).toMatchObject({
			method: "POST",
			body: '{"external_id":"jo"}',
			headers: { "content-type": "application/json", "x-team": "blue", "x-trace": "call" },
		});
	});

	it("has every verb, also by `request`", async () => {
		const server = await startServer(({ method }) => (method === "DELETE" ? { status: 204 } : { body: jo }));
		const api = pathsClient(clientOf(server));
		const params = { path: { id: "a/b" } };
		expect((await api.GET(one, { params })).data).toEqual(jo);
		expect((await api.PATCH(one, { params, body: {} })).data).toEqual(jo);
		expect((await api.DELETE(one, { params })).data).toBeUndefined();
		expect((await api.request("get", one, { params })).data).toEqual(jo);
		expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
			"GET /v2/identities/a%2Fb",
			"PATCH /v2/identities/a%2Fb",
			"DELETE /v2/identities/a%2Fb",
			"GET /v2/identities/a%2Fb",
		]);
	});

	it("has the client's retries, hooks and errors", async () => {
		const server = await startServer(inOrder(failing(503), { body: jo }, { status: 404 }));
		const onRetry = vi.fn();
		const api = pathsClient(clientOf(server, { hooks: { onRetry } }));
		const params = { path: { id: "jo" } };
		expect((await api.GET(one, { params })).data).toEqual(jo);
		expect(onRetry).toHaveBeenCalledTimes(1);
		expect(await failureOf(api.GET(one, { params }))).toMatchObject({
			_tag: "IdentityNotFoundError",
			id: "jo",
			operation: "retrieve",
		});
	});

	it("has the client's time limits", async () => {
		const server = await startServer(() => undefined);
		const api = pathsClient(clientOf(server, { timeoutMs: 40, totalTimeoutMs: 60 }));
		expect(await failureOf(api.GET(all))).toMatchObject({ _tag: "RequestTimeoutError", scope: "total" });
	});

	it("ends with the caller's reason when its signal aborts", async () => {
		const server = await startServer(() => undefined);
		const api = pathsClient(clientOf(server));
		const controller = new AbortController();
		setTimeout(() => controller.abort("enough"), 20);
		expect(await failureOf(api.GET(all, { signal: controller.signal }))).toBe("enough");
	});

	it("gives a typed error, not a SyntaxError, for a success that is no JSON", async () => {
		const server = await startServer(() => ({ body: '{"data":[' }));
		const api = pathsClient(clientOf(server));
		expect(await failureOf(api.GET(all))).toMatchObject({ _tag: "DecodeError" });
		const { data, response } = await api.DELETE(one, { params: { path: { id: "jo" } } });
		expect({ data, status: response.status }).toEqual({ data: undefined, status: 200 });
	});

	it.each([undefined, "", "..", ".", 5, "\ud800"])("refuses the id %o and sends nothing", async (id) => {
		const server = await startServer(() => ({ body: jo }));
		const api = pathsClient(clientOf(server));
		const params = { path: { id: id as string } };
		for (const call of [api.GET(one, { params }), api.DELETE(one, { params })]) {
			expect(await failureOf(call)).toMatchObject({ _tag: "InvalidInputError", issues: [{ path: "id" }] });
		}
		expect(server.requests).toEqual([]);
	});

	it("refuses a call without its parameters, and a path that is none of the document's", async () => {
		const server = await startServer(() => ({ body: jo }));
		const api = pathsClient(clientOf(server)) as unknown as {
			GET(path: string, init?: object): Promise<unknown>;
			PUT(path: string, init?: object): Promise<unknown>;
		};
		expect(await failureOf(api.GET(one))).toMatchObject({ issues: [{ path: "id" }] });
		expect(await failureOf(api.GET(one, { params: {} }))).toMatchObject({ issues: [{ path: "id" }] });
		expect(await failureOf(api.GET("/v2/secrets"))).toMatchObject({ issues: [{ path: "path" }] });
		expect(await failureOf(api.PUT(all))).toMatchObject({ issues: [{ path: "path" }] });
		expect(server.requests).toEqual([]);
	});

	it("can't take the key to another base URL, nor past the engine", async () => {
		const elsewhere = await startServer(() => ({ body: page([]) }));
		const server = await startServer(() => ({ body: page([]) }));
		const api = pathsClient(clientOf(server));
		expect(await failureOf(api.GET(all, { baseUrl: elsewhere.url }))).toMatchObject({
			_tag: "InvalidInputError",
			issues: [{ path: "baseUrl" }],
		});
		const alike = `${server.url.replace("127.0.0.1", "127.0.0.1.example.com")}`;
		expect(await failureOf(api.GET(all, { baseUrl: alike }))).toMatchObject({
			issues: [{ path: "baseUrl" }],
		});
		const fetch = vi.fn();
		await api.GET(all, { fetch });
		expect(fetch).not.toHaveBeenCalled();
		expect(elsewhere.requests).toEqual([]);
	});

	it("goes below a base URL with a prefix", async () => {
		const server = await startServer(() => ({ body: jo }));
		const client = clientOf(server, { baseUrl: `${server.url}/eu/` });
		await pathsClient(client).GET(one, { params: { path: { id: "jo" } } });
		await observed(client, { onRequest: () => undefined }).retrieve("jo");
		expect(server.requests.map(({ url }) => url)).toEqual(["/eu/v2/identities/jo", "/eu/v2/identities/jo"]);
	});

	it("takes a middleware of its own", async () => {
		const server = await startServer(() => ({ body: page([]) }));
		const middleware: Middleware = { onRequest: ({ request }) => request.headers.set("x-own", "1") };
		const api = pathsClient(clientOf(server));
		await api.GET(all, { middleware: [middleware] });
		await api.GET(all);
		expect(server.requests.map(({ headers }) => headers["x-own"])).toEqual(["1", undefined]);
	});
});

describe("`pathsClient`", () => {
	it("gives the same client each time", async () => {
		const client = clientOf({ url: "http://localhost" });
		expect(pathsClient(client)).toBe(pathsClient(client));
	});

	it("refuses what is no client", () => {
		expect(() => pathsClient({} as IdentitiesClient)).toThrow(/new IdentitiesClient/);
	});
});
