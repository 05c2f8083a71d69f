/** What is repeated, how often and after which wait, and what a call of several attempts says at its end. */
import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnyIdentitiesError } from "../index.ts";
import {
	clientOf,
	cut,
	failing,
	failureOf,
	identity,
	inOrder,
	page,
	reset,
	sleep,
	stall,
	startServer,
	unusedUrl,
} from "../test/server.ts";

// A failed connection is tried again at once.
beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");

describe("a call", () => {
	it("is repeated after 503 and gives the answer that comes at last", async () => {
		const server = await startServer(inOrder(failing(503), failing(503), { body: jo }));
		const { data, attempts } = await clientOf(server).retrieve("jo").withResponse();
		expect(data).toEqual(jo);
		expect(attempts).toBe(3);
	});

	it("is repeated twice at most unless `maxRetries` says otherwise", async () => {
		const server = await startServer(() => failing(500));
		const error = await failureOf(clientOf(server).list());
		expect(error).toMatchObject({ _tag: "ServerError", attempts: 3 });
		await failureOf(clientOf(server).list({}, { maxRetries: 0 }));
		expect(server.requests).toHaveLength(4);
		await failureOf(clientOf(server, { maxRetries: 4 }).list());
		expect(server.requests).toHaveLength(9);
	});

	it.each([408, 429, 500, 502, 503, 504, 599])("is repeated after %i", async (status) => {
		const server = await startServer(inOrder(failing(status), { body: jo }));
		await clientOf(server).retrieve("jo");
		expect(server.requests).toHaveLength(2);
	});

	it.each([400, 401, 403, 404, 409, 422, 501, 505])("is not repeated after %i", async (status) => {
		const server = await startServer(() => failing(status));
		await failureOf(clientOf(server).retrieve("jo"));
		expect(server.requests).toHaveLength(1);
	});

	it("is repeated after a connection that broke off before the answer, and inside it", async () => {
		const server = await startServer((_, response, nth) => {
			if (nth === 1) return reset(response);
			return nth === 2 ? cut(response) : { body: page(["jo"]) };
		});
		const { attempts } = await clientOf(server).list().withResponse();
		expect(attempts).toBe(3);
	});

	it("is not repeated after an answer that is not what was promised", async () => {
		const server = await startServer(() => ({ body: "<title>Login</title>" }));
		const error = await failureOf(clientOf(server).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "DecodeError", status: 200, attempts: 1, outcome: "unknown" });
		expect(server.requests).toHaveLength(1);
	});

	it("waits as long as `retry-after` says before it is repeated", async () => {
		const server = await startServer(
			inOrder({ status: 429, headers: { "retry-after": "0.12" } }, { body: jo }),
		);
		const begun = performance.now();
		await clientOf(server).retrieve("jo");
		expect(performance.now() - begun).toBeGreaterThanOrEqual(115);
	});

	it("fails at once where `retry-after` is absurdly long, and says a number", async () => {
		const headers = { "retry-after": "9".repeat(400) };
		const server = await startServer(() => ({ status: 429, headers }));
		const error = await failureOf(clientOf(server).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "RateLimitError", attempts: 1 });
		expect((error as Error).message).toMatch(/\(retry after \d+ s\)/);
	});

	it("fails at once where `retry-after` is longer than a minute, and says how long", async () => {
		const server = await startServer(() => ({ status: 429, headers: { "retry-after": "600" } }));
		const error = await failureOf(clientOf(server).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "RateLimitError", retryAfterMs: 600_000, attempts: 1 });
		expect((error as Error).message).toContain("600 s");
	});

	it("lets go of the body of an answer that it repeats", async () => {
		let closed = 0;
		const server = await startServer((_, response, nth) => {
			if (nth > 1) return { body: jo };
			response.on("close", () => closed++);
			response.writeHead(503, { "retry-after-ms": "1", "content-length": "1000000" });
			response.write("x".repeat(1000));
			return undefined;
		});
		await clientOf(server).retrieve("jo");
		await vi.waitFor(() => expect(closed).toBe(1));
	});
});

