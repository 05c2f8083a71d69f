import { describe, expect, test, vi } from "vitest";
import { fromPage, refusal, told } from "../fixtures/page.ts";
import { raw, served } from "../fixtures/served.ts";
import { apiKey, upstream } from "../fixtures/upstream.ts";
import { createIdentitiesProxy } from "./proxy.ts";

/** Rules that hand on whatever the page sent. */
async function trusting(maxBodyBytes?: number) {
	const { server, url } = await upstream();
	const rule = vi.fn();
	const proxy = createIdentitiesProxy({
		apiKey,
		baseUrl: url,
		maxBodyBytes,
		allow: {
			list: (asked) => {
				rule(asked);
				return { query: asked.query, select: "all" };
			},
			retrieve: ({ id }) => ({ id, select: "all" }),
			update: (asked) => {
				rule(asked);
				return { id: asked.id, body: asked.body, select: "all" };
			},
			create: ({ body }) => ({ body: { ...body, external_id: body.external_id }, select: "all" }),
			delete: ({ id }) => ({ id }),
		},
	});
	return { proxy, server, rule };
}

const patch = (body: unknown, headers?: Record<string, string>) =>
	fromPage("/v2/identities/jo", { method: "PATCH", body, ...(headers && { headers }) });

describe("a filter that is empty", () => {
	const list = (filter_by: unknown) =>
		fromPage(`/v2/identities?filter_by=${encodeURIComponent(JSON.stringify(filter_by))}`);

	test.each([{}, { tags: [] }, { tags: null }, { tags: [null] }])(
		"is none to the rule, which would let everything through: %j",
		async (filter_by) => {
			const { proxy, rule } = await trusting();
			await proxy(list(filter_by));
			expect(rule.mock.calls[0]?.[0].query).toEqual({});
		},
	);

	test("has only what is in it told to the rule", async () => {
		const { proxy, rule } = await trusting();
		await proxy(list({ tags: ["blue", null], more: {} }));
		expect(rule.mock.calls[0]?.[0].query).toEqual({ filter_by: { tags: ["blue"] } });
	});

	test.each<unknown[]>([[{}], [{ tags: [] }], [{ tags: [undefined] }], [{ tags: ["blue"], teams: [] }]])(
		"is a bug of the rule's, and nothing is sent: %j",
		async (filter_by) => {
			const { url, server } = await upstream();
			const onError = vi.fn();
			const allow = { list: () => ({ query: { filter_by }, select: "all" }) as never };
			const proxy = createIdentitiesProxy({ apiKey, baseUrl: url, allow, onError });
			expect(await refusal(await proxy(fromPage("/v2/identities")))).toEqual([500, "proxy_failed"]);
			expect(server.requests).toEqual([]);
			expect(String(onError.mock.calls[0]?.[0])).toContain(
				"allow.list: the rule's answer must have `query.filter_by`",
			);
		},
	);

	test("is none of the rule's either where a getter or a prototype has it", async () => {
		const { url, server } = await upstream();
		const queries = [
			Object.create({ filter_by: { tags: [] } }),
			new (class {
				get filter_by() {
					return { tags: [] };
				}
			})(),
		];
		for (const query of queries) {
			const allow = { list: () => ({ query, select: "all" }) as const };
			const proxy = createIdentitiesProxy({ apiKey, baseUrl: url, allow, onError: () => {} });
			expect(await refusal(await proxy(fromPage("/v2/identities")))).toEqual([500, "proxy_failed"]);
		}
		expect(server.requests).toEqual([]);
	});

	test("that the rule says is none is none", async () => {
		const { url, server } = await upstream();
		const allow = { list: () => ({ query: { filter_by: undefined }, select: "all" }) as const };
		await createIdentitiesProxy({ apiKey, baseUrl: url, allow })(fromPage("/v2/identities"));
		expect(server.requests.map(({ path }) => path)).toEqual(["/v2/identities"]);
	});
});

