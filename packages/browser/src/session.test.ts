import { createIdentitiesServer } from "@orq/identities-testing";
import { describe, expect, test, vi } from "vitest";
import { type GetToken, IdentitiesClient, isIdentitiesError } from "./index.ts";

/** A proxy that takes the token `good-token`: the API in memory does as one. */
function signedIn(getToken: GetToken) {
	const server = createIdentitiesServer({ apiKey: "good-token", identities: [{ external_id: "jo" }] });
	const client = new IdentitiesClient({ baseUrl: "https://app.example", fetch: server.fetch, getToken });
	return { client, server };
}

describe("getToken", () => {
	test("gives the token of each attempt", async () => {
		const getToken = vi.fn(async () => "good-token");
		const { client, server } = signedIn(getToken);
		server.fail({ times: 1, status: 503, headers: { "retry-after": "0" } });
		await client.retrieve("jo");
		expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual([
			"Bearer good-token",
			"Bearer good-token",
		]);
		expect(getToken).toHaveBeenCalledTimes(2);
	});

	test.each([undefined, null, ""])("may say that nobody is signed in: %j", async (nobody) => {
		const { client, server } = signedIn(() => nobody);
		await expect(client.retrieve("jo")).rejects.toMatchObject({ _tag: "UnauthorizedError" });
		expect(server.requests.map(({ headers }) => "authorization" in headers)).toEqual([false, false]);
	});

	test("is asked once more after a 401, which counts as no retry", async () => {
		const tokens = ["expired", "good-token"];
		const { client } = signedIn(() => tokens.shift());
		const { attempts } = await client.retrieve("jo", { maxRetries: 0 }).withResponse();
		expect(attempts).toBe(2);
	});

	test("is not asked a third time", async () => {
		const getToken = vi.fn(() => "expired");
		const { client } = signedIn(getToken);
		await expect(client.retrieve("jo")).rejects.toMatchObject({ _tag: "UnauthorizedError", attempts: 2 });
		expect(getToken).toHaveBeenCalledTimes(2);
	});

	test("that fails has the call fail at once, with its own error as the cause and not in words", async () => {
		const cause = new Error("signed out");
		const getToken = vi.fn(() => Promise.reject(cause));
		const { client, server } = signedIn(getToken);
		const failed = await client.retrieve("jo").result();
		expect(failed).toMatchObject({
			ok: false,
			error: { _tag: "InvalidInputError", issues: [{ path: "getToken" }], outcome: "not-sent", cause },
		});
		expect(JSON.stringify(failed)).not.toContain("signed out");
		expect(getToken).toHaveBeenCalledTimes(1);
		expect(server.requests).toEqual([]);
	});

	test("that gives what no header can carry sends nothing and prints nothing of it", async () => {
		const { client, server } = signedIn(() => "top\nsecret");
		const failed = await client.retrieve("jo").result();
		expect(failed).toMatchObject({
			ok: false,
			error: { _tag: "InvalidInputError", issues: [{ path: "getToken" }] },
		});
		expect(JSON.stringify(failed)).not.toContain("secret");
		expect(server.requests).toEqual([]);
	});

	test("gives a token that no error shows, though the server echoes it", async () => {
		const { client, server } = signedIn(() => "good-token");
		server.fail({
			status: 400,
			body: { error: "bad token good-token" },
			headers: { "x-echo": "good-token" },
		});
		const failed = await client.retrieve("jo").result();
		expect(JSON.stringify(failed)).not.toContain("good-token");
	});
});

test("without getToken a 401 fails at once", async () => {
	const server = createIdentitiesServer();
	const client = new IdentitiesClient({ baseUrl: "https://app.example", fetch: server.fetch });
	const error = await client.retrieve("jo").catch((caught: unknown) => caught);
	expect(isIdentitiesError(error, "UnauthorizedError")).toBe(true);
	expect(server.requests).toHaveLength(1);
});
