import { describe, expect, test } from "vitest";
import { callerOf, pageOf } from "../fixtures/caller.ts";
import { bodyFields, plain, tableWith } from "../fixtures/table.ts";
import { serverOf } from "../server.ts";

const metrics = { total_cost: 1, total_tokens: 2, total_requests: 3, error_rate: 0 };
const identities = [{ external_id: "jo", tags: ["premium"], metrics }, { external_id: "ann" }];

const callerWith = (rows: Parameters<typeof tableWith>[0]) =>
	callerOf(serverOf({ identities }, tableWith(rows)).fetch);

describe("a table made from another document", () => {
	test("changes the status of a create", async () => {
		const call = callerWith({ create: { success: 200 } });
		expect((await call("POST", "/v2/identities", { external_id: "new" })).status).toBe(200);
	});

	test("makes delete answer 200 with an empty object", async () => {
		const call = callerWith({ delete: { success: 200 } });
		expect(await call("DELETE", "/v2/identities/jo")).toMatchObject({ status: 200, json: {} });
	});

	test("wraps the answers of the operations that it says so of", async () => {
		const call = callerWith({ retrieve: { envelope: true } });
		expect((await call("GET", "/v2/identities/jo")).json).toEqual({
			identity: expect.objectContaining({ external_id: "jo" }),
		});
		expect((await call("PATCH", "/v2/identities/jo", {})).json).toMatchObject({ external_id: "jo" });
	});

	test("renames a parameter on the wire", async () => {
		const call = callerWith({
			list: { query: [{ name: "filter_by", wire: "filter_by.tags", form: "array", type: "array" }] },
		});
		expect((await pageOf(call, "filter_by.tags=premium")).external).toEqual(["jo"]);
		expect((await pageOf(call, 'filter_by={"tags":["premium"]}')).external).toEqual(["jo"]);
	});

	test("gives retrieve its metrics on demand", async () => {
		const call = callerWith({
			retrieve: { query: [plain("include_metrics", "boolean")] },
		});
		expect((await call("GET", "/v2/identities/jo?include_metrics=true")).json).toMatchObject({ metrics });
		expect((await call("GET", "/v2/identities/jo")).json).not.toHaveProperty("metrics");
	});

	test("hides a new part of an identity until it is asked for", async () => {
		const budget = { amount: 10 };
		const table = tableWith({
			retrieve: { query: [plain("include_budget", "boolean")] },
		});
		const withBudget = [Object.assign({ external_id: "jo" }, { budget })];
		const call = callerOf(serverOf({ identities: withBudget }, table).fetch);
		expect((await call("GET", "/v2/identities/jo")).json).not.toHaveProperty("budget");
		expect((await call("GET", "/v2/identities/jo?include_budget=true")).json).toMatchObject({ budget });
	});

	test("changes limits", async () => {
		const call = callerWith({
			list: {
				query: [plain("limit", "integer", { minimum: 1, maximum: 1 })],
			},
		});
		expect((await call("GET", "/v2/identities?limit=2")).status).toBe(400);
		expect((await pageOf(call, "limit=1")).hasMore).toBe(true);
	});

	test("adds a field to the body, which is kept as it came", async () => {
		const call = callerWith({
			create: { body: { required: true, fields: { ...bodyFields, external_id: {}, phone: {} } } },
		});
		expect((await call("POST", "/v2/identities", { external_id: "new", phone: [1] })).json).toMatchObject({
			phone: [1],
		});
	});

	test("lets an update change the external_id, which stays unique", async () => {
		const call = callerWith({ update: { body: { required: true, fields: { external_id: {} } } } });
		expect((await call("PATCH", "/v2/identities/jo", { external_id: "joanna" })).status).toBe(200);
		expect((await call("GET", "/v2/identities/jo")).status).toBe(404);
		expect((await call("GET", "/v2/identities/joanna")).status).toBe(200);
		expect((await call("PATCH", "/v2/identities/joanna", { external_id: "ann" })).status).toBe(409);
	});

	test("adds an operation, which is answered with 501 until somebody writes it", async () => {
		const table = tableWith({ merge: { method: "POST", path: "/v2/identities/{id}", params: ["id"] } });
		const server = serverOf({ identities }, table);
		expect(await callerOf(server.fetch)("POST", "/v2/identities/jo", {})).toMatchObject({
			status: 501,
			json: { error: "The API in memory can't do `merge`; it does list, create, retrieve, update, delete." },
		});
		expect(server.requests[0]?.operation).toBe("merge");
	});
});

describe("shape", () => {
	test("wrapped wraps what is one identity, and leaves pages and refusals alone", async () => {
		const call = callerOf(serverOf({ identities, shape: "wrapped" }, tableWith({})).fetch);
		expect((await call("POST", "/v2/identities", { external_id: "new" })).json).toEqual({
			identity: expect.objectContaining({ external_id: "new" }),
		});
		expect((await call("PATCH", "/v2/identities/jo", {})).json).toHaveProperty("identity");
		expect((await call("GET", "/v2/identities/nobody")).json).toHaveProperty("error");
		expect((await pageOf(call, "limit=1")).external).toEqual(["new"]);
	});

	test("flat unwraps, whatever the table says", async () => {
		const table = tableWith({ retrieve: { envelope: true } });
		const call = callerOf(serverOf({ identities, shape: "flat" }, table).fetch);
		expect((await call("GET", "/v2/identities/jo")).json).toMatchObject({ external_id: "jo" });
	});
});
