/** What the options of a client and of a call do together, and which are refused. */
import { buildRequest } from "@orq/identities-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientOptions, InvalidInputError, RequestOptions } from "./index.ts";
import { clientOf, failing, failureOf, identity, inOrder, startServer } from "./test/server.ts";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");
const never = () => new Promise<never>(() => {});
const nowhere = { url: "http://localhost" };

describe("a call's options", () => {
	it("win over the client's, which win over the defaults", async () => {
		const server = await startServer(() => failing(503));
		const attempts = async (options: ClientOptions, own: RequestOptions) =>
			(await failureOf(clientOf(server, options).retrieve("jo", own))) as { readonly attempts: number };
		expect(await attempts({}, {})).toMatchObject({ attempts: 3 });
		expect(await attempts({ maxRetries: 3 }, {})).toMatchObject({ attempts: 4 });
		expect(await attempts({ maxRetries: 3 }, { maxRetries: 1 })).toMatchObject({ attempts: 2 });
		expect(await attempts({ maxRetries: 3 }, { maxRetries: 0 })).toMatchObject({ attempts: 1 });
		expect(await attempts({ maxRetries: 3 }, { maxRetries: undefined })).toMatchObject({ attempts: 4 });
	});

	it("turn a limit of the client's off by false", async () => {
		const client = clientOf(nowhere, { fetch: never, timeoutMs: 30, totalTimeoutMs: 60, maxRetries: 0 });
		const own = { timeoutMs: false, totalTimeoutMs: 90 } as const;
		expect(await failureOf(client.retrieve("jo", own))).toMatchObject({ scope: "total", timeoutMs: 90 });
		const other = { timeoutMs: 40, totalTimeoutMs: false } as const;
		expect(await failureOf(client.retrieve("jo", other))).toMatchObject({ scope: "attempt", timeoutMs: 40 });
	});

	it("add headers to the client's; the later one wins, whatever its case", async () => {
		const server = await startServer(inOrder({ body: jo }));
		const client = clientOf(server, {
			headers: { "X-Team": "blue", "X-Trace": "client", "X-None": undefined },
		});
		await client.retrieve("jo", { headers: { "x-trace": "call", "X-Call": "1", Accept: "application/x" } });
		expect(server.requests[0]?.headers).toMatchObject({
			"x-team": "blue",
			"x-trace": "call",
			"x-call": "1",
			accept: "application/x",
		});
		expect(server.requests[0]?.headers).not.toHaveProperty("x-none");
	});

	it("do not change the client's", async () => {
		const server = await startServer(inOrder({ body: jo }));
		const client = clientOf(server, { headers: { "x-trace": "client" } });
		await client.retrieve("jo", { headers: { "x-trace": "call" } });
		await client.retrieve("jo");
		expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual(["call", "client"]);
	});
});

const unusable: readonly [path: string, options: object][] = [
	["timeoutMs", { timeoutMs: 0 }],
	["timeoutMs", { timeoutMs: -1 }],
	["timeoutMs", { timeoutMs: 2_147_483_648 }],
	["timeoutMs", { timeoutMs: "30" }],
	["timeoutMs", { timeoutMs: true }],
	["totalTimeoutMs", { totalTimeoutMs: Number.NaN }],
	["totalTimeoutMs", { totalTimeoutMs: Number.POSITIVE_INFINITY }],
	["maxRetries", { maxRetries: -1 }],
	["maxRetries", { maxRetries: 1.5 }],
	["headers", { headers: new Headers() }],
	['headers["x y"]', { headers: { "x y": "1" } }],
	['headers["Authorization"]', { headers: { Authorization: "Bearer mine" } }],
	['headers["x-a"]', { headers: { "x-a": "line\nbreak" } }],
];

