import { describe, expect, test } from "vitest";
import { callerOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";

const url = "https://api.example/v2/identities";

describe("the key", () => {
	const server = januaryServer({ apiKey: "right" });

	test.each([undefined, "Bearer ", "Basic cmlnaHQ=", "right"])("%j is no key: 401", async (authorization) => {
		const response = await server.fetch(
			url,
			authorization === undefined ? {} : { headers: { authorization } },
		);
		expect(response.status).toBe(401);
		expect(response.headers.get("www-authenticate")).toBe("Bearer");
		expect(await response.json()).toEqual({ error: "No API key: send `Authorization: Bearer <key>`." });
	});

	test("a wrong key is refused with 401 and not repeated", async () => {
		const { status, json } = await callerOf(server.fetch, undefined, "wrong")("GET", "/v2/identities");
		expect({ status, json }).toEqual({ status: 401, json: { error: "This API key is not valid." } });
	});

	test("the right key passes", async () => {
		expect((await callerOf(server.fetch, undefined, "right")("GET", "/v2/identities")).status).toBe(200);
	});

	test("a server without a key takes any that is not empty", async () => {
		const open = januaryServer();
		expect((await callerOf(open.fetch, undefined, "whatever")("GET", "/v2/identities")).status).toBe(200);
		expect((await open.fetch(url)).status).toBe(401);
	});

	test("nothing happens without a key", async () => {
		const closed = januaryServer({ apiKey: "right", identities: [{ external_id: "jo" }] });
		await callerOf(closed.fetch, undefined, "wrong")("DELETE", "/v2/identities/jo");
		expect(closed.identities).toHaveLength(1);
	});
});

describe("paths and methods", () => {
	const call = callerOf(januaryServer().fetch);

	test.each(["/", "/v2", "/v2/identities/", "/v2/identities/a/b", "/v2/contacts", "/v2/identities/%E0%A4%A"])(
		"nothing is at %s: 404",
		async (path) => {
			const { status, json } = await call("GET", path);
			expect({ status, json }).toEqual({ status: 404, json: { error: `Nothing is at ${path}.` } });
		},
	);

	test("a wrong method is answered with 405 and those that are right", async () => {
		const { status, headers } = await call("PUT", "/v2/identities/jo");
		expect({ status, allow: headers.get("allow") }).toEqual({ status: 405, allow: "GET, PATCH, DELETE" });
		expect((await call("DELETE", "/v2/identities")).headers.get("allow")).toBe("GET, POST");
	});
});

describe("every answer", () => {
	test("carries an x-request-id of its own, whatever the status", async () => {
		const call = callerOf(januaryServer({ identities: [{ external_id: "jo" }] }).fetch);
		const ids: (string | null)[] = [];
		for (const [method, path] of [
			["GET", "/v2/identities"],
			["GET", "/nowhere"],
			["PUT", "/v2/identities"],
			["DELETE", "/v2/identities/jo"],
		] as const) {
			ids.push((await call(method, path)).headers.get("x-request-id"));
		}
		expect(ids).toEqual(["req_1", "req_2", "req_3", "req_4"]);
	});

	test("is JSON where it has a body", async () => {
		const { headers } = await callerOf(januaryServer().fetch)("GET", "/v2/identities");
		expect(headers.get("content-type")).toBe("application/json");
	});
});
