/** The three views of one call, and that none leaves another's rejection unhandled. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clientOf, failing, failureOf, identity, inOrder, page, startServer } from "./test/server.ts";

const jo = identity("jo");

/** What Node would end the process for. */
const unhandled = vi.fn();
let others: NodeJS.UnhandledRejectionListener[] = [];
beforeEach(() => {
	unhandled.mockReset();
	vi.spyOn(Math, "random").mockReturnValue(0);
	// Vitest's own would fail the run.
	others = process.listeners("unhandledRejection");
	process.removeAllListeners("unhandledRejection");
	process.on("unhandledRejection", unhandled);
});
afterEach(() => {
	process.removeAllListeners("unhandledRejection");
	for (const other of others) process.on("unhandledRejection", other);
	vi.restoreAllMocks();
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a call", () => {
	it("is a promise that is sent at once, and once for all its views", async () => {
		const server = await startServer(() => ({ body: jo }));
		const call = clientOf(server).retrieve("jo");
		expect(call).toBeInstanceOf(Promise);
		await vi.waitFor(() => expect(server.requests).toHaveLength(1));
		expect(await call).toEqual(jo);
		expect((await call.withResponse()).data).toEqual(jo);
		expect(await call.result()).toEqual({ ok: true, data: jo });
		expect(server.requests).toHaveLength(1);
	});

	it("gives status, headers, request id and attempts with its response", async () => {
		const headers = { "X-Request-Id": "req_1", "X-Other": "a" };
		const server = await startServer(inOrder(failing(503), { status: 201, headers, body: jo }));
		const response = await clientOf(server).update("jo", {}).withResponse();
		expect(response).toMatchObject({ status: 201, requestId: "req_1", attempts: 2, data: jo });
		expect(response.headers).toMatchObject({ "x-request-id": "req_1", "x-other": "a" });
	});

	it("gives its failure as a value with `result`", async () => {
		const server = await startServer(() => ({ status: 404 }));
		const result = await clientOf(server).retrieve("nobody").result();
		expect(result).toMatchObject({ ok: false, error: { _tag: "IdentityNotFoundError", id: "nobody" } });
	});

	it("reads a wrapped answer and a bare one alike", async () => {
		const server = await startServer(inOrder({ body: { identity: jo } }, { body: jo }));
		const client = clientOf(server);
		expect(await client.retrieve("jo")).toEqual(jo);
		expect(await client.retrieve("jo")).toEqual(jo);
	});
});

describe("a failing call", () => {
	const failingServer = () => startServer(() => ({ status: 400 }));

	it("whose response is taken leaves nothing unhandled", async () => {
		const client = clientOf(await failingServer());
		expect(await failureOf(client.retrieve("jo").withResponse())).toMatchObject({ status: 400 });
		expect(await failureOf(client.upsert("jo", {}).withResponse())).toMatchObject({ status: 400 });
		expect(await failureOf(client.list().withResponse())).toMatchObject({ status: 400 });
		await settled();
		expect(unhandled).not.toHaveBeenCalled();
	});

	it("whose result is taken leaves nothing unhandled", async () => {
		const client = clientOf(await failingServer());
		expect(await client.retrieve("jo").result()).toMatchObject({ ok: false });
		expect(await client.upsert("jo", {}).result()).toMatchObject({ ok: false });
		expect(await client.list().result()).toMatchObject({ ok: false });
		expect(await client.retrieve("").result()).toMatchObject({ ok: false });
		await settled();
		expect(unhandled).not.toHaveBeenCalled();
	});

	it("that is iterated ahead of or given up leaves nothing unhandled", async () => {
		const server = await startServer((_, __, nth) =>
			nth === 1 ? { body: page(["a"], true) } : { status: 400 },
		);
		for await (const _ of clientOf(server).list({}, { prefetch: true })) {
			await settled();
			break;
		}
		await settled();
		expect(unhandled).not.toHaveBeenCalled();
	});

	it("that nobody looks at is an unhandled rejection, as any promise's", async () => {
		const client = clientOf(await failingServer());
		client.retrieve("jo");
		await vi.waitFor(() => expect(unhandled).toHaveBeenCalledTimes(1));
		client.retrieve("");
		await vi.waitFor(() => expect(unhandled).toHaveBeenCalledTimes(2));
	});

	it("is not sent, and so no rejection, where it is a list that nobody looks at", async () => {
		const server = await failingServer();
		clientOf(server).list();
		await settled();
		expect(unhandled).not.toHaveBeenCalled();
		expect(server.requests).toEqual([]);
	});
});
