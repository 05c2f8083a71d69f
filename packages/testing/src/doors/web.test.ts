import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { januaryServer } from "../fixtures/table.ts";

const url = "https://api.example/v2/identities";
const headers = { authorization: "Bearer test", "content-type": "application/json" };
const create = { method: "POST", headers, body: JSON.stringify({ external_id: "new" }) };

describe("fetch takes what the real one takes", () => {
	test("a string, a URL or a Request, and an init that wins over the Request", async () => {
		const server = januaryServer();
		await server.fetch(url, { headers });
		await server.fetch(new URL(url), { headers });
		await server.fetch(new Request(url, { headers }));
		await server.fetch(new Request(url, { headers }), create);
		expect(server.requests.map(({ method, operation }) => [method, operation])).toEqual([
			["GET", "list"],
			["GET", "list"],
			["GET", "list"],
			["POST", "create"],
		]);
	});

	test("a body of any kind", async () => {
		const server = januaryServer();
		for (const body of [
			create.body,
			new Blob([create.body]),
			new TextEncoder().encode(create.body),
			new Response(create.body).body,
		]) {
			await server.fetch(url, { ...create, body, duplex: "half" } as RequestInit);
		}
		await server.fetch(new Request(url, create));
		expect(server.requests.map(({ body }) => body)).toEqual(Array(5).fill(create.body));
	});

	test("taken off the server, it still works", async () => {
		const { fetch } = januaryServer();
		expect((await fetch(url, { headers })).status).toBe(200);
	});

	test("what fetch refuses, it refuses: a line break in a header", async () => {
		const server = januaryServer();
		await expect(server.fetch(url, { headers: { authorization: "Bearer a\nb" } })).rejects.toThrow(TypeError);
		expect(server.requests).toEqual([]);
	});
});

