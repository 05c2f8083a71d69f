/** How long a call may take, and how its caller ends it: at every moment, and without a trace. */
import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pathsClient } from "../openapi-fetch.ts";
import {
	clientOf,
	failing,
	failureOf,
	identity,
	inOrder,
	page,
	sleep,
	stall,
	startServer,
	until,
} from "../test/server.ts";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");
const never = () => new Promise<never>(() => {});

describe("`timeoutMs`", () => {
	it("ends an attempt that gets no answer, and the next one may succeed", async () => {
		const server = await startServer((_, __, nth) => (nth === 1 ? undefined : { body: jo }));
		const { attempts } = await clientOf(server).retrieve("jo", { timeoutMs: 1_000 }).withResponse();
		expect(attempts).toBe(2);
	});

	it("covers the body", async () => {
		const server = await startServer((_, response) => stall(response));
		const error = await failureOf(clientOf(server).retrieve("jo", { timeoutMs: 60, maxRetries: 1 }));
		expect(error).toMatchObject({
			_tag: "RequestTimeoutError",
			scope: "attempt",
			timeoutMs: 60,
			attempts: 2,
			outcome: "unknown",
			operation: "retrieve",
		});
	});

	it("covers a key function, and a call that waited for nothing else was not sent", async () => {
		const server = await startServer(() => ({ body: jo }));
		const client = clientOf(server, { apiKey: never, timeoutMs: 40, maxRetries: 1 });
		const error = await failureOf(client.create({ external_id: "jo" }));
		expect(error).toMatchObject({ _tag: "RequestTimeoutError", attempts: 0, outcome: "not-sent" });
		expect(server.requests).toEqual([]);
	});

	it("ends an attempt even where `fetch` does not heed its signal", async () => {
		const client = clientOf({ url: "http://localhost" }, { fetch: never, timeoutMs: 40, maxRetries: 0 });
		expect(await failureOf(client.list())).toMatchObject({ _tag: "RequestTimeoutError", scope: "attempt" });
	});

	it("closes the connection of an attempt that it ends", async () => {
		let closed = false;
		const server = await startServer((_, response) => {
			response.on("close", () => {
				closed = true;
			});
			return stall(response);
		});
		await failureOf(clientOf(server, { timeoutMs: 40, maxRetries: 0 }).retrieve("jo"));
		await until(() => closed);
	});

	it("is no limit where it is false", async () => {
		const server = await startServer(async () => {
			await sleep(80);
			return { body: jo };
		});
		const client = clientOf(server, { timeoutMs: 20, maxRetries: 0 });
		expect(await client.retrieve("jo", { timeoutMs: false })).toEqual(jo);
	});
});

describe("`totalTimeoutMs`", () => {
	it("covers all attempts", async () => {
		const server = await startServer(() => undefined);
		const begun = performance.now();
		const error = await failureOf(
			clientOf(server, { timeoutMs: 100, totalTimeoutMs: 160, maxRetries: 9 }).retrieve("jo"),
		);
		expect(error).toMatchObject({
			_tag: "RequestTimeoutError",
			scope: "total",
			timeoutMs: 160,
			attempts: 2,
			outcome: "unknown",
		});
		expect(performance.now() - begun).toBeLessThan(1_000);
	});

	it("does not begin a wait that it would cut short, and tells the last failure", async () => {
		const headers = { "retry-after": "30" };
		const server = await startServer(() => ({ status: 503, headers, body: { error: "busy" } }));
		const begun = performance.now();
		const error = await failureOf(clientOf(server).retrieve("jo", { totalTimeoutMs: 5_000 }));
		expect(error).toMatchObject({ _tag: "ServerError", body: { error: "busy" }, attempts: 1 });
		expect(performance.now() - begun).toBeLessThan(2_000);
	});

	it("does not begin a backoff that it would cut short; after an attempt's timeout it is the whole call's", async () => {
		vi.mocked(Math.random).mockReturnValue(0.99);
		const server = await startServer(() => undefined);
		const error = await failureOf(clientOf(server).retrieve("jo", { timeoutMs: 50, totalTimeoutMs: 400 }));
		expect(error).toMatchObject({
			_tag: "RequestTimeoutError",
			scope: "total",
			timeoutMs: 400,
			attempts: 1,
		});
	});

	it("does not send what there is no time for", async () => {
		const server = await startServer(() => failing(503));
		const error = await failureOf(
			clientOf(server, {
				totalTimeoutMs: 60,
				hooks: {
					onRetry: () => {
						const end = performance.now() + 80;
						while (performance.now() < end);
					},
				},
			}).retrieve("jo"),
		);
		expect(error).toMatchObject({ _tag: "RequestTimeoutError", scope: "total", attempts: 1 });
		expect(server.requests).toHaveLength(1);
	});
});