describe("an option that makes no sense", () => {
	it.each(unusable)("is refused by a call, at `%s`: %o", async (path, options) => {
		const fetch = vi.fn(never);
		const error = await failureOf(clientOf(nowhere, { fetch }).retrieve("jo", options));
		expect(error).toMatchObject({ _tag: "InvalidInputError", operation: "retrieve", issues: [{ path }] });
		expect(fetch).not.toHaveBeenCalled();
	});

	it.each(unusable)("is refused by a client, at `%s`: %o", (path, options) => {
		expect(() => clientOf(nowhere, options)).toThrow(
			expect.objectContaining({ _tag: "InvalidInputError", issues: [expect.objectContaining({ path })] }),
		);
	});

	it.each([
		["options", "fast"],
		["options", null],
		["options", ["x"]],
		["signal", { signal: "stop" }],
		["timeoutMs", { timeoutMs: 0, maxRetries: 0 }],
	])("rejects every method, at `%s`: %o", async (path, given) => {
		const client = clientOf(nowhere, { fetch: never });
		const options = given as RequestOptions;
		const calls = [
			client.list({}, options),
			client
				.list({}, options)
				.result()
				.then((settled) => settled.ok || Promise.reject(settled.error)),
			client.list({}, options)[Symbol.asyncIterator]().next(),
			client.create({ external_id: "jo" }, options),
			client.retrieve("jo", options),
			client.update("jo", {}, options),
			client.delete("jo", options),
			client.upsert("jo", {}, options),
		];
		for (const call of calls) {
			const { issues } = (await failureOf(call)) as InvalidInputError;
			expect(issues?.map((issue) => issue.path)).toEqual([path]);
		}
	});
});

describe("input", () => {
	it.each([
		["id", (client: ReturnType<typeof clientOf>) => client.retrieve("")],
		["id", (client: ReturnType<typeof clientOf>) => client.delete("..")],
		["id", (client: ReturnType<typeof clientOf>) => client.delete(".")],
		["id", (client: ReturnType<typeof clientOf>) => client.update("\ud800", {})],
		["id", (client: ReturnType<typeof clientOf>) => client.retrieve(undefined as unknown as string)],
		["limit", (client: ReturnType<typeof clientOf>) => client.list({ limit: 0 })],
		["body", (client: ReturnType<typeof clientOf>) => client.update("jo", null as unknown as object)],
		["external_id", (client: ReturnType<typeof clientOf>) => client.create({ external_id: "" })],
		[
			"no_such_parameter",
			(client: ReturnType<typeof clientOf>) =>
				client.retrieve("jo", { query: { no_such_parameter: 1 } } as RequestOptions),
		],
	])("that is refused, here at `%s`, rejects and sends nothing", async (path, call) => {
		const fetch = vi.fn(never);
		const error = await failureOf(call(clientOf(nowhere, { fetch })));
		expect(error).toMatchObject({ _tag: "InvalidInputError", issues: [{ path }], outcome: "not-sent" });
		expect(fetch).not.toHaveBeenCalled();
	});

	it.each([
		["a/b?c#d %", "a%2Fb%3Fc%23d%20%25"],
		["日本", "%E6%97%A5%E6%9C%AC"],
		["x%2Fy", "x%252Fy"],
		["...", "..."],
	])("that is an id like %s arrives as one segment", async (id, segment) => {
		const server = await startServer(() => ({ body: jo }));
		await clientOf(server).retrieve(id);
		expect(server.requests[0]?.url).toBe(`/v2/identities/${segment}`);
	});

	it("that is a query or a body arrives in the wire's form", async () => {
		const server = await startServer(() => ({ body: { ...jo, data: [] } }));
		const client = clientOf(server);
		const query = { limit: 5, search: "jo & co", filter_by: { tags: ["a", "b"] }, include_metrics: true };
		await client.list(query);
		await client.update("jo", { display_name: null, tags: ["x"] });
		const [list, update] = server.requests;
		// How a filter travels is core's to test, for documents of each date.
		expect(buildRequest("list", { query })).toMatchObject({ data: { url: list?.url } });
		expect(list?.url).toContain("search=jo%20%26%20co");
		expect(list?.headers).not.toHaveProperty("content-type");
		expect(update).toMatchObject({
			method: "PATCH",
			body: '{"display_name":null,"tags":["x"]}',
			headers: { "content-type": "application/json", accept: "application/json" },
		});
	});
});