describe("create", () => {
	it.each([500, 503, 408])(
		"is sent once where the server answers %i, since it may have happened",
		async (status) => {
			const server = await startServer(() => failing(status));
			const error = await failureOf(clientOf(server).create({ external_id: "jo" }));
			expect(error).toMatchObject({ status, outcome: "unknown", attempts: 1 });
			expect(server.requests).toHaveLength(1);
		},
	);

	it("is sent once where the connection breaks off", async () => {
		const server = await startServer((_, response) => reset(response));
		const error = await failureOf(clientOf(server).create({ external_id: "jo" }));
		expect(error).toMatchObject({ _tag: "ConnectionError", outcome: "unknown", attempts: 1 });
		expect(server.requests).toHaveLength(1);
	});

	it("is repeated after 429, which proves that nothing was written", async () => {
		const server = await startServer(inOrder(failing(429), { status: 201, body: jo }));
		await clientOf(server).create({ external_id: "jo" });
		expect(server.requests).toHaveLength(2);
	});

	it("is repeated where nobody listens, and says `not-sent` at last", async () => {
		const onRetry = vi.fn();
		const client = clientOf({ url: await unusedUrl() }, { hooks: { onRetry } });
		const error = await failureOf(client.create({ external_id: "jo" }));
		expect(error).toMatchObject({ _tag: "ConnectionError", outcome: "not-sent", attempts: 3 });
		expect((error as Error).message).toContain("ECONNREFUSED");
		expect(onRetry).toHaveBeenCalledTimes(2);
	});
});

describe("delete", () => {
	it("has succeeded where an earlier attempt is in doubt and the identity is gone", async () => {
		const server = await startServer((_, response, nth) =>
			nth === 1 ? reset(response) : { status: 404, body: { error: "no such identity" } },
		);
		const answer = await clientOf(server).delete("jo").withResponse();
		expect(answer).toMatchObject({ data: undefined, status: 404, attempts: 2 });
	});

	it("fails where the identity was not there and no attempt is in doubt", async () => {
		const server = await startServer(inOrder(failing(429), { status: 404 }));
		expect(await failureOf(clientOf(server).delete("jo"))).toMatchObject({
			_tag: "IdentityNotFoundError",
			id: "jo",
			attempts: 2,
			outcome: "rejected",
		});
	});

	it("gives nothing, whatever a success carries", async () => {
		const server = await startServer(inOrder({ body: { _id: "x" } }, { body: "<html>" }, { status: 204 }));
		const client = clientOf(server);
		for (let nth = 0; nth < 3; nth++) expect(await client.delete("jo")).toBeUndefined();
	});
});

describe("the outcome of a failed call", () => {
	it("is the least certain one of its attempts", async () => {
		const server = await startServer(inOrder(failing(503), failing(429), failing(400)));
		const error = await failureOf(clientOf(server).update("jo", { display_name: "Jo" }));
		expect(error).toMatchObject({ status: 400, outcome: "unknown", attempts: 3 });
	});

	it("is `rejected` where every attempt was refused", async () => {
		const server = await startServer(inOrder(failing(429), failing(400)));
		const error = await failureOf(clientOf(server).update("jo", { display_name: "Jo" }));
		expect(error).toMatchObject({ status: 400, outcome: "rejected", attempts: 2 });
	});
});

describe("the token bucket of a client", () => {
	it("runs dry over many calls, so that they then fail after one attempt, and fills again with successes", async () => {
		let status = 503;
		const server = await startServer(() => (status === 200 ? { body: jo } : failing(status)));
		const client = clientOf(server);
		const attempts: (number | undefined)[] = [];
		// 500 tokens, 5 for a retry: 100 retries, 2 in each of 50 calls.
		for (let call = 0; call < 52; call++) {
			attempts.push(((await failureOf(client.retrieve("jo"))) as AnyIdentitiesError).attempts);
		}
		expect(attempts).toEqual([...Array(50).fill(3), 1, 1]);
		status = 200;
		for (let call = 0; call < 5; call++) await client.retrieve("jo");
		status = 503;
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({ attempts: 2 });
		expect(await failureOf(client.retrieve("jo"))).toMatchObject({ attempts: 1 });
		expect(await failureOf(clientOf(server).retrieve("jo"))).toMatchObject({ attempts: 3 });
	});

	it("gives back what a call's last retry took when the call succeeds", async () => {
		const server = await startServer((_, __, nth) => (nth % 2 === 1 ? failing(503) : { body: jo }));
		const client = clientOf(server);
		for (let call = 0; call < 120; call++) await client.retrieve("jo");
		expect(server.requests).toHaveLength(240);
	});
});

