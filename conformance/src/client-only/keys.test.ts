/** The key as a function, and the places where a key could be seen. */
import { inspect } from "node:util";
import { pathsClient } from "@orq/identities-client/openapi-fetch";
import { expect, test } from "vitest";
import { serverKey } from "../host.ts";
import { anna } from "../scenarios/people.ts";
import { startServer } from "./server.ts";

test("a function that gives the key is called for each attempt", async () => {
	const server = await startServer({ identities: [anna] });
	server.fail({ operation: "retrieve", times: 2, status: 503, headers: { "retry-after-ms": "0" } });
	let calls = 0;
	const client = server.client({
		apiKey: () => {
			calls++;
			return serverKey;
		},
	});
	await client.retrieve("anna@1");
	expect([calls, server.arrived().length]).toEqual([3, 3]);
});

test("a call is cancelled while the key is waited for, and nothing is sent", async () => {
	const server = await startServer({ identities: [anna] });
	const client = server.client({ apiKey: () => new Promise<string>(() => {}) });
	const controller = new AbortController();
	const call = client.retrieve("anna@1", { signal: controller.signal });
	setTimeout(() => controller.abort("enough"), 20);
	await expect(call).rejects.toBe("enough");
	expect(server.arrived()).toEqual([]);
});

test("waiting for the key counts against the attempt's timeout", async () => {
	const server = await startServer({ identities: [anna] });
	const client = server.client({ apiKey: () => new Promise<string>(() => {}), timeoutMs: 50, maxRetries: 0 });
	expect(await client.retrieve("anna@1").result()).toMatchObject({ error: { _tag: "RequestTimeoutError" } });
	expect(server.arrived()).toEqual([]);
});

test("a client that is printed does not show its key", async () => {
	const server = await startServer({ identities: [anna] });
	const client = server.client();
	await client.retrieve("anna@1");
	const page = await client.list({ limit: 1 });
	const paths = pathsClient(client);
	for (const thing of [client, page, client.list(), paths, client.retrieve("anna@1")]) {
		const text = inspect(thing, { depth: 20, showHidden: true }) + JSON.stringify(thing) + String(thing);
		expect(text).not.toContain(serverKey);
	}
});