describe("a query is refused", () => {
	test.each([
		"admin=true",
		"Limit=1",
		"limit=1&limit=50",
		"search=jo&search=kim",
		"limit=",
		"limit=0x10",
		"limit=1e1",
		"limit=+1",
		"limit=%201",
		"limit=Infinity",
		"limit=99999999999999999999",
		"limit[]=1",
		"limit%5B%5D=1",
		"include_metrics=1",
		"include_metrics=null",
		"include_metrics=TRUE",
		"filter_by=tags%3Dpremium",
		"filter_by=%5B%22premium%22%5D",
		"filter_by=null",
		"filter_by=%7B%22__proto__%22%3A%7B%22admin%22%3Atrue%7D%7D",
		"filter_by=%7B%22tags%22%3A%5B%7B%22__proto__%22%3A1%7D%5D%7D",
		"filter_by[tags]=x",
		"tags=x",
		"__proto__=1",
		"constructor=1",
		"limit=1;admin=true",
		"x%0d%0aset-cookie=1",
	])("with %s", async (query) => {
		const { proxy, server, rule } = await trusting();
		expect(await refusal(await proxy(fromPage(`/v2/identities?${query}`)))).toEqual([400, "invalid_request"]);
		expect([rule.mock.calls, server.requests]).toEqual([[], []]);
	});

	test("where the API's limits say so, after the rule has named it", async () => {
		const { proxy, server, rule } = await trusting();
		const { status, json } = await told(await proxy(fromPage("/v2/identities?limit=500")));
		expect(status).toBe(400);
		expect(json).toEqual({ error: { code: "invalid_request", message: expect.stringContaining("1 to 50") } });
		expect(rule).toHaveBeenCalledOnce();
		expect(server.requests).toEqual([]);
	});

	test("on an operation that has none", async () => {
		const { proxy, server } = await trusting();
		expect(await refusal(await proxy(fromPage("/v2/identities/jo?limit=1")))).toEqual([
			400,
			"invalid_request",
		]);
		expect(server.requests).toEqual([]);
	});
});

