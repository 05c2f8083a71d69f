/** What hooks are told, and that they can't harm a call. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Hooks } from "../index.ts";
import { clientOf, failing, failureOf, identity, inOrder, startServer } from "../test/server.ts";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");

/** Hooks that write down what they are told. */
function listening() {
	const heard: [name: string, info: unknown][] = [];
	const hear = (name: string) => (info: unknown) => heard.push([name, info]);
	const hooks = {
		onRequest: hear("onRequest"),
		onResponse: hear("onResponse"),
		onRetry: hear("onRetry"),
		onError: hear("onError"),
	} satisfies Hooks;
	return { heard, hooks };
}

const about = { operation: "retrieve", method: "GET", path: "/v2/identities/{id}" };

describe("hooks", () => {
	it("are told of each request, answer and retry in order", async () => {
		const id = { "x-request-id": "req_2" };
		const server = await startServer(inOrder(failing(503), { headers: id, body: jo }));
		const { heard, hooks } = listening();
		await clientOf(server, { hooks }).retrieve("jo");
		expect(heard).toEqual([
			["onRequest", { ...about, attempt: 1 }],
			["onResponse", { ...about, attempt: 1, status: 503, requestId: undefined }],
			["onRetry", { ...about, attempt: 1, delayMs: 1, reason: expect.objectContaining({ status: 503 }) }],
			["onRequest", { ...about, attempt: 2 }],
			["onResponse", { ...about, attempt: 2, status: 200, requestId: "req_2" }],
		]);
	});

	it("are told of the error that the call fails with", async () => {
		const server = await startServer(() => ({ status: 404 }));
		const { heard, hooks } = listening();
		const error = await failureOf(clientOf(server, { hooks }).retrieve("jo"));
		expect(heard.at(-1)).toEqual(["onError", { ...about, attempt: 1, error }]);
		expect(heard.map(([name]) => name)).toEqual(["onRequest", "onResponse", "onError"]);
	});

	it("are told neither the id nor the query's values", async () => {
		const server = await startServer(() => failing(500));
		const { heard, hooks } = listening();
		await failureOf(clientOf(server, { hooks }).list({ search: "jo@example.com" }));
		await failureOf(clientOf(server, { hooks }).retrieve("jo@example.com", { maxRetries: 0 }));
		const withoutErrors = heard.filter(([name]) => name !== "onError" && name !== "onRetry");
		expect(JSON.stringify(withoutErrors)).not.toContain("example.com");
	});

	it("that throw break no call", async () => {
		const server = await startServer(inOrder(failing(503), { body: jo }, { status: 404 }));
		const fail = () => {
			throw new Error("a bug");
		};
		const hooks = { onRequest: fail, onResponse: fail, onRetry: fail, onError: fail };
		const client = clientOf(server, { hooks });
		expect(await client.retrieve("jo")).toEqual(jo);
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({ _tag: "IdentityNotFoundError" });
	});

	it("that reject break no call, and are no unhandled rejections", async () => {
		const unhandled = vi.fn();
		process.on("unhandledRejection", unhandled);
		const server = await startServer(inOrder(failing(503), { body: jo }, { status: 404 }));
		const fail = () => Promise.reject(new Error("a bug"));
		const client = clientOf(server, {
			hooks: { onRequest: fail, onResponse: fail, onRetry: fail, onError: fail },
		});
		expect(await client.retrieve("jo")).toEqual(jo);
		await failureOf(client.retrieve("jo"));
		await new Promise((resolve) => setTimeout(resolve, 20));
		process.off("unhandledRejection", unhandled);
		expect(unhandled).not.toHaveBeenCalled();
	});

	it("that are no functions, or null in JavaScript, break no call", async () => {
		const server = await startServer(() => ({ body: jo }));
		for (const hooks of [null, { onRequest: "log" }]) {
			expect(await clientOf(server, { hooks: hooks as unknown as Hooks }).retrieve("jo")).toEqual(jo);
		}
	});

	it("are not told of an abort", async () => {
		const { heard, hooks } = listening();
		const fetch = () => new Promise<never>(() => {});
		const client = clientOf({ url: "http://localhost" }, { hooks, fetch });
		await failureOf(client.retrieve("jo", { signal: AbortSignal.timeout(20) }));
		expect(heard.map(([name]) => name)).toEqual(["onRequest"]);
	});
});
