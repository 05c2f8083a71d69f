import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callerOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";

const jo = { external_id: "jo" };
const started = () => {
	const server = januaryServer({ identities: [jo] });
	return { server, call: callerOf(server.fetch) };
};
const create = (call: ReturnType<typeof callerOf>) => call("POST", "/v2/identities", { external_id: "new" });

describe("a status", () => {
	test("is answered in the place of the operation, which is not done", async () => {
		const { server, call } = started();
		server.fail({
			operation: "create",
			status: 503,
			headers: { "Retry-After": "1" },
			body: { error: "busy" },
		});
		const { status, headers, json } = await create(call);
		expect({ status, wait: headers.get("retry-after"), json }).toEqual({
			status: 503,
			wait: "1",
			json: { error: "busy" },
		});
		expect(server.identities).toHaveLength(1);
	});

	test("has a body of its own from 400 on, and none below", async () => {
		const { server, call } = started();
		server.fail({ status: 418, times: 1 });
		server.fail({ status: 202, times: 1 });
		expect(await create(call)).toMatchObject({ status: 418, json: { error: "A 418, as asked for." } });
		expect(await create(call)).toMatchObject({ status: 202, json: undefined });
	});

	test("a string is sent as it is", async () => {
		const { server } = started();
		server.fail({ status: 500, body: "upstream is down" });
		const response = await server.fetch("https://api.example/");
		expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
		expect(await response.text()).toBe("upstream is down");
	});

	test("comes before the key is looked at, and with afterWrite once the operation is done", async () => {
		const { server, call } = started();
		server.fail({ operation: "create", status: 503, afterWrite: true, times: 1 });
		expect((await create(call)).status).toBe(503);
		expect(server.identities).toHaveLength(2);
		server.fail({ status: 500 });
		expect((await server.fetch("https://api.example/")).status).toBe(500);
	});
});

describe("headers alone", () => {
	test("are laid over the operation's own answer, the request id too", async () => {
		const { server, call } = started();
		server.fail({ headers: { "X-Request-Id": "mine", "x-extra": "1" } });
		const { status, headers } = await create(call);
		expect(status).toBe(201);
		expect([headers.get("x-request-id"), headers.get("x-extra")]).toEqual(["mine", "1"]);
	});
});

describe("a page in the place of JSON", () => {
	test("html: a 200 without the work, or the status that is asked for", async () => {
		const { server } = started();
		server.fail({ fault: "html", times: 1 });
		server.fail({ fault: "html", status: 502 });
		const request = { method: "DELETE", headers: { authorization: "Bearer test" } };
		const first = await server.fetch("https://api.example/v2/identities/jo", request);
		expect([first.status, first.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
		expect(await first.text()).toContain("<title>200 from a proxy</title>");
		expect((await server.fetch("https://api.example/v2/identities/jo", request)).status).toBe(502);
		expect(server.identities).toHaveLength(1);
	});

	test("garbage: the success status of something that was done, with JSON that breaks off", async () => {
		const { server, call } = started();
		server.fail({ operation: "create", fault: "garbage" });
		await expect(create(call)).rejects.toThrow(SyntaxError);
		expect(server.identities).toHaveLength(2);
	});

	test("garbage with afterWrite false leaves everything as it was", async () => {
		const { server, call } = started();
		server.fail({ operation: "create", fault: "garbage", afterWrite: false });
		await expect(create(call)).rejects.toThrow(SyntaxError);
		expect(server.identities).toHaveLength(1);
	});
});

describe("an answer that gets lost", () => {
	test("reset: nothing was done, or with afterWrite it was", async () => {
		const { server, call } = started();
		server.fail({ operation: "create", fault: "reset", times: 1 });
		server.fail({ operation: "create", fault: "reset", times: 1, afterWrite: true });
		await expect(create(call)).rejects.toThrow(TypeError);
		expect(server.identities).toHaveLength(1);
		await expect(create(call)).rejects.toThrow(TypeError);
		expect(server.identities).toHaveLength(2);
	});

	test("truncated: it was done, and so it was where the answer has no body to cut", async () => {
		const { server, call } = started();
		server.fail({ fault: "truncated" });
		await expect(create(call)).rejects.toThrow("terminated");
		expect(server.identities).toHaveLength(2);
		await expect(call("DELETE", "/v2/identities/jo")).rejects.toThrow("fetch failed");
		expect(server.identities).toHaveLength(1);
	});

	test("a status can be cut as well", async () => {
		const { server, call } = started();
		server.fail({ fault: "truncated", status: 503, body: "half of this" });
		await expect(create(call)).rejects.toThrow("terminated");
		expect(server.identities).toHaveLength(1);
	});
});

describe("a delay", () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test("comes before the work", async () => {
		const { server, call } = started();
		server.fail({ operation: "create", delayMs: 1_000 });
		const answer = create(call);
		await vi.advanceTimersByTimeAsync(999);
		expect(server.identities).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1);
		expect((await answer).status).toBe(201);
	});

	test("comes between the work and the answer with afterWrite", async () => {
		const { server, call } = started();
		server.fail({ operation: "create", delayMs: 1_000, afterWrite: true });
		const answer = create(call);
		await vi.advanceTimersByTimeAsync(999);
		expect(server.identities).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(1);
		expect((await answer).status).toBe(201);
		expect(server.identities).toHaveLength(2);
	});

	test("goes with any fault", async () => {
		const { server, call } = started();
		server.fail({ delayMs: 1_000, status: 503 });
		const answer = create(call);
		await vi.advanceTimersByTimeAsync(1_000);
		expect((await answer).status).toBe(503);
	});
});
