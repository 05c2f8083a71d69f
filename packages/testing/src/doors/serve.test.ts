import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { FaultRule } from "../faults/rule.ts";
import { callerOf, pageOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";
import { type Address, serve } from "./serve.ts";

const headers = { authorization: "Bearer test", "content-type": "application/json" };

async function served(rule?: FaultRule, address?: Address) {
	const server = januaryServer({ identities: [{ external_id: "jo", display_name: "日本" }] });
	if (rule) server.fail(rule);
	const { url, close } = await serve(server, address);
	onTestFinished(close);
	return { server, url, close, list: `${url}/v2/identities`, call: callerOf(fetch, url) };
}

/** What arrives on a bare socket, and whether the other side ended it. */
async function received(
	url: string,
	path: string,
	waitMs = 2_000,
): Promise<{ text: string; ended: boolean }> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer test\r\n\r\n`);
	let text = "";
	socket.on("data", (chunk) => {
		text += chunk;
	});
	const ended = await Promise.race([
		new Promise<boolean>((resolve) => socket.once("close", () => resolve(true))),
		new Promise<boolean>((resolve) => setTimeout(resolve, waitMs, false)),
	]);
	socket.destroy();
	return { text, ended };
}

const bodyOf = (text: string): string => text.slice(text.indexOf("\r\n\r\n") + 4);

describe("without faults", () => {
	test("an identity lives its life over a real port", async () => {
		const { call } = await served();
		expect((await call("POST", "/v2/identities", { external_id: "a/b?c#d %" })).status).toBe(201);
		expect((await pageOf(call)).external).toEqual(["a/b?c#d %", "jo"]);
		expect((await call("PATCH", "/v2/identities/a%2Fb%3Fc%23d%20%25", { tags: ["x"] })).json).toMatchObject({
			tags: ["x"],
		});
		expect((await call("DELETE", "/v2/identities/jo")).status).toBe(204);
		expect((await pageOf(call)).external).toEqual(["a/b?c#d %"]);
	});

	test("headers tell the type and the length in bytes, and connections are kept", async () => {
		const { list } = await served();
		const response = await fetch(list, { headers });
		const bytes = (await response.arrayBuffer()).byteLength;
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "application/json",
			"content-length": String(bytes),
			"x-request-id": "req_1",
			connection: "keep-alive",
		});
	});

	test("keepAlive false closes the connection after each answer", async () => {
		const { list } = await served(undefined, { keepAlive: false });
		expect((await fetch(list, { headers })).headers.get("connection")).toBe("close");
	});

	test("the path is recorded as it was sent, dots and all", async () => {
		const { server, url } = await served();
		const { port } = new URL(url);
		await new Promise<void>((resolve) => {
			request({ port, path: "/v2/identities/..?a=1&a=2", headers }, (answer) => {
				answer.resume().on("end", resolve);
			}).end();
		});
		expect(server.requests[0]).toMatchObject({
			operation: "retrieve",
			path: "/v2/identities/..",
			query: { a: ["1", "2"] },
			url: `http://localhost:${port}/v2/identities/..?a=1&a=2`,
		});
	});

	test("a clock that fails is answered with 500 and its error", async () => {
		let broken = false;
		const now = () => {
			if (broken) throw new Error("no time");
			return 0;
		};
		const { url, close } = await serve(januaryServer({ now }));
		onTestFinished(close);
		broken = true;
		expect(await callerOf(fetch, url)("GET", "/v2/identities")).toMatchObject({
			status: 500,
			json: { error: "Error: no time" },
		});
	});
});

