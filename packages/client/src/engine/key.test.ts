/** The API key: where it comes from, when it is asked for, and that it never shows. */
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, IdentitiesClient, UnauthorizedError } from "../index.ts";
import {
	clientOf,
	cut,
	failing,
	failureOf,
	identity,
	inOrder,
	key,
	stall,
	startServer,
} from "../test/server.ts";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");
const refused = { status: 401, body: { error: "this key is not valid" } };

const keysOf = (requests: readonly { readonly headers: { readonly authorization?: string | undefined } }[]) =>
	requests.map(({ headers }) => headers.authorization);

describe("a key", () => {
	it("that is text goes out as a bearer token", async () => {
		const server = await startServer(() => ({ body: jo }));
		await clientOf(server).retrieve("jo");
		expect(keysOf(server.requests)).toEqual([`Bearer ${key}`]);
	});

	it("that is text and refused fails at once", async () => {
		const server = await startServer(() => refused);
		const error = await failureOf(clientOf(server).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "UnauthorizedError", attempts: 1, outcome: "rejected" });
		expect(server.requests).toHaveLength(1);
	});
});

describe("a key function", () => {
	it("is called for each attempt", async () => {
		const server = await startServer(inOrder(failing(503), failing(503), { body: jo }));
		let given = 0;
		await clientOf(server, { apiKey: () => `key-${++given}` }).retrieve("jo");
		expect(keysOf(server.requests)).toEqual(["Bearer key-1", "Bearer key-2", "Bearer key-3"]);
	});

	it("is called once more after a 401, and that is no retry", async () => {
		const server = await startServer(inOrder(refused, { body: jo }));
		const keys = ["old-key", "new-key"];
		const onRetry = vi.fn();
		const client = clientOf(server, { apiKey: async () => keys.shift() ?? "", hooks: { onRetry } });
		const { attempts } = await client.retrieve("jo", { maxRetries: 0 }).withResponse();
		expect(attempts).toBe(2);
		expect(keysOf(server.requests)).toEqual(["Bearer old-key", "Bearer new-key"]);
		expect(onRetry).not.toHaveBeenCalled();
	});

	it("is called once more after a 401 for a create, too, which has written nothing", async () => {
		const server = await startServer(inOrder(refused, { status: 201, body: jo }));
		await clientOf(server, { apiKey: () => "a-key" }).create({ external_id: "jo" });
		expect(server.requests).toHaveLength(2);
	});

	it("is called only once more in a call", async () => {
		const server = await startServer(() => refused);
		const error = await failureOf(clientOf(server, { apiKey: () => "a-key" }).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "UnauthorizedError", attempts: 2 });
		expect(server.requests).toHaveLength(2);
	});

	it("that fails makes the call fail before anything is sent, with what it threw as the cause", async () => {
		const server = await startServer(() => ({ body: jo }));
		const cause = new Error("the vault is locked: opened with hunter2");
		const apiKeys: ClientOptions["apiKey"][] = [
			() => Promise.reject(cause),
			() => {
				throw cause;
			},
		];
		for (const apiKey of apiKeys) {
			const { error } = expectFailed(await clientOf(server, { apiKey }).retrieve("jo").result());
			expect(error).toMatchObject({
				_tag: "InvalidInputError",
				operation: "retrieve",
				attempts: 0,
				outcome: "not-sent",
				cause,
				issues: [{ path: "apiKey" }],
			});
			expect(error.message).not.toContain("hunter2");
			expect(JSON.stringify(error)).not.toContain("hunter2");
		}
		expect(server.requests).toEqual([]);
	});

	it.each([
		new DOMException("the vault's own", "AbortError"),
		new DOMException("the vault's own", "TimeoutError"),
		new UnauthorizedError(),
	])("that fails with %s is neither the caller's abort nor the API's word", async (cause) => {
		const server = await startServer(() => ({ body: jo }));
		const apiKey = () => Promise.reject(cause);
		const { error } = expectFailed(await clientOf(server, { apiKey }).retrieve("jo").result());
		expect(error).toMatchObject({ _tag: "InvalidInputError", attempts: 0, cause });
		expect(server.requests).toEqual([]);
	});

	it.each([
		["nothing", undefined],
		["an empty text", ""],
		["a number", 42],
		["a text with a line break", "abc\ndef"],
	])("that gives %s is refused", async (_, given) => {
		const server = await startServer(() => ({ body: jo }));
		const apiKey = (() => given) as () => string;
		const error = await failureOf(clientOf(server, { apiKey }).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "InvalidInputError", attempts: 0, operation: "retrieve" });
		expect(inspect(error)).not.toContain("abc");
		expect(server.requests).toEqual([]);
	});
});