describe("an AbortSignal", () => {
	const reason = new Error("enough");

	test("that has fired sends nothing, and its reason is what fetch rejects with", async () => {
		const server = januaryServer();
		await expect(server.fetch(url, { headers, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		const request = new Request(url, { headers, signal: AbortSignal.abort(reason) });
		await expect(server.fetch(request)).rejects.toBe(reason);
		expect(server.requests).toEqual([]);
	});

	test("ends a delay, and the work is not done", async () => {
		const server = januaryServer();
		server.fail({ delayMs: 60_000 });
		const controller = new AbortController();
		const answer = server.fetch(url, { ...create, signal: controller.signal });
		setTimeout(() => controller.abort(reason), 5);
		await expect(answer).rejects.toBe(reason);
		expect(server.requests).toHaveLength(1);
		expect(server.identities).toEqual([]);
	});

	test("ends the wait for an answer that never comes", async () => {
		const server = januaryServer();
		server.fail({ fault: "silent" });
		const controller = new AbortController();
		const answer = server.fetch(url, { headers, signal: controller.signal });
		setTimeout(() => controller.abort(reason), 5);
		await expect(answer).rejects.toBe(reason);
	});

	test("ends a stalled body, before and while somebody reads", async () => {
		const server = januaryServer();
		server.fail({ fault: "stalled" });
		const reading = new AbortController();
		const text = (await server.fetch(url, { headers, signal: reading.signal })).text();
		setTimeout(() => reading.abort(reason), 5);
		await expect(text).rejects.toBe(reason);
		expect(getEventListeners(reading.signal, "abort")).toEqual([]);

		const early = new AbortController();
		const response = await server.fetch(url, { headers, signal: early.signal });
		early.abort(reason);
		await expect(response.text()).rejects.toBe(reason);
	});

	test("has no listener left after a call, whatever became of it", async () => {
		const server = januaryServer();
		const { signal } = new AbortController();
		server.fail({ nth: 1, delayMs: 1 });
		server.fail({ nth: 2, fault: "stalled" });
		server.fail({ nth: 3, fault: "reset" });
		await server.fetch(url, { headers, signal });
		const stalled = await server.fetch(url, { headers, signal });
		const reader = stalled.body?.getReader();
		await reader?.read();
		void reader?.read();
		await Promise.resolve();
		expect(getEventListeners(signal, "abort")).toHaveLength(1);
		await reader?.cancel();
		await server.fetch(url, { headers, signal }).catch(() => {});
		for (let call = 0; call < 20; call++) await server.fetch(url, { headers, signal });
		expect(getEventListeners(signal, "abort")).toEqual([]);
	});
});

describe("a lost connection", () => {
	test("reset: fetch rejects with a TypeError whose cause has a code", async () => {
		const server = januaryServer();
		server.fail({ fault: "reset" });
		const thrown = await server.fetch(url, { headers }).catch((error: unknown) => error);
		expect(thrown).toBeInstanceOf(TypeError);
		expect(thrown).toMatchObject({ message: "fetch failed", cause: { code: "UND_ERR_SOCKET" } });
	});

	test("truncated: the headers and half of the body arrive before the error", async () => {
		const server = januaryServer();
		server.fail({ fault: "truncated", status: 200, body: "12345678" });
		const response = await server.fetch(url, { headers });
		expect(response.status).toBe(200);
		const reader = response.body?.getReader();
		expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("1234");
		await expect(reader?.read()).rejects.toMatchObject({
			message: "terminated",
			cause: { code: "UND_ERR_SOCKET" },
		});
	});

	test("stalled: half of the body arrives, then nothing", async () => {
		const server = januaryServer();
		server.fail({ fault: "stalled", status: 200, body: "12345678" });
		const reader = (await server.fetch(url, { headers })).body?.getReader();
		expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("1234");
		const later = new Promise((resolve) => setTimeout(resolve, 10, "nothing came"));
		expect(await Promise.race([reader?.read(), later])).toBe("nothing came");
	});
});

describe("redirects", () => {
	const elsewhere = "https://elsewhere.example/v2/identities";
	const redirecting = () => {
		const server = januaryServer();
		server.fail({ operation: "create", fault: "redirect", location: elsewhere, times: 1 });
		return server;
	};

	test("a 307 is followed with the body, and without the key where the origin is another", async () => {
		const server = redirecting();
		await server.fetch(url, create);
		const [first, second] = server.requests;
		expect(second).toMatchObject({ method: "POST", url: elsewhere, body: create.body });
		expect(first?.headers["authorization"]).toBe("Bearer test");
		expect(second?.headers["authorization"]).toBeUndefined();
	});

	test("within the origin the key goes along, relative to the request", async () => {
		const server = januaryServer();
		server.fail({ operation: "list", fault: "redirect", location: "/v2/identities?limit=1", times: 1 });
		expect((await server.fetch(url, { headers })).status).toBe(200);
		expect(server.requests[1]).toMatchObject({ query: { limit: "1" }, headers });
	});

	test("a 303 becomes a GET without a body", async () => {
		const server = januaryServer();
		server.fail({ operation: "create", fault: "redirect", status: 303, location: url, times: 1 });
		expect((await server.fetch(url, create)).status).toBe(200);
		expect(server.requests[1]).toMatchObject({ method: "GET", body: "" });
		expect(server.requests[1]?.headers).not.toHaveProperty("content-type");
	});

	test("manual gives the redirect itself, error rejects", async () => {
		const server = redirecting();
		const answer = await server.fetch(url, { ...create, redirect: "manual" });
		expect([answer.status, answer.headers.get("location")]).toEqual([307, elsewhere]);
		await expect(redirecting().fetch(url, { ...create, redirect: "error" })).rejects.toThrow(TypeError);
		expect(server.requests).toHaveLength(1);
	});

	test("a circle ends", async () => {
		const server = januaryServer();
		server.fail({ fault: "redirect", location: url });
		await expect(server.fetch(url, { headers })).rejects.toThrow("fetch failed");
		expect(server.requests).toHaveLength(21);
	});
});

describe("handle", () => {
	test("answers a Request, and leaves redirects to the caller", async () => {
		const server = januaryServer();
		const { handle } = server;
		expect((await handle(new Request(url, create))).status).toBe(201);
		server.fail({ fault: "redirect", location: "/" });
		expect((await handle(new Request(url, { headers }))).status).toBe(307);
	});

	test("a 204 has no body at all", async () => {
		const server = januaryServer({ identities: [{ external_id: "jo" }] });
		const response = await server.handle(new Request(`${url}/jo`, { method: "DELETE", headers }));
		expect([response.status, response.body]).toEqual([204, null]);
	});
});
