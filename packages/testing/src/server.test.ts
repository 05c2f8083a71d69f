import { describe, expect, test, vi } from "vitest";
import { callerOf, pageOf } from "./fixtures/caller.ts";
import { seedIdentities } from "./seed.ts";
import { createIdentitiesServer } from "./server.ts";

describe("the published server", () => {
	test("does every operation of the table that it knows, at the paths of the table", async () => {
		const server = createIdentitiesServer({ apiKey: "test" });
		const call = callerOf(server.fetch);
		await call("POST", "/v2/identities", { external_id: "jo" });
		expect((await call("GET", "/v2/identities/jo")).status).toBe(200);
		expect((await call("PATCH", "/v2/identities/jo", { display_name: "Jo" })).status).toBe(200);
		expect((await pageOf(call, "limit=1")).external).toEqual(["jo"]);
		await call("DELETE", "/v2/identities/jo");
		expect(server.identities).toEqual([]);
		expect(server.requests.map(({ operation }) => operation)).toEqual([
			"create",
			"retrieve",
			"update",
			"list",
			"delete",
		]);
	});
});

describe("identities", () => {
	test("is a copy with metrics, newest first", () => {
		const metrics = { total_cost: 1, total_tokens: 2, total_requests: 3, error_rate: 0 };
		const server = createIdentitiesServer({
			identities: [{ external_id: "jo", metrics, tags: ["a"] }, { external_id: "ann" }],
		});
		const [ann, jo] = server.identities;
		expect([ann?.external_id, jo?.metrics]).toEqual(["ann", metrics]);
		jo?.tags?.push("b");
		expect(server.identities[1]?.tags).toEqual(["a"]);
	});

	test("what was given is copied as well", () => {
		const tags = ["a"];
		const server = createIdentitiesServer({ identities: [{ external_id: "jo", tags }] });
		tags.push("b");
		expect(server.identities[0]?.tags).toEqual(["a"]);
	});

	test("may be what no API would accept, to see what a client makes of it", () => {
		const odd = { external_id: "", _id: "contact_1", email: "none", created: "2024-06-01", colour: "red" };
		expect(createIdentitiesServer({ identities: [odd] }).identities).toEqual([
			{ ...odd, updated: "2024-06-01" },
		]);
	});
});

describe("reset", () => {
	test("brings back who was there, with their ids, and forgets requests and rules", async () => {
		const server = createIdentitiesServer({ identities: seedIdentities(3) });
		const call = callerOf(server.fetch);
		const { requests } = server;
		const before = server.identities;
		await call("DELETE", "/v2/identities/user_1");
		await call("PATCH", "/v2/identities/user_2", { display_name: null });
		const { json } = await call("POST", "/v2/identities", { external_id: "new" });
		server.fail({ status: 503 });
		server.reset();
		expect(server.identities).toEqual(before);
		expect(requests).toEqual([]);
		const again = await call("POST", "/v2/identities", { external_id: "new" });
		expect(again.json).not.toEqual(json);
		expect(server.requests).toHaveLength(1);
	});

	test("leaves nothing to be done of what was asked before", async () => {
		const server = createIdentitiesServer();
		server.fail({ operation: "create", delayMs: 500 });
		const late = callerOf(server.fetch)("POST", "/v2/identities", { external_id: "late" });
		await vi.waitFor(() => expect(server.requests).toHaveLength(1), { interval: 5 });
		server.reset();
		expect((await late).status).toBe(410);
		expect(server.identities).toEqual([]);
	});
});

test.each<[unknown, string]>([
	[null, "createIdentitiesServer: takes an object of options."],
	[{ apikey: "x" }, "createIdentitiesServer: `apikey` is no option; known: apiKey, identities, shape,"],
	[{ apiKey: " " }, "createIdentitiesServer: `apiKey` must be a string, not empty."],
	[{ identities: {} }, "createIdentitiesServer: `identities` must be an array."],
	[{ shape: "round" }, 'createIdentitiesServer: `shape` must be "flat" or "wrapped".'],
	[
		{ conflictStatus: 200 },
		"createIdentitiesServer: `conflictStatus` must be a whole number from 400 to 499.",
	],
	[{ seed: "1" }, "createIdentitiesServer: `seed` must be a number."],
	[{ now: 0 }, "createIdentitiesServer: `now` must be a function that gives ms since the epoch."],
	[{ keepRequests: -1 }, "createIdentitiesServer: `keepRequests` must be a whole number from 0."],
	[
		{ identities: [{}] },
		"createIdentitiesServer: identities[0]: must be an object with a string `external_id`.",
	],
	[
		{ identities: [{ external_id: "a", created: "today" }] },
		"createIdentitiesServer: identities[0]: `created` must be an ISO 8601 date; received today.",
	],
	[
		{ identities: [{ external_id: "a" }, { external_id: "a" }] },
		"createIdentitiesServer: identities[1]: external_id a is there twice.",
	],
	[
		{
			identities: [
				{ external_id: "a", _id: "1" },
				{ external_id: "b", _id: "1" },
			],
		},
		"createIdentitiesServer: identities[1]: _id 1 is there twice.",
	],
])("the options %j are refused", (options, message) => {
	expect(() => createIdentitiesServer(options as object)).toThrow(message);
});