describe("an abort", () => {
	const reason = { why: "the user left" };

	it("before the call sends nothing", async () => {
		const server = await startServer(() => ({ body: jo }));
		expect(await failureOf(clientOf(server).retrieve("jo", { signal: AbortSignal.abort(reason) }))).toBe(
			reason,
		);
		expect(server.requests).toEqual([]);
	});

	it("while the answer is awaited rejects with the caller's reason, and closes the connection", async () => {
		let closed = false;
		const controller = new AbortController();
		const server = await startServer((_, response) => {
			response.on("close", () => {
				closed = true;
			});
			controller.abort(reason);
			return undefined;
		});
		expect(await failureOf(clientOf(server).retrieve("jo", { signal: controller.signal }))).toBe(reason);
		await until(() => closed);
		expect(server.requests).toHaveLength(1);
	});

	it("while the body is read rejects with the caller's reason", async () => {
		const controller = new AbortController();
		const server = await startServer((_, response) => {
			setTimeout(() => controller.abort(reason), 30);
			return stall(response);
		});
		expect(await failureOf(clientOf(server).list({}, { signal: controller.signal }))).toBe(reason);
	});

	it("while an error's body is read rejects with the caller's reason", async () => {
		const controller = new AbortController();
		const server = await startServer((_, response) => {
			setTimeout(() => controller.abort(reason), 30);
			return stall(response, 400);
		});
		expect(await failureOf(clientOf(server).retrieve("jo", { signal: controller.signal }))).toBe(reason);
	});

	it("in a wait ends the wait at once", async () => {
		const controller = new AbortController();
		const server = await startServer(() => ({ status: 503, headers: { "retry-after": "3" } }));
		setTimeout(() => controller.abort(reason), 50);
		const begun = performance.now();
		expect(await failureOf(clientOf(server).retrieve("jo", { signal: controller.signal }))).toBe(reason);
		expect(performance.now() - begun).toBeLessThan(1_000);
		expect(server.requests).toHaveLength(1);
	});

	it("while the key function works rejects at once, and nothing is sent when the key comes late", async () => {
		const fetch = vi.fn(async () => Response.json(jo));
		const onRequest = vi.fn();
		const controller = new AbortController();
		let give = (_key: string) => {};
		const apiKey = () => {
			setTimeout(() => controller.abort(reason), 10);
			return new Promise<string>((resolve) => {
				give = resolve;
			});
		};
		const client = clientOf({ url: "http://localhost" }, { apiKey, fetch, hooks: { onRequest } });
		expect(await failureOf(client.retrieve("jo", { signal: controller.signal }))).toBe(reason);
		give("late-key");
		await sleep(20);
		expect(fetch).not.toHaveBeenCalled();
		expect(onRequest).not.toHaveBeenCalled();
	});

	it("ends a call whose `fetch` does not heed its signal", async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(reason), 20);
		const client = clientOf({ url: "http://localhost" }, { fetch: never });
		expect(await failureOf(client.retrieve("jo", { signal: controller.signal }))).toBe(reason);
	});

	it("that comes together with a failure is told, not the failure", async () => {
		const controller = new AbortController();
		const fetch = async () => {
			controller.abort(reason);
			throw new TypeError("fetch failed");
		};
		const client = clientOf({ url: "http://localhost" }, { fetch });
		expect(await failureOf(client.retrieve("jo", { signal: controller.signal }))).toBe(reason);
	});

	it("without a reason of the caller's rejects with the platform's AbortError", async () => {
		const client = clientOf({ url: "http://localhost" }, { fetch: never });
		const error = await failureOf(client.list({}, { signal: AbortSignal.abort() }));
		expect(error).toMatchObject({ name: "AbortError" });
		const late = await failureOf(client.list({}, { signal: AbortSignal.timeout(20) }));
		expect(late).toMatchObject({ name: "TimeoutError" });
	});

	it("still rejects where the caller asked for a result", async () => {
		const client = clientOf({ url: "http://localhost" }, { fetch: never });
		expect(await failureOf(client.retrieve("jo", { signal: AbortSignal.abort(reason) }).result())).toBe(
			reason,
		);
		expect(await failureOf(client.list({}, { signal: AbortSignal.abort(reason) }).result())).toBe(reason);
	});
});

describe("a caller's signal", () => {
	it("has no listener left after 200 calls", async () => {
		const server = await startServer((request) => {
			if (request.url.includes("nobody")) return { status: 404 };
			return request.method === "GET" && !request.url.includes("/jo") ? { body: page(["jo"]) } : { body: jo };
		});
		const client = clientOf(server);
		const { signal } = new AbortController();
		for (let call = 0; call < 50; call++) {
			await client.retrieve("jo", { signal });
			await client.list({}, { signal });
			await client.upsert("jo", {}, { signal });
			await failureOf(client.retrieve("nobody", { signal }));
		}
		expect(getEventListeners(signal, "abort")).toEqual([]);
	});

	it("has no listener left after calls that failed, waited, timed out or were iterated ahead", async () => {
		const server = await startServer((request, response, nth) => {
			if (request.url.includes("slow")) return stall(response);
			if (request.url.includes("busy")) return nth % 2 === 1 ? failing(503) : { body: jo };
			return { body: page([`id${nth}`], true) };
		});
		const client = clientOf(server);
		const { signal } = new AbortController();
		await client.retrieve("busy", { signal });
		await failureOf(client.retrieve("slow", { signal, timeoutMs: 20, maxRetries: 0 }));
		let seen = 0;
		for await (const _ of client.list({}, { signal, prefetch: true })) if (++seen === 5) break;
		expect(getEventListeners(signal, "abort")).toEqual([]);
	});

	it("has no listener left after calls through a middleware and through `pathsClient`", async () => {
		const server = await startServer(inOrder({ body: jo }));
		const client = clientOf(server);
		const api = pathsClient(client);
		const { signal } = new AbortController();
		const params = { path: { id: "jo" } };
		await api.GET("/v2/identities/{id}", { params, signal });
		api.use({ onRequest: () => undefined });
		for (let call = 0; call < 20; call++) {
			await client.retrieve("jo", { signal });
			await api.GET("/v2/identities/{id}", { params, signal });
		}
		expect(getEventListeners(signal, "abort")).toEqual([]);
	});
});