describe("a body is refused", () => {
	test.each<[name: string, body: unknown, headers: Record<string, string>, status: number]>([
		["with a field that the API has not", { display_name: "Jo", role: "admin" }, {}, 400],
		["with the id of another", { external_id: "kim" }, {}, 400],
		["with an _id", { _id: "contact_1" }, {}, 400],
		["with a workspace", { workspace_id: "w" }, {}, 400],
		["with __proto__", '{"__proto__":{"display_name":"x"}}', {}, 400],
		["with __proto__ inside", '{"metadata":{"a":[{"__proto__":{"x":1}}]}}', {}, 400],
		["with constructor", { constructor: { prototype: {} } }, {}, 400],
		["with toString", { toString: 1 }, {}, 400],
		["that is an array", [{ display_name: "Jo" }], {}, 400],
		["that is a string", '"x"', {}, 400],
		["that is null", "null", {}, 400],
		["that is cut", '{"display_name":', {}, 400],
		["that is two", '{"display_name":"a"}{"display_name":"b"}', {}, 400],
		["that is nothing", "", {}, 400],
		["that is nested too deep to read", `{"metadata":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, {}, 400],
		["that is a form", "display_name=Jo", { "content-type": "application/x-www-form-urlencoded" }, 415],
		["that is text, which any site may send", '{"display_name":"Jo"}', { "content-type": "text/plain" }, 415],
		["that only begins like JSON", "{}", { "content-type": "application/json-patch+json" }, 415],
		["that says it is text and JSON", "{}", { "content-type": "text/plain, application/json" }, 415],
		["that is compressed", "{}", { "content-encoding": "gzip" }, 415],
	])("%s", async (_, body, headers, status) => {
		const { proxy, server, rule } = await trusting();
		const response = await proxy(patch(body, headers));
		expect(await refusal(response)).toEqual([
			status,
			status === 415 ? "unsupported_media_type" : "invalid_request",
		]);
		expect([rule.mock.calls, server.requests]).toEqual([[], []]);
	});

	test("that is not UTF-8", async () => {
		const { proxy, server } = await trusting();
		const body = new TextEncoder()
			.encode('{"display_name":"?"}')
			.map((byte) => (byte === 0x3f ? 0xff : byte));
		const request = new Request(patch({}), { body });
		expect(await refusal(await proxy(request))).toEqual([400, "invalid_request"]);
		expect(server.requests).toEqual([]);
	});

	test("on an operation that takes none", async () => {
		const { proxy, server } = await trusting();
		const request = fromPage("/v2/identities/jo", { method: "DELETE", body: { force: true } });
		expect(await refusal(await proxy(request))).toEqual([400, "invalid_request"]);
		expect(server.requests).toEqual([]);
	});

	test("that was read before it came, and the server hears", async () => {
		const { url } = await upstream();
		const onError = vi.fn();
		const proxy = createIdentitiesProxy({
			apiKey,
			baseUrl: url,
			onError,
			allow: { update: ({ id, body }) => ({ id, body, select: "all" }) },
		});
		const request = patch({});
		await request.text();
		expect(await refusal(await proxy(request))).toEqual([500, "proxy_failed"]);
		expect(onError.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringContaining("was read before") });
	});
});

test("a body's limit is counted in bytes, and one of exactly the limit passes", async () => {
	const { proxy, server } = await trusting(21);
	expect((await proxy(patch('{"display_name":"Jo"}'))).status).toBe(200);
	expect((await proxy(patch('{"display_name":"Jö"}'))).status).toBe(413);
	expect(server.requests).toHaveLength(1);
});

test("a content type may name a charset", async () => {
	const { proxy } = await trusting();
	const headers = { "content-type": "Application/JSON;charset=UTF-8" };
	expect((await proxy(patch({ display_name: "Jo" }, headers))).status).toBe(200);
});

test("what the JSON says twice goes on once, as it was understood", async () => {
	const { proxy, server } = await trusting();
	await proxy(patch('{"display_name":"a","display_name":"b"}'));
	expect(server.requests[0]?.body).toBe('{"display_name":"b"}');
});

describe("a body beyond the limit is 413, and no more of it is read", () => {
	test("by its content-length", async () => {
		const { proxy, server } = await trusting(100);
		const pull = vi.fn();
		const request = new Request("https://app.example/v2/identities/jo", {
			method: "PATCH",
			headers: {
				"sec-fetch-site": "same-origin",
				"content-type": "application/json",
				"content-length": "101",
			},
			body: new ReadableStream({ pull }, { highWaterMark: 0 }),
			duplex: "half",
		} as RequestInit);
		expect(await refusal(await proxy(request))).toEqual([413, "body_too_large"]);
		expect([pull.mock.calls, server.requests]).toEqual([[], []]);
	});

	test("without a content-length", async () => {
		const { proxy, server } = await trusting(100);
		let sent = 0;
		const cancel = vi.fn();
		const endless = new ReadableStream<Uint8Array>(
			{
				pull: (controller) => {
					sent += 40;
					controller.enqueue(new Uint8Array(40).fill(0x20));
				},
				cancel,
			},
			{ highWaterMark: 0 },
		);
		const request = new Request("https://app.example/v2/identities/jo", {
			method: "PATCH",
			headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
			body: endless,
			duplex: "half",
		} as RequestInit);
		expect(await refusal(await proxy(request))).toEqual([413, "body_too_large"]);
		expect(sent).toBe(120);
		expect(cancel).toHaveBeenCalledOnce();
		expect(server.requests).toEqual([]);
	});

	test("in chunks over a real connection", async () => {
		const { proxy, server } = await trusting(100);
		const url = await served(proxy);
		const head = [
			"PATCH /v2/identities/jo HTTP/1.1",
			"Host: app.example",
			"Sec-Fetch-Site: same-origin",
			"Content-Type: application/json",
			"Transfer-Encoding: chunked",
			"Connection: close",
		].join("\r\n");
		const chunk = `32\r\n${" ".repeat(50)}\r\n`;
		expect(await raw(url, `${head}\r\n\r\n${chunk.repeat(3)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
		expect(server.requests).toEqual([]);
	});
});

describe("sent by hand over a real connection", () => {
	const request = (line: string, ...headers: string[]) =>
		[line, "Host: app.example", "Connection: close", ...headers, "", ""].join("\r\n");

	test("a second Sec-Fetch-Site does not help", async () => {
		const { proxy, server } = await trusting();
		const url = await served(proxy);
		const twice = ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"];
		expect(await raw(url, request("GET /v2/identities/jo HTTP/1.1", ...twice))).toMatch(/^HTTP\/1\.1 403 /);
		expect(server.requests).toEqual([]);
	});

	test("a header that Connection names goes no further", async () => {
		const { proxy, server } = await trusting();
		const url = await served(proxy);
		await raw(
			url,
			request(
				"GET /v2/identities/jo HTTP/1.1",
				"Sec-Fetch-Site: same-origin",
				"Cookie: s=1",
				"Keep-Alive: x",
				"Upgrade: h2c",
				"X-Api-Key: mine",
			),
		);
		expect(server.requests).toHaveLength(1);
		expect(JSON.stringify(server.requests)).not.toMatch(/cookie|s=1|h2c|upgrade|x-api-key|mine/i);
	});

	test("an answer has no header but the proxy's and the server's own", async () => {
		const { proxy, server } = await trusting();
		server.fail({
			status: 200,
			body: { _id: "a", external_id: "jo\r\nset-cookie: x=1" },
			headers: { "set-cookie": "api=1", server: "x", "x-request-id": "r" },
		});
		const url = await served(proxy);
		const answer = await raw(url, request("GET /v2/identities/jo HTTP/1.1", "Sec-Fetch-Site: same-origin"));
		const [head = ""] = answer.split("\r\n\r\n");
		const names = head
			.split("\r\n")
			.slice(1)
			.map((line) => line.split(":")[0]?.toLowerCase());
		expect(names.sort()).toEqual([
			"cache-control",
			"connection",
			"content-type",
			"cross-origin-resource-policy",
			"date",
			"transfer-encoding",
			"vary",
			"x-content-type-options",
		]);
	});
});
