import { buildRequest, operations } from "@orq/identities-core";
import { createIdentitiesServer } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { fromPage, refusal, told } from "../fixtures/page.ts";
import { apiKey, upstream } from "../fixtures/upstream.ts";
import type { ProxyRules } from "./allow.ts";
import type { ProxyOptions } from "./options.ts";
import { createIdentitiesProxy } from "./proxy.ts";

async function proxied(allow: ProxyRules, options: Partial<ProxyOptions> = {}) {
	const api = await upstream();
	const onError = vi.fn();
	const proxy = createIdentitiesProxy({ apiKey, baseUrl: api.url, allow, onError, ...options });
	return { ...api, proxy, onError };
}

const everything: ProxyRules = {
	list: ({ query }) => ({ query, select: "all" }),
	create: ({ body }) => ({ body: { ...body, external_id: body.external_id }, select: "all" }),
	retrieve: ({ id }) => ({ id, select: "all" }),
	update: ({ id, body }) => ({ id, body, select: "all" }),
	delete: ({ id }) => ({ id }),
};

describe("an allowed operation", () => {
	test("reaches the API with the server's key and nothing of the page's own", async () => {
		const { proxy, server } = await proxied({
			update: () => ({ id: "jo", body: { tags: ["x"] }, select: [] }),
		});
		const request = fromPage("/api/v2/identities/kim", {
			method: "PATCH",
			body: { display_name: "Mallory" },
			headers: {
				authorization: "Bearer the-page's-own",
				cookie: "session=secret",
				connection: "x-hop",
				"x-hop": "1",
				"x-forwarded-for": "1.2.3.4",
				"x-http-method-override": "DELETE",
				"x-orq-anything": "1",
				referer: "https://app.example/secret",
				te: "trailers",
			},
		});
		expect((await proxy(request)).status).toBe(200);
		const [arrived] = server.requests;
		expect(arrived).toMatchObject({ method: "PATCH", path: "/v2/identities/jo", body: '{"tags":["x"]}' });
		expect(arrived?.headers["authorization"]).toBe(`Bearer ${apiKey}`);
		const own = ["accept", "authorization", "content-type"];
		const transport = [
			"host",
			"connection",
			"content-length",
			"accept-encoding",
			"accept-language",
			"sec-fetch-mode",
			"user-agent",
		];
		expect(
			Object.keys(arrived?.headers ?? {}).filter((name) => ![...own, ...transport].includes(name)),
		).toEqual([]);
		expect(JSON.stringify(arrived)).not.toMatch(/Mallory|secret|page's-own|1\.2\.3\.4/);
	});

	test("lists with the parameters that the rule named", async () => {
		const { proxy, server } = await proxied({
			list: ({ query }) => ({
				query: { search: query.search, limit: 1, filter_by: { tags: ["premium"] } },
				select: ["external_id"],
			}),
		});
		const search = new URLSearchParams({ limit: "50", search: "kim", filter_by: '{"tags":["x"]}' });
		const sent = buildRequest("list", {
			query: { search: "kim", limit: 1, filter_by: { tags: ["premium"] } },
		});
		const answer = await told(await proxy(fromPage(`/v2/identities?${search}`)));
		expect(answer).toEqual({
			status: 200,
			json: { object: "list", has_more: false, data: [{ _id: expect.any(String), external_id: "kim" }] },
		});
		expect(sent).toMatchObject({ data: { url: server.requests[0]?.url.replace(/^.*(?=\/v2)/, "") } });
	});

	test("creates, and answers as the API does", async () => {
		const { proxy, server } = await proxied({
			create: ({ body }) => ({
				body: { display_name: body.display_name, external_id: "user-7" },
				select: ["external_id"],
			}),
		});
		const request = fromPage("/v2/identities", {
			method: "POST",
			body: { external_id: "admin", display_name: "Lee" },
		});
		expect(await told(await proxy(request))).toEqual({
			status: operations.create.success,
			json: { _id: expect.any(String), external_id: "user-7" },
		});
		expect(server.requests[0]?.body).toBe('{"display_name":"Lee","external_id":"user-7"}');
	});

	test("deletes without an answer", async () => {
		const { proxy, server } = await proxied({ delete: () => ({ id: "jo" }) });
		const response = await proxy(fromPage("/v2/identities/me", { method: "DELETE" }));
		expect([response.status, await response.text()]).toEqual([204, ""]);
		expect(server.identities.map(({ external_id }) => external_id)).toEqual(["kim"]);
	});

	test("tells the rule what the page asked for", async () => {
		const rule = vi.fn(() => undefined);
		const { proxy } = await proxied({ list: rule, update: rule });
		const listing = fromPage("/v2/identities?limit=5&include_metrics=true&search=jo");
		await proxy(listing);
		expect(rule).toHaveBeenLastCalledWith({
			request: listing,
			operation: "list",
			query: { limit: 5, include_metrics: true, search: "jo" },
		});
		const change = fromPage("/v2/identities/a%2Fb", { method: "PATCH", body: { metadata: { a: 1 } } });
		await proxy(change);
		expect(rule).toHaveBeenLastCalledWith({
			request: change,
			operation: "update",
			id: "a/b",
			body: { metadata: { a: 1 } },
		});
	});
});

describe("select", () => {
	const select = ["display_name", "metrics"] as const;

	test.each(["flat", "wrapped"] as const)("leaves only its fields of a %s answer", async (shape) => {
		const { url } = await upstream({ shape });
		const proxy = createIdentitiesProxy({
			apiKey,
			baseUrl: url,
			allow: { retrieve: () => ({ id: "jo", select }) },
		});
		expect(await told(await proxy(fromPage("/v2/identities/me")))).toEqual({
			status: 200,
			json: { _id: expect.any(String), display_name: "Jo" },
		});
	});

	test("leaves only its fields of each identity of a page, and nothing else of the page", async () => {
		const server = createIdentitiesServer({ apiKey });
		const page = {
			object: "list",
			has_more: false,
			total: 7,
			data: [{ _id: "a", external_id: "jo", email: "e", metrics: null }],
		};
		server.fail({ status: 200, body: page });
		const proxy = createIdentitiesProxy({
			apiKey,
			fetch: server.fetch,
			allow: { list: () => ({ query: {}, select }) },
		});
		expect(await told(await proxy(fromPage("/v2/identities")))).toEqual({
			status: 200,
			json: { object: "list", has_more: false, data: [{ _id: "a", metrics: null }] },
		});
	});

	test("all leaves everything of the identity, new fields too, and nothing that stands beside it", async () => {
		const server = createIdentitiesServer({ apiKey });
		server.fail({
			status: 200,
			body: { identity: { _id: "a", external_id: "jo", novel: 1 }, secret: "other" },
		});
		const proxy = createIdentitiesProxy({ apiKey, fetch: server.fetch, allow: everything });
		expect((await told(await proxy(fromPage("/v2/identities/jo")))).json).toEqual({
			_id: "a",
			external_id: "jo",
			novel: 1,
		});
	});
});

describe("a rule", () => {
	test("that finds nobody refuses", async () => {
		const { proxy, server } = await proxied({
			retrieve: () => undefined,
			list: () => null,
			delete: async () => null,
		});
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([403, "not_allowed"]);
		expect(await refusal(await proxy(fromPage("/v2/identities")))).toEqual([403, "not_allowed"]);
		expect(await refusal(await proxy(fromPage("/v2/identities/jo", { method: "DELETE" })))).toEqual([
			403,
			"not_allowed",
		]);
		expect(server.requests).toEqual([]);
	});

	test("that is missing refuses", async () => {
		const { proxy, server } = await proxied({ retrieve: everything.retrieve });
		expect(await refusal(await proxy(fromPage("/v2/identities")))).toEqual([403, "not_allowed"]);
		expect(await refusal(await proxy(fromPage("/v2/identities/jo", { method: "DELETE" })))).toEqual([
			403,
			"not_allowed",
		]);
		expect(server.requests).toEqual([]);
	});

	test("that answers with a Response has it sent as it is", async () => {
		const own = new Response("sign in", { status: 401, headers: { "www-authenticate": "Bearer" } });
		const { proxy, server } = await proxied({ retrieve: () => own });
		expect(await proxy(fromPage("/v2/identities/jo"))).toBe(own);
		expect(server.requests).toEqual([]);
	});

	test("that throws gives 500 without a word of why, and the server hears", async () => {
		const failure = new Error("database at 10.0.0.7 refused user root");
		const { proxy, server, onError } = await proxied({
			retrieve: () => {
				throw failure;
			},
			list: () => Promise.reject(failure),
		});
		const request = fromPage("/v2/identities/jo");
		const answers = [await told(await proxy(request)), await told(await proxy(fromPage("/v2/identities")))];
		for (const answer of answers) {
			expect(answer).toEqual({
				status: 500,
				json: { error: { code: "proxy_failed", message: "The server could not handle this request." } },
			});
		}
		expect(onError).toHaveBeenCalledWith(failure, { operation: "retrieve", request });
		expect(server.requests).toEqual([]);
	});

	const untyped = (answer: unknown): ProxyRules =>
		({ retrieve: () => answer, list: () => answer, update: () => answer }) as unknown as ProxyRules;
	const kinds = [
		["retrieve", "GET", "/v2/identities/kim"],
		["list", "GET", "/v2/identities"],
		["update", "PATCH", "/v2/identities/kim"],
	] as const;

	test.each<unknown>([
		true,
		"jo",
		7,
		[],
		{},
		{ id: 7, select: "all" },
		{ select: "all" },
		{ id: undefined, query: null, body: [], select: "all" },
	])("that is not typed and returns %j sends nothing", async (answer) => {
		const { proxy, server, onError } = await proxied(untyped(answer));
		for (const [, method, path] of kinds) {
			const request = fromPage(path, { method, ...(method === "PATCH" && { body: {} }) });
			expect(await refusal(await proxy(request))).toEqual([500, "proxy_failed"]);
		}
		expect(onError).toHaveBeenCalledTimes(3);
		expect(server.requests).toEqual([]);
	});

	test("that is not typed and returns a list as the body sends nothing", async () => {
		const { proxy, server } = await proxied(untyped({ id: "jo", body: [], select: "all" }));
		const request = fromPage("/v2/identities/jo", { method: "PATCH", body: {} });
		expect(await refusal(await proxy(request))).toEqual([500, "proxy_failed"]);
		expect(server.requests).toEqual([]);
	});

	test.each<unknown>([undefined, "email", ["email", 7], { email: true }, "ALL"])(
		"that is not typed and selects %j sends nothing",
		async (select) => {
			const { proxy, server } = await proxied(untyped({ id: "jo", query: {}, body: {}, select }));
			expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([500, "proxy_failed"]);
			expect(server.requests).toEqual([]);
		},
	);

	test.each(["", ".", "..", "\ud800"])("that returns the id %j sends nothing", async (id) => {
		const { proxy, server, onError } = await proxied({ retrieve: () => ({ id, select: "all" }) });
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([500, "proxy_failed"]);
		expect(onError).toHaveBeenCalledOnce();
		expect(server.requests).toEqual([]);
	});

	test("gives parts that the operation has not, and they go nowhere", async () => {
		const answer = { id: "jo", select: "all", body: { tags: [] }, headers: { "x-role": "admin" } };
		const { proxy, server } = await proxied(untyped(answer));
		await proxy(fromPage("/v2/identities/jo"));
		expect(server.requests).toMatchObject([
			{ method: "GET", url: expect.stringMatching(/\/v2\/identities\/jo$/), body: "" },
		]);
	});
});

describe("a failure of the API", () => {
	async function failing(
		rule: Parameters<ReturnType<typeof createIdentitiesServer>["fail"]>[0],
		options: Partial<ProxyOptions> = {},
	) {
		const made = await proxied(everything, options);
		made.server.fail(rule);
		return made;
	}

	test("goes on with its status and reason, and no header of the API's", async () => {
		const { proxy, onError } = await failing({
			status: 422,
			body: { error: "email is malformed", stack: "at api.internal", identity: { external_id: "kim" } },
			headers: {
				"set-cookie": "api=1",
				server: "nginx/1.2.3",
				"x-powered-by": "api",
				"x-request-id": "r1",
				location: "https://evil.example",
				"access-control-allow-origin": "*",
			},
		});
		const response = await proxy(fromPage("/v2/identities/jo", { method: "PATCH", body: { email: "x" } }));
		expect(Object.fromEntries(response.headers)).toEqual({
			"cache-control": "no-store",
			"content-type": "application/json",
			"cross-origin-resource-policy": "same-origin",
			vary: "origin, sec-fetch-site",
			"x-content-type-options": "nosniff",
		});
		expect(await told(response)).toEqual({
			status: 422,
			json: { error: { code: "request_rejected", message: "email is malformed" } },
		});
		expect(onError).not.toHaveBeenCalled();
	});

	test("hides the id that the rule put in the place of the page's", async () => {
		const { proxy } = await proxied({ retrieve: () => ({ id: "customer-4711", select: "all" }) });
		expect(await told(await proxy(fromPage("/v2/identities/me")))).toEqual({
			status: 404,
			json: { error: { code: "identity_not_found", message: 'No identity has the id "…".' } },
		});
	});

	test("that is an HTML page goes on as JSON", async () => {
		const { proxy } = await failing({ status: 503, fault: "html" });
		const response = await proxy(fromPage("/v2/identities/jo"));
		expect(response.headers.get("content-type")).toBe("application/json");
		expect((await told(response)).status).toBe(503);
	});

	test("that echoes the key hides it", async () => {
		const { proxy, onError } = await failing({ status: 500, body: { error: `bad: Bearer ${apiKey}` } });
		const response = await proxy(fromPage("/v2/identities/jo"));
		expect(JSON.stringify([await told(response), onError.mock.calls])).not.toContain(apiKey);
	});

	test("says how long to wait", async () => {
		const { proxy } = await failing({ status: 429, headers: { "retry-after-ms": "1500" } });
		const response = await proxy(fromPage("/v2/identities/jo"));
		expect([response.status, response.headers.get("retry-after")]).toEqual([429, "2"]);
	});

	test("401 is the server's own trouble: 502, and the server hears", async () => {
		const { url } = await upstream();
		const onError = vi.fn();
		const proxy = createIdentitiesProxy({ apiKey: "revoked", baseUrl: url, allow: everything, onError });
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([502, "upstream_unauthorized"]);
		expect(onError).toHaveBeenCalledWith(
			expect.objectContaining({ _tag: "UnauthorizedError" }),
			expect.anything(),
		);
	});

	test("401 has a key function asked once more", async () => {
		const { url } = await upstream();
		const keys = ["revoked", apiKey];
		const proxy = createIdentitiesProxy({
			apiKey: () => keys.shift() ?? "",
			baseUrl: url,
			allow: everything,
		});
		expect((await proxy(fromPage("/v2/identities/jo"))).status).toBe(200);
	});

	test("is not retried: that is for the page's client", async () => {
		const { proxy, server } = await failing({ status: 503 });
		expect((await proxy(fromPage("/v2/identities/jo"))).status).toBe(503);
		expect(server.requests).toHaveLength(1);
	});

	test("a redirect is not followed, and not passed on", async () => {
		const other = await upstream();
		const { proxy } = await failing({ fault: "redirect", location: `${other.url}/v2/identities/jo` });
		const response = await proxy(fromPage("/v2/identities/jo"));
		expect(response.headers.get("location")).toBeNull();
		expect(await refusal(response)).toEqual([502, "upstream_invalid"]);
		expect(other.server.requests).toEqual([]);
	});

	test("407, which would speak of a proxy of the browser's, is 502", async () => {
		const fetch = async () => new Response(null, { status: 407 });
		const proxy = createIdentitiesProxy({ apiKey, fetch, allow: everything, onError: () => {} });
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([502, "upstream_invalid"]);
	});

	test("421, which a browser would send again by itself, is 502, and 408 is 504", async () => {
		for (const [status, told] of [
			[421, [502, "upstream_invalid"]],
			[408, [504, "upstream_timeout"]],
		] as const) {
			const fetch = async () => new Response(null, { status });
			const proxy = createIdentitiesProxy({ apiKey, fetch, allow: everything, onError: () => {} });
			expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual(told);
		}
	});

	test("that begins like JSON, and is none, is told", async () => {
		const { proxy } = await failing({ status: 400, body: "[E42] Name is taken" });
		expect((await told(await proxy(fromPage("/v2/identities/jo")))).json).toMatchObject({
			error: { message: "[E42] Name is taken" },
		});
	});

	test("of endless JSON says nothing: cut, it is no sentence, and may tell of other users", async () => {
		for (const pad of [70_000, 80_000]) {
			const body = { user: "kim@example.com", pad: "z".repeat(pad), error: "Bad." };
			const { proxy } = await failing({ status: 400, body });
			expect(await told(await proxy(fromPage("/v2/identities/jo")))).toEqual({
				status: 400,
				json: { error: { code: "request_rejected", message: "The API gave no reason." } },
			});
		}
	});

	test("has its time counted over both requests where a key function is asked once more", async () => {
		const sent: number[] = [];
		const fetch: typeof globalThis.fetch = async (_, init) => {
			sent.push(performance.now());
			if (sent.length === 1) {
				await new Promise((resolve) => setTimeout(resolve, 300));
				return new Response(null, { status: 401 });
			}
			return new Promise((_resolve, reject) => {
				init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
			});
		};
		const proxy = createIdentitiesProxy({
			apiKey: () => apiKey,
			fetch,
			allow: everything,
			timeoutMs: 2_000,
			onError: () => {},
		});
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([504, "upstream_timeout"]);
		expect(performance.now() - (sent[1] ?? 0)).toBeLessThan(1_900);
	});

	test.each([
		["garbage", 502, "upstream_invalid"],
		["reset", 502, "upstream_unreachable"],
		["truncated", 502, "upstream_unreachable"],
		["silent", 504, "upstream_timeout"],
		["stalled", 504, "upstream_timeout"],
	] as const)("%s is %i", async (fault, status, code) => {
		// Short only where it is waited for: a busy machine takes its time for the others.
		const { proxy, onError } = await failing({ fault }, { timeoutMs: status === 504 ? 100 : 10_000 });
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([status, code]);
		expect(onError).toHaveBeenCalledOnce();
	});

	test("an API that is away is 502", async () => {
		const gone = await serve(createIdentitiesServer());
		await gone.close();
		const proxy = createIdentitiesProxy({ apiKey, baseUrl: gone.url, allow: everything, onError: () => {} });
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([502, "upstream_unreachable"]);
	});
});

test("a page that goes away ends the request to the API", async () => {
	const page = new AbortController();
	let ended: unknown;
	const proxy = createIdentitiesProxy({
		apiKey,
		allow: everything,
		fetch: (_, init) =>
			new Promise((_resolve, reject) => {
				init?.signal?.addEventListener("abort", () => {
					ended = init.signal?.reason;
					reject(ended);
				});
				page.abort();
			}),
	});
	expect(await refusal(await proxy(fromPage("/v2/identities/jo", { signal: page.signal })))).toEqual([
		499,
		"client_gone",
	]);
	expect(ended).toMatchObject({ name: "AbortError" });
});

test("an onError that throws or rejects costs no answer", async () => {
	for (const onError of [
		() => Promise.reject(new Error("bug")),
		() => {
			throw new Error("bug");
		},
	]) {
		const { proxy } = await proxied({ retrieve: () => Promise.reject(new Error("x")) }, { onError });
		expect(await refusal(await proxy(fromPage("/v2/identities/jo")))).toEqual([500, "proxy_failed"]);
	}
});

test("without onError a failure is one line on the console, without the API's body", async () => {
	const log = vi.spyOn(console, "error").mockImplementation(() => {});
	onTestFinished(() => log.mockRestore());
	const { url, server } = await upstream();
	server.fail({ status: 500, body: { error: "boom", identity: { email: "kim@example.com" } } });
	const proxy = createIdentitiesProxy({ apiKey, baseUrl: url, allow: everything });
	await proxy(fromPage("/v2/identities/jo"));
	expect(log.mock.calls).toEqual([["orq.ai identities proxy:", "retrieve: 500 boom"]]);
});
