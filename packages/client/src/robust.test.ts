/** Callers' objects that change, and surroundings that are not quite a browser's or Node's. */
import { describe, expect, it, vi } from "vitest";
import { type ClientOptions, IdentitiesClient } from "./index.ts";
import { clientOf, failureOf, identity, inOrder, key, page, startServer } from "./test/server.ts";

const jo = identity("jo");

describe("what a caller gave", () => {
	it("is sent by an upsert as it was, though it changes on the way", async () => {
		const server = await startServer(inOrder({ status: 404 }, { status: 201, body: jo }));
		const fields = { display_name: "first" };
		const upserted = clientOf(server).upsert("jo", fields);
		fields.display_name = "second";
		await upserted;
		expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
			{ display_name: "first" },
			{ display_name: "first", external_id: "jo" },
		]);
	});

	it("does not show in an error as it was when it was sent, though it changes on the way", async () => {
		const server = await startServer(({ body }) => ({ status: 422, body: { error: `no ${body}` } }));
		const body: { external_id: string; metadata?: Record<string, unknown> } = { external_id: "jo@x.com" };
		const created = clientOf(server).create(body);
		body.external_id = "other";
		body.metadata = { count: 1n };
		const error = await failureOf(created);
		expect(error).toMatchObject({ _tag: "RequestRejectedError" });
		expect((error as Error).message).not.toContain("jo@x.com");
	});

	it("may be options on a prototype or in getters", async () => {
		const server = await startServer(() => ({ body: jo }));
		class Settings {
			get baseUrl() {
				return server.url;
			}
		}
		const options: ClientOptions = Object.assign(new Settings(), { apiKey: key });
		expect(await new IdentitiesClient(options).retrieve("jo")).toEqual(jo);
		expect(await new IdentitiesClient(Object.create(options)).retrieve("jo")).toEqual(jo);
	});

	it("may be headers that are null, which are not sent", async () => {
		const server = await startServer(() => ({ body: jo }));
		const headers = { "x-a": null, "x-b": "b" } as unknown as Record<string, string>;
		await clientOf(server, { headers }).retrieve("jo", { headers });
		expect(server.requests[0]?.headers).not.toHaveProperty("x-a");
		expect(server.requests[0]?.headers).toMatchObject({ "x-b": "b" });
	});
});

describe("a call goes on", () => {
	it("with a signal that has no `throwIfAborted`, as polyfills have", async () => {
		const server = await startServer(() => ({ body: page(["a"]) }));
		const { signal } = new AbortController();
		Object.defineProperty(signal, "throwIfAborted", { value: undefined });
		expect((await clientOf(server).list({}, { signal })).data).toHaveLength(1);
		for await (const one of clientOf(server).list({}, { signal })) expect(one.external_id).toBe("a");
	});

	it("where there is no global `Request`", async () => {
		const server = await startServer(() => ({ body: jo }));
		vi.stubGlobal("Request", undefined);
		try {
			expect(await clientOf(server).retrieve("jo")).toEqual(jo);
		} finally {
			vi.unstubAllGlobals();
		}
	});

	it("with a `fetch` whose answers have no `ok`", async () => {
		const fetch = async () => ({ status: 200, headers: new Headers(), text: async () => JSON.stringify(jo) });
		const client = clientOf(
			{ url: "http://localhost" },
			{ fetch: fetch as unknown as typeof globalThis.fetch },
		);
		expect(await client.retrieve("jo")).toEqual(jo);
	});

	it("at once after a 401 with a new key, though its body never ends", async () => {
		const server = await startServer((_, response, nth) => {
			if (nth > 1) return { body: jo };
			response.writeHead(401).write("{");
			return undefined;
		});
		const client = clientOf(server, { apiKey: () => key, timeoutMs: 5000 });
		const begun = performance.now();
		expect(await client.retrieve("jo")).toEqual(jo);
		expect(performance.now() - begun).toBeLessThan(4000);
	});
});

describe("a key function", () => {
	it("that fails is not asked again, and what it threw is the cause", async () => {
		const server = await startServer(() => ({ body: jo }));
		const cause = new Error(`vault: ${key}`);
		const apiKey = vi.fn(() => Promise.reject(cause));
		const error = await failureOf(clientOf(server, { apiKey }).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "InvalidInputError", outcome: "not-sent", attempts: 0, cause });
		expect((error as Error).message).not.toContain("vault");
		expect(apiKey).toHaveBeenCalledTimes(1);
	});
});

it("a walk hands out nothing of a page that it has when the signal aborted before", async () => {
	const server = await startServer(() => ({ body: page(["a", "b"]) }));
	const controller = new AbortController();
	const list = clientOf(server).list({}, { signal: controller.signal });
	await list;
	controller.abort("enough");
	expect(await failureOf(list[Symbol.asyncIterator]().next())).toBe("enough");
});