describe("faults are real", () => {
	test("reset: the socket closes without a byte", async () => {
		const { url, list, server } = await served({ fault: "reset" });
		expect(await received(url, "/v2/identities")).toEqual({ text: "", ended: true });
		await expect(fetch(list, { headers })).rejects.toThrow(TypeError);
		expect(server.requests).toHaveLength(2);
	});

	test("reset after the write: the identity is there", async () => {
		const { call, server } = await served({ operation: "create", fault: "reset", afterWrite: true });
		await expect(call("POST", "/v2/identities", { external_id: "new" })).rejects.toThrow(TypeError);
		expect(server.identities).toHaveLength(2);
	});

	test("truncated: the length promises more than arrives before the socket closes", async () => {
		const { url, list } = await served({ fault: "truncated", status: 200, body: "日本12" });
		const { text, ended } = await received(url, "/v2/identities");
		expect(ended).toBe(true);
		expect(text.toLowerCase()).toContain("content-length: 8\r\n");
		expect(Buffer.byteLength(bodyOf(text).replace("\ufffd", "-"))).toBe(4);
		const response = await fetch(list, { headers });
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow("terminated");
	});

	test("stalled: half of the body arrives and the socket stays open", async () => {
		const { url } = await served({ fault: "stalled", status: 200, body: "12345678" });
		const { text, ended } = await received(url, "/v2/identities", 50);
		expect({ body: bodyOf(text), ended }).toEqual({ body: "1234", ended: false });
	});

	test("silent: nothing arrives and the socket stays open", async () => {
		const { url } = await served({ fault: "silent" });
		expect(await received(url, "/v2/identities", 50)).toEqual({ text: "", ended: false });
	});

	test("a client that leaves during a delay undoes what was not begun", async () => {
		const { server, list } = await served({ delayMs: 40 });
		const body = JSON.stringify({ external_id: "new" });
		const sent = fetch(list, { method: "POST", headers, body, signal: AbortSignal.timeout(10) });
		await expect(sent).rejects.toThrow();
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(server.requests).toHaveLength(1);
		expect(server.identities).toHaveLength(1);
	});

	test("a client that leaves in the middle of its request is forgotten", async () => {
		const { server, url, call } = await served();
		const { hostname, port } = new URL(url);
		const socket = connect(Number(port), hostname);
		socket.write("POST /v2/identities HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
		await new Promise((resolve) => setTimeout(resolve, 20));
		socket.destroy();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect((await call("GET", "/v2/identities")).status).toBe(200);
		expect(server.requests).toHaveLength(1);
	});

	test("html, garbage, a status with headers and a redirect arrive as they would anywhere", async () => {
		const { server, list } = await served();
		server.fail({ nth: 1, fault: "html", status: 502 });
		server.fail({ nth: 2, fault: "garbage" });
		server.fail({ nth: 3, status: 429, headers: { "retry-after": "7" } });
		server.fail({ nth: 4, fault: "redirect", location: "https://elsewhere.example/" });
		const answers: unknown[] = [];
		for (let call = 0; call < 4; call++) {
			const { status, headers: got } = await fetch(list, { headers, redirect: "manual" });
			answers.push([status, got.get("content-type"), got.get("retry-after"), got.get("location")]);
		}
		expect(answers).toEqual([
			[502, "text/html; charset=utf-8", null, null],
			[200, "application/json", null, null],
			[429, "application/json", "7", null],
			[307, null, null, "https://elsewhere.example/"],
		]);
	});
});

describe("the port", () => {
	test("close ends idle and stalled connections at once, and may be called twice", async () => {
		const { list, close, server } = await served();
		await (await fetch(list, { headers })).text();
		server.fail({ fault: "stalled" });
		const stalled = await fetch(list, { headers });
		const began = Date.now();
		await Promise.all([close(), close()]);
		expect(Date.now() - began).toBeLessThan(1_000);
		await expect(stalled.text()).rejects.toThrow();
		await expect(fetch(list, { headers })).rejects.toThrow(TypeError);
	});

	test("a port that is taken rejects with Node's error", async () => {
		const { url } = await served();
		await expect(serve(januaryServer(), { port: Number(new URL(url).port) })).rejects.toMatchObject({
			code: "EADDRINUSE",
		});
	});

	test("a server on all addresses names the loopback", async () => {
		const { url, list } = await served(undefined, { host: "0.0.0.0" });
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect((await fetch(list, { headers })).status).toBe(200);
	});
});

test("headers that Node won't send lose the connection, not the server", async () => {
	const { list } = await served({ times: 1, headers: { trailer: "x-checksum" } });
	await expect(fetch(list, { headers })).rejects.toThrow("fetch failed");
	expect((await fetch(list, { headers })).status).toBe(200);
});

test("a rule may have the answer sent in chunks", async () => {
	const { list } = await served({ headers: { "transfer-encoding": "chunked" } });
	const response = await fetch(list, { headers });
	expect(response.headers.get("content-length")).toBeNull();
	expect(await response.json()).toMatchObject({ object: "list" });
});
