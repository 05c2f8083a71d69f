import { describe, expect, test } from "vitest";
import { callerOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";

const jo = { external_id: "jo", display_name: "Jo", email: "jo@example.com", tags: ["premium"] };
const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe("create", () => {
	test("it answers 201 with the identity, its new id, its workspace and its dates", async () => {
		const call = callerOf(januaryServer({ now: () => Date.UTC(2026, 0, 2) }).fetch);
		const body = { ...jo, avatar_url: "https://example.com/jo.png", metadata: { plan: { seats: 2 } } };
		const { status, json } = await call("POST", "/v2/identities", body);
		expect(status).toBe(201);
		expect(json).toEqual({
			...body,
			_id: expect.stringMatching(/^contact_[0-9A-HJKMNP-TV-Z]{26}$/),
			workspace_id: expect.stringMatching(uuid),
			created: "2026-01-02T00:00:00.000Z",
			updated: "2026-01-02T00:00:00.000Z",
		});
	});

	test("a taken external_id is refused with 409, and nothing changes", async () => {
		const server = januaryServer({ identities: [jo] });
		const { status, json } = await callerOf(server.fetch)("POST", "/v2/identities", {
			external_id: "jo",
			display_name: "Another",
		});
		expect({ status, json }).toEqual({ status: 409, json: { error: 'external_id: "jo" is already taken.' } });
		expect(server.identities).toMatchObject([jo]);
	});

	test("the status of a duplicate can be chosen", async () => {
		const server = januaryServer({ identities: [jo], conflictStatus: 422 });
		expect((await callerOf(server.fetch)("POST", "/v2/identities", { external_id: "jo" })).status).toBe(422);
	});

	test("a freed external_id can be taken again", async () => {
		const call = callerOf(januaryServer({ identities: [jo] }).fetch);
		await call("DELETE", "/v2/identities/jo");
		expect((await call("POST", "/v2/identities", { external_id: "jo" })).status).toBe(201);
	});

	test("fields that the API does not have are dropped", async () => {
		const server = januaryServer();
		await callerOf(server.fetch)("POST", "/v2/identities", { external_id: "jo", _id: "mine", colour: "red" });
		expect(server.identities[0]).not.toHaveProperty("colour");
		expect(server.identities[0]?._id).not.toBe("mine");
	});
});

describe("retrieve", () => {
	test("an identity is found by its external_id and by its own id", async () => {
		const server = januaryServer({ identities: [jo] });
		const call = callerOf(server.fetch);
		const { status, json } = await call("GET", "/v2/identities/jo");
		expect(status).toBe(200);
		expect(json).toEqual(server.identities[0]);
		expect(await call("GET", `/v2/identities/${server.identities[0]?._id}`)).toMatchObject({ json });
	});

	test("an identity's own id wins over another's external_id", async () => {
		const identities = [
			{ external_id: "contact_1", _id: "contact_2" },
			{ external_id: "other", _id: "contact_1" },
		];
		const call = callerOf(januaryServer({ identities }).fetch);
		expect((await call("GET", "/v2/identities/contact_1")).json).toMatchObject({ external_id: "other" });
	});

	test.each(["a/b?c#d %", "日本", "x%2Fy", "é👍", "a b"])(
		"the id %s is found, percent-encoded",
		async (id) => {
			const call = callerOf(januaryServer({ identities: [{ external_id: id }] }).fetch);
			expect((await call("GET", `/v2/identities/${encodeURIComponent(id)}`)).json).toMatchObject({
				external_id: id,
			});
		},
	);

	test("an unknown id is answered with 404 and `error`", async () => {
		const { status, json } = await callerOf(januaryServer().fetch)("GET", "/v2/identities/nobody");
		expect({ status, json }).toEqual({ status: 404, json: { error: 'No identity has the id "nobody".' } });
	});
});

describe("update", () => {
	test("it changes what is sent, keeps the rest, and answers the whole identity", async () => {
		const server = januaryServer({ identities: [jo] });
		const { status, json } = await callerOf(server.fetch)("PATCH", "/v2/identities/jo", {
			display_name: "Joanna",
		});
		expect(status).toBe(200);
		expect(json).toMatchObject({ ...jo, display_name: "Joanna" });
		expect(json).toEqual(server.identities[0]);
		expect(json).not.toHaveProperty("workspace_id");
	});

	test.each(["display_name", "email", "avatar_url"])("null clears %s", async (field) => {
		const identity = { ...jo, avatar_url: "https://example.com/jo.png" };
		const call = callerOf(januaryServer({ identities: [identity] }).fetch);
		await call("PATCH", "/v2/identities/jo", { [field]: null });
		expect((await call("GET", "/v2/identities/jo")).json).toMatchObject({ ...identity, [field]: null });
	});

	test("`updated` moves also when the clock stands still, `created` stays", async () => {
		const time = Date.UTC(2026, 0, 2);
		const server = januaryServer({ identities: [jo], now: () => time });
		await callerOf(server.fetch)("PATCH", "/v2/identities/jo", {});
		expect(server.identities[0]).toMatchObject({
			created: "2026-01-02T00:00:00.000Z",
			updated: "2026-01-02T00:00:00.001Z",
		});
	});

	test("an external_id in the body changes nothing, since an update has no such field", async () => {
		const server = januaryServer({ identities: [jo] });
		await callerOf(server.fetch)("PATCH", "/v2/identities/jo", { external_id: "ann" });
		expect(server.identities).toMatchObject([{ external_id: "jo" }]);
	});

	test("an unknown id is answered with 404 and `message`", async () => {
		const call = callerOf(januaryServer().fetch);
		const { status, json } = await call("PATCH", "/v2/identities/nobody", { tags: [] });
		expect({ status, json }).toEqual({ status: 404, json: { message: 'No identity has the id "nobody".' } });
	});
});

describe("delete", () => {
	test("it answers 204 without a body, and the identity is gone under both ids", async () => {
		const server = januaryServer({ identities: [jo] });
		const own = server.identities[0]?._id;
		const call = callerOf(server.fetch);
		expect(await call("DELETE", `/v2/identities/${own}`)).toMatchObject({ status: 204, json: undefined });
		expect((await call("GET", "/v2/identities/jo")).status).toBe(404);
		expect((await call("GET", `/v2/identities/${own}`)).status).toBe(404);
		expect(server.identities).toEqual([]);
	});

	test("an unknown id is answered with 404 and `error`", async () => {
		const { status, json } = await callerOf(januaryServer().fetch)("DELETE", "/v2/identities/nobody");
		expect({ status, json }).toEqual({ status: 404, json: { error: 'No identity has the id "nobody".' } });
	});
});

describe("bad bodies", () => {
	const create = (body: unknown) => callerOf(januaryServer().fetch)("POST", "/v2/identities", body);

	test.each([
		[{}, "external_id: is required."],
		[{ external_id: "" }, "external_id: must not be empty."],
		[{ external_id: "x".repeat(121) }, "external_id: must have at most 120 characters."],
		[{ external_id: 7 }, "external_id: must be a string."],
		[{ external_id: null }, "external_id: must be a string."],
		[{ external_id: "jo", display_name: 7 }, "display_name: must be a string."],
		[{ external_id: "jo", email: "jo" }, "email: must be an e-mail address or null."],
		[{ external_id: "jo", avatar_url: "/jo.png" }, "avatar_url: must be an absolute URI or null."],
		[{ external_id: "jo", tags: "premium" }, "tags: must be an array of strings."],
		[{ external_id: "jo", tags: [1] }, "tags: must be an array of strings."],
		[{ external_id: "jo", tags: null }, "tags: must be an array of strings."],
		[{ external_id: "jo", metadata: [] }, "metadata: must be an object."],
		[[], "body: must be a JSON object."],
		["jo", "body: must be a JSON object."],
		[null, "body: must be a JSON object."],
	])("%j is refused with 400", async (body, error) => {
		expect(await create(body)).toMatchObject({ status: 400, json: { error } });
	});

	test("120 characters of external_id pass, counted as code points", async () => {
		expect((await create({ external_id: "👍".repeat(120) })).status).toBe(201);
	});

	test("an update is checked as well", async () => {
		const call = callerOf(januaryServer({ identities: [jo] }).fetch);
		expect(await call("PATCH", "/v2/identities/jo", { metadata: null })).toMatchObject({
			status: 400,
			json: { error: "metadata: must be an object." },
		});
	});

	test.each([
		["{", "application/json", 400, "body: is not JSON."],
		["", "application/json", 400, "body: is required, a JSON object."],
		["{}", "text/plain", 415, 'content-type: must be application/json; received "text/plain".'],
	])("the text %j as %s is refused", async (body, type, status, error) => {
		const response = await januaryServer().fetch("https://api.example/v2/identities", {
			method: "POST",
			headers: { authorization: "Bearer test", "content-type": type },
			body,
		});
		expect({ status: response.status, json: await response.json() }).toEqual({ status, json: { error } });
	});
});
