/** Create or update by external id: every way it can go, two rounds at most. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RequestOptions, UpsertIdentityRequest } from "./index.ts";
import {
	clientOf,
	failing,
	failureOf,
	identity,
	inOrder,
	type Reply,
	reset,
	sleep,
	startServer,
} from "./test/server.ts";

beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const jo = identity("jo");
const updated: Reply = { status: 200, body: jo };
const created: Reply = { status: 201, body: jo };
const missing: Reply = { status: 404, body: { message: "no such identity" } };
const taken: Reply = { status: 409, body: { error: "taken" } };

/** Upserts against a server that gives these answers; an undefined one drops the connection. */
async function upserted(replies: readonly (Reply | undefined)[], options?: RequestOptions) {
	const server = await startServer((_, response, nth) => replies[nth - 1] ?? reset(response));
	const result = await clientOf(server).upsert("jo", { display_name: "Jo" }, options).result();
	return { result, methods: server.requests.map(({ method }) => method), requests: server.requests };
}

describe("upsert", () => {
	it("updates where the identity is there", async () => {
		const { result, methods, requests } = await upserted([updated]);
		expect(result).toEqual({ ok: true, data: jo });
		expect(methods).toEqual(["PATCH"]);
		expect(requests[0]).toMatchObject({ url: "/v2/identities/jo", body: '{"display_name":"Jo"}' });
	});

	it("creates where it is not", async () => {
		const { result, methods, requests } = await upserted([missing, created]);
		expect(result).toEqual({ ok: true, data: jo });
		expect(methods).toEqual(["PATCH", "POST"]);
		expect(JSON.parse(requests[1]?.body ?? "")).toEqual({ external_id: "jo", display_name: "Jo" });
	});

	it.each([400, 409, 422])(
		"updates once more where create is refused with %i, since somebody was faster",
		async (status) => {
			const { result, methods } = await upserted([missing, { status }, updated]);
			expect(result).toMatchObject({ ok: true });
			expect(methods).toEqual(["PATCH", "POST", "PATCH"]);
		},
	);

	it("fails with create's error where it is refused and the identity is still not there", async () => {
		const { result, methods } = await upserted([missing, taken, missing]);
		expect(result).toMatchObject({
			ok: false,
			error: { _tag: "ConflictError", body: { error: "taken" }, attempts: 3, outcome: "rejected" },
		});
		expect(methods).toEqual(["PATCH", "POST", "PATCH"]);
	});

	it("updates once more where create's outcome is unknown", async () => {
		const { result, methods } = await upserted([missing, undefined, updated]);
		expect(result).toMatchObject({ ok: true });
		expect(methods).toEqual(["PATCH", "POST", "PATCH"]);
	});

	it("creates once more where create's outcome was unknown and the identity is not there", async () => {
		const { result, methods } = await upserted([missing, failing(500), missing, created]);
		expect(result).toMatchObject({ ok: true });
		expect(methods).toEqual(["PATCH", "POST", "PATCH", "POST"]);
	});

	it("ends after two rounds, with the attempts and doubts of all steps", async () => {
		const { result, methods } = await upserted([missing, undefined, missing, taken]);
		expect(result).toMatchObject({
			ok: false,
			error: { _tag: "ConflictError", attempts: 4, outcome: "unknown" },
		});
		expect(methods).toEqual(["PATCH", "POST", "PATCH", "POST"]);
	});

	it.each([401, 403])("fails at once where create is refused with %i", async (status) => {
		const { result, methods } = await upserted([missing, { status }]);
		expect(result).toMatchObject({ ok: false, error: { status, attempts: 2, outcome: "rejected" } });
		expect(methods).toEqual(["PATCH", "POST"]);
	});

	it.each([400, 401, 409, 422])("fails at once where update is refused with %i", async (status) => {
		const { result, methods } = await upserted([{ status }]);
		expect(result).toMatchObject({ ok: false, error: { status, attempts: 1 } });
		expect(methods).toEqual(["PATCH"]);
	});

	it("does not take an update's doubts for create's: a refused create is not repeated", async () => {
		const { result, methods } = await upserted([failing(503), missing, taken, missing, created]);
		expect(result).toMatchObject({
			ok: false,
			error: { _tag: "ConflictError", attempts: 4, outcome: "unknown" },
		});
		expect(methods).toEqual(["PATCH", "PATCH", "POST", "PATCH"]);
	});

	it("counts the attempts of all steps", async () => {
		const server = await startServer(inOrder(failing(503), missing, failing(429), created));
		const { attempts, status } = await clientOf(server).upsert("jo", {}).withResponse();
		expect({ attempts, status }).toEqual({ attempts: 4, status: 201 });
	});

	it("has one total time for all steps", async () => {
		const server = await startServer(async ({ method }) => {
			await sleep(90);
			return method === "PATCH" ? missing : taken;
		});
		const begun = performance.now();
		const error = await failureOf(clientOf(server).upsert("jo", {}, { totalTimeoutMs: 150 }));
		expect(error).toMatchObject({ _tag: "RequestTimeoutError", scope: "total", timeoutMs: 150, attempts: 2 });
		expect(performance.now() - begun).toBeLessThan(1_000);
	});

	it("ends with the caller's reason when the signal aborts between steps", async () => {
		const controller = new AbortController();
		const server = await startServer(({ method }) => {
			if (method === "POST") controller.abort("enough");
			return method === "PATCH" ? missing : undefined;
		});
		expect(await failureOf(clientOf(server).upsert("jo", {}, { signal: controller.signal }))).toBe("enough");
		expect(server.requests).toHaveLength(2);
	});

	it("sends the options with each step", async () => {
		const { requests } = await upserted([missing, created], { headers: { "x-trace": "7" } });
		expect(requests.map(({ headers }) => headers["x-trace"])).toEqual(["7", "7"]);
	});

	it("clears what is null, and leaves out what is undefined", async () => {
		const server = await startServer(inOrder(missing, created));
		await clientOf(server).upsert("jo", { email: null, tags: undefined });
		const bodies = server.requests.map(({ body }) => JSON.parse(body));
		expect(bodies).toEqual([{ email: null }, { email: null, external_id: "jo" }]);
	});

	it("changes no external id, though the fields come from a whole identity", async () => {
		const server = await startServer(inOrder(missing, created));
		const other = { ...identity("other"), display_name: "Jo" };
		await clientOf(server).upsert("jo", other);
		const [update, create] = server.requests.map(({ body }) => JSON.parse(body));
		expect(update).not.toHaveProperty("external_id");
		expect(create).toMatchObject({ external_id: "jo", display_name: "Jo" });
	});

	it("takes an external id that a URL must encode", async () => {
		const server = await startServer(inOrder(missing, created));
		await clientOf(server).upsert("a/b", {});
		expect(server.requests[0]?.url).toBe("/v2/identities/a%2Fb");
		expect(JSON.parse(server.requests[1]?.body ?? "")).toEqual({ external_id: "a/b" });
	});

	it.each<[unknown, unknown, string]>([
		["", {}, "external_id"],
		["..", {}, "external_id"],
		[undefined, {}, "external_id"],
		["x".repeat(121), {}, "external_id"],
		["jo", undefined, "body"],
		["jo", null, "body"],
		["jo", "fields", "body"],
		["jo", ["fields"], "body"],
	])("refuses %o with %o and sends nothing", async (id, fields, path) => {
		const server = await startServer(() => updated);
		const call = clientOf(server).upsert(id as string, fields as UpsertIdentityRequest);
		expect(await failureOf(call)).toMatchObject({ _tag: "InvalidInputError", issues: [{ path }] });
		expect(server.requests).toEqual([]);
	});
});
