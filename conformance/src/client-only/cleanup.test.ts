/** What calls leave behind: no listener, no unhandled rejection, no request that nobody waits for. */
import { getEventListeners } from "node:events";
import { isIdentitiesError } from "@orq/identities-client";
import { pathsClient } from "@orq/identities-client/openapi-fetch";
import { expect, onTestFinished, test } from "vitest";
import { five } from "../scenarios/people.ts";
import { startServer } from "./server.ts";

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

test("no listener is left after 200 calls on one signal, whatever came of them", async () => {
	const server = await startServer({ identities: five });
	server.fail({ operation: "update", status: 503, headers: { "retry-after-ms": "0" } });
	const client = server.client({ maxRetries: 1 });
	const { signal } = new AbortController();
	for (let round = 0; round < 25; round++) {
		const options = { signal };
		await client.retrieve("anna@1", options);
		await client.retrieve("nobody@9", options).result();
		await client.retrieve("..", options).result();
		await client.update("anna@1", { tags: [] }, options).result();
		await client.list({ limit: 1 }, options);
		await client.upsert("new@7", {}, options).result();
		for await (const _ of client.list({ limit: 2 }, { signal, prefetch: true })) break;
		for await (const _ of client.list({ limit: 2 }, { signal }));
	}
	expect(listeners(signal)).toBe(0);
});

test("no listener is left where a middleware looks on, or a call is made by path", async () => {
	const server = await startServer({ identities: five });
	const client = server.client();
	const { signal } = new AbortController();
	const paths = pathsClient(client);
	await paths.GET("/v2/identities/{id}", { params: { path: { id: "anna@1" } }, signal });
	expect(listeners(signal)).toBe(0);

	paths.use({ onRequest: () => {} });
	for (let round = 0; round < 25; round++) {
		await client.retrieve("anna@1", { signal });
		await client.retrieve("nobody@9", { signal }).result();
		await paths.GET("/v2/identities/{id}", { params: { path: { id: "anna@1" } }, signal });
	}
	expect(listeners(signal)).toBe(0);
});

test("no listener is left after a call that was cancelled", async () => {
	const server = await startServer({ identities: five });
	server.fail({ operation: "retrieve", fault: "silent" });
	const controller = new AbortController();
	const call = server.client().retrieve("anna@1", { signal: controller.signal });
	setTimeout(() => controller.abort("enough"), 50);
	await expect(call).rejects.toBe("enough");
	expect(listeners(controller.signal)).toBe(0);
});

test("failures that are looked at in one way leave no unhandled rejection in the others", async () => {
	const unhandled: unknown[] = [];
	const note = (reason: unknown) => unhandled.push(reason);
	process.on("unhandledRejection", note);
	onTestFinished(() => void process.off("unhandledRejection", note));

	const client = (await startServer()).client();
	await client.retrieve("nobody@9").result();
	await client.retrieve("nobody@9").withResponse().catch(note404);
	await client.retrieve("nobody@9").catch(note404);
	await client
		.delete("nobody@9")
		.finally(() => {})
		.catch(note404);
	await client.retrieve("").result();
	await client.upsert("", {}).result();
	await client.list({ limit: 0 }).result();
	await client.list({ limit: 0 }).withResponse().catch(note404);
	await client.list({ limit: 0 }).catch(note404);
	const call = client.retrieve("nobody@9");
	await Promise.all([call.result(), call.withResponse().catch(note404), call.catch(note404)]);
	// Never awaited, so never sent: there is nothing to reject.
	client.list({ limit: 0 });

	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(unhandled).toEqual([]);

	function note404(error: unknown): void {
		expect(isIdentitiesError(error)).toBe(true);
	}
});

test("a page that was asked for ahead and fails leaves no unhandled rejection after a break", async () => {
	const unhandled: unknown[] = [];
	const note = (reason: unknown) => unhandled.push(reason);
	process.on("unhandledRejection", note);
	onTestFinished(() => void process.off("unhandledRejection", note));

	const server = await startServer({ identities: five });
	server.fail({ operation: "list", nth: 2, status: 400 });
	for await (const _ of server.client().list({ limit: 2 }, { prefetch: true })) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		break;
	}
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(server.arrived()).toEqual(["list", "list"]);
	expect(unhandled).toEqual([]);
});

test("a break ends the request for the page that was asked for ahead", async () => {
	const server = await startServer({ identities: five });
	server.fail({ operation: "list", nth: 2, fault: "silent" });
	const signals: (AbortSignal | null | undefined)[] = [];
	const client = server.client({
		fetch: (input, init) => {
			signals.push(init?.signal);
			return fetch(input, init);
		},
	});
	for await (const _ of client.list({ limit: 2 }, { prefetch: true })) break;
	expect(signals.map((signal) => signal?.aborted)).toEqual([false, true]);
});

test("the body of an answer that is not read is cancelled before the next attempt", async () => {
	const cancelled: string[] = [];
	const busy = () =>
		new Response(new ReadableStream({ cancel: () => void cancelled.push("body") }), {
			status: 503,
			headers: { "retry-after-ms": "0" },
		});
	const server = await startServer({ identities: five });
	let attempts = 0;
	const client = server.client({
		fetch: async (input, init) => (++attempts === 1 ? busy() : fetch(input, init)),
	});
	await client.retrieve("anna@1");
	expect(cancelled).toEqual(["body"]);
});