describe("an error's body", () => {
	it("that stalls does not hide the status", async () => {
		const server = await startServer((_, response) => stall(response, 404));
		const error = await failureOf(clientOf(server).retrieve("jo", { timeoutMs: 100 }));
		expect(error).toMatchObject({ _tag: "IdentityNotFoundError", status: 404, attempts: 1 });
	});

	it("that is cut does not hide the status", async () => {
		const server = await startServer((_, response) => cut(response, 403));
		const error = await failureOf(clientOf(server).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "ForbiddenError", status: 403, attempts: 1 });
	});

	it("is read anew for each attempt", async () => {
		const server = await startServer((_, response, nth) => {
			if (nth === 1) return failing(503, { error: "first" });
			return nth === 2 ? stall(response) : failing(500, { error: "last" });
		});
		const error = await failureOf(clientOf(server, { timeoutMs: 100 }).retrieve("jo"));
		expect(error).toMatchObject({ status: 500, body: { error: "last" }, attempts: 3 });
	});
});

describe("redirects", () => {
	it.each([301, 302, 303, 307, 308])("of status %i are not followed", async (status) => {
		const elsewhere = await startServer(() => ({ body: jo }));
		const headers = { location: `${elsewhere.url}/v2/identities` };
		const server = await startServer(() => ({ status, headers }));
		const error = await failureOf(clientOf(server).create({ external_id: "jo" }));
		expect(error).toMatchObject({ _tag: "UnexpectedStatusError", status, outcome: "rejected" });
		expect(elsewhere.requests).toEqual([]);
	});

	it("that a browser hides are not followed either", async () => {
		const fetch = async () => Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
		const error = await failureOf(clientOf({ url: "http://localhost" }, { fetch }).retrieve("jo"));
		expect(error).toMatchObject({
			_tag: "UnexpectedStatusError",
			status: 0,
			outcome: "rejected",
			attempts: 1,
		});
	});
});

describe("`fetch`", () => {
	it("is looked up when a call is made, since users patch it", async () => {
		const client = clientOf({ url: "http://localhost:1" });
		const patched = vi.fn(async () => Response.json(jo));
		vi.stubGlobal("fetch", patched);
		try {
			expect(await client.retrieve("jo")).toEqual(jo);
		} finally {
			vi.unstubAllGlobals();
		}
		expect(patched).toHaveBeenCalledTimes(1);
	});

	it("is not called as somebody's method", async () => {
		const receivers: unknown[] = [];
		const fetch = async function (this: unknown) {
			receivers.push(this);
			return Response.json(jo);
		};
		await clientOf({ url: "http://localhost:1" }, { fetch }).retrieve("jo");
		expect(receivers).toEqual([undefined]);
	});

	it("that throws at once is taken as one that rejects, and leaves nothing behind", async () => {
		const fetch = () => {
			throw new TypeError("no network");
		};
		const { signal } = new AbortController();
		const error = await failureOf(clientOf({ url: "http://localhost:1" }, { fetch }).list({}, { signal }));
		expect(error).toMatchObject({ _tag: "ConnectionError", attempts: 3, outcome: "unknown" });
		expect(getEventListeners(signal, "abort")).toEqual([]);
	});

	it("that throws something that is no error gives a ConnectionError with it as the cause", async () => {
		const fetch = () => Promise.reject("down");
		const error = await failureOf(clientOf({ url: "http://localhost:1" }, { fetch }).list());
		expect(error).toMatchObject({ _tag: "ConnectionError", cause: "down", attempts: 3, outcome: "unknown" });
	});

	it("that gives no Response gives a ConnectionError", async () => {
		const fetch = (async () => undefined) as unknown as typeof globalThis.fetch;
		const error = await failureOf(clientOf({ url: "http://localhost:1" }, { fetch }).list());
		expect(error).toMatchObject({ _tag: "ConnectionError" });
	});

	it("is told not to use a cache for a GET", async () => {
		const modes: unknown[] = [];
		const fetch = async (_: unknown, init?: RequestInit) => {
			modes.push(init?.cache);
			return Response.json(jo);
		};
		const client = clientOf({ url: "http://localhost:1" }, { fetch });
		await client.retrieve("jo");
		await client.update("jo", {});
		expect(modes).toEqual(["no-store", undefined]);
	});

	it("that answers after its attempt has timed out changes nothing any more", async () => {
		const late: Response[] = [];
		const onResponse = vi.fn();
		let sent = 0;
		const fetch = async () => {
			if (++sent > 1) return Response.json(jo);
			await sleep(120);
			late.push(new Response("busy", { status: 503 }));
			return late[0] as Response;
		};
		const client = clientOf({ url: "http://localhost:1" }, { fetch, timeoutMs: 50, hooks: { onResponse } });
		const { attempts } = await client.retrieve("jo").withResponse();
		expect(attempts).toBe(2);
		await vi.waitFor(() => expect(late).toHaveLength(1));
		await sleep(20);
		expect(onResponse).toHaveBeenCalledTimes(1);
		expect(late[0]?.bodyUsed).toBe(true);
	});
});