function expectFailed<Failure>(result: { ok: true } | { ok: false; error: Failure }) {
	if (result.ok) throw new Error("It was to fail.");
	return result;
}

/** Everything that ends in logs. */
const shown = (value: unknown): string =>
	[inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value), String(value)].join("\n");

describe("a key that the server echoes", () => {
	const echoing = {
		headers: { "x-echo": `Bearer ${key}`, "x-request-id": `req-${key}`, "retry-after-ms": "1" },
		body: { error: `the key ${key} is not valid`, detail: { key, encoded: encodeURIComponent(key) } },
	};

	it.each([400, 401, 403, 404, 409, 429, 500, 302])(
		"with a %i shows nowhere in the error",
		async (status) => {
			const server = await startServer(() => ({ ...echoing, status }));
			const hooks = { onRetry: vi.fn(), onError: vi.fn(), onResponse: vi.fn(), onRequest: vi.fn() };
			const error = await failureOf(clientOf(server, { hooks }).update("jo", {}));
			expect(error).toMatchObject({ status });
			expect(shown(error)).not.toContain(key);
			for (const hook of Object.values(hooks)) expect(shown(hook.mock.calls)).not.toContain(key);
		},
	);

	it("in the status text shows nowhere", async () => {
		const server = await startServer((_, response) => {
			response.writeHead(400, `bad ${key}`).end(`bad ${key}`);
			return undefined;
		});
		expect(shown(await failureOf(clientOf(server).retrieve("jo")))).not.toContain(key);
	});

	it("with a success that can't be read shows nowhere", async () => {
		const server = await startServer(() => ({ ...echoing, status: 200 }));
		const error = await failureOf(clientOf(server).retrieve("jo"));
		expect(error).toMatchObject({ _tag: "DecodeError" });
		expect(shown(error)).not.toContain(key);
	});

	it("in the headers of a body that stalls or is cut shows nowhere", async () => {
		for (const end of [stall, cut]) {
			const server = await startServer((_, response) => {
				response.setHeader("x-echo", key);
				return end(response, 403);
			});
			const error = await failureOf(clientOf(server, { timeoutMs: 100 }).retrieve("jo"));
			expect(error).toMatchObject({ _tag: "ForbiddenError", headers: { "x-echo": "…" } });
			expect(shown(error)).not.toContain(key);
		}
	});

	it("as an escape in JSON shows nowhere", async () => {
		const apiKey = "abc/def+ghi";
		const server = await startServer(() => ({ status: 401, body: '{"error":"abc\\/def\\u002bghi"}' }));
		expect(shown(await failureOf(clientOf(server, { apiKey }).retrieve("jo")))).not.toContain(apiKey);
	});

	it("in what `fetch` throws does not show in the message", async () => {
		const fetch = () => Promise.reject(new Error(`can't send ${key}`));
		const error = await failureOf(
			clientOf({ url: "http://localhost" }, { fetch }).create({ external_id: "jo" }),
		);
		expect((error as Error).message).toContain("can't send …");
	});
});

describe("a client", () => {
	it("does not show its key", () => {
		const client = new IdentitiesClient({ apiKey: key, headers: { "x-team": "blue" } });
		expect(shown(client)).not.toContain(key);
		expect(shown(client.list())).not.toContain(key);
	});
});
