/** Which `fetch` sends the requests, and where a client gets its settings from. */
import { IdentitiesClient } from "@orq/identities-client";
import { expect, onTestFinished, test, vi } from "vitest";
import { serverKey } from "../host.ts";
import { nodeHost } from "../node-host.ts";
import { anna } from "../scenarios/people.ts";
import { startServer } from "./server.ts";

test("the global fetch is looked up for each call, so a patched one is used", async () => {
	const server = await startServer({ identities: [anna] });
	const client = server.client();
	const original = globalThis.fetch;
	const urls: unknown[] = [];
	onTestFinished(() => {
		globalThis.fetch = original;
	});
	globalThis.fetch = (input, init) => {
		urls.push(input);
		return original(input, init);
	};
	await client.retrieve("anna@1");
	globalThis.fetch = original;
	await client.retrieve("anna@1");
	expect(urls).toEqual([`${server.url}/v2/identities/anna%401`]);
});

test("a fetch of the caller's own is used, and called as a plain function", async () => {
	const server = await startServer({ identities: [anna] });
	const seen: unknown[] = [];
	const own = function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
		seen.push(this);
		return fetch(input, init);
	};
	const client = server.client({ fetch: own });
	await client.retrieve("anna@1");
	expect(seen).toEqual([undefined]);
});

test("the caller's signal is not handed to fetch, and redirects are not to be followed", async () => {
	const server = await startServer({ identities: [anna] });
	const inits: (RequestInit | undefined)[] = [];
	const client = server.client({
		fetch: (input, init) => {
			inits.push(init);
			return fetch(input, init);
		},
	});
	const { signal } = new AbortController();
	await client.retrieve("anna@1", { signal });
	await client.create({ external_id: "user_1" }, { signal });
	expect(inits).toMatchObject([{ redirect: "manual", cache: "no-store" }, { redirect: "manual" }]);
	expect(inits.map((init) => init?.signal === signal)).toEqual([false, false]);
	expect(inits[1]).not.toHaveProperty("cache");
});

test("a create whose connection is refused at first is sent once the server is there", async () => {
	const server = await startServer();
	const nobody = await nodeHost.open({ unreachable: true });
	let attempts = 0;
	const client = server.client({
		fetch: (input, init) =>
			fetch(++attempts === 1 ? String(input).replace(server.url, nobody.baseUrl) : input, init),
	});
	const { attempts: told } = await client.create({ external_id: "user_1" }).withResponse();
	expect([told, server.arrived()]).toEqual([2, ["create"]]);
});

test("whatever fetch throws is a ConnectionError that carries it", async () => {
	for (const thrown of [new TypeError("Failed to fetch"), "no network", undefined]) {
		const client = new IdentitiesClient({
			apiKey: serverKey,
			baseUrl: "http://127.0.0.1:1",
			maxRetries: 0,
			fetch: () => Promise.reject(thrown),
		});
		const result = await client.retrieve("anna@1").result();
		expect(result).toMatchObject({ error: { _tag: "ConnectionError", outcome: "unknown", cause: thrown } });
	}
});

test("a fetch that throws at once is a ConnectionError too", async () => {
	const client = new IdentitiesClient({
		apiKey: serverKey,
		maxRetries: 0,
		fetch: () => {
			throw new Error("not now");
		},
	});
	expect(await client.list().result()).toMatchObject({ error: { _tag: "ConnectionError" } });
});

test("key and base URL come from the environment where they are not given", async () => {
	const server = await startServer({ identities: [anna] });
	vi.stubEnv("ORQ_API_KEY", serverKey);
	vi.stubEnv("ORQ_BASE_URL", server.url);
	onTestFinished(() => void vi.unstubAllEnvs());
	expect((await new IdentitiesClient().retrieve("anna@1")).external_id).toBe("anna@1");
});
