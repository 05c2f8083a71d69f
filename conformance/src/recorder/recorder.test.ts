/** The recorder must be able to say no: each case differs from a good one in one thing. */
import { readFileSync } from "node:fs";
import { createIdentitiesServer } from "@orq/identities-testing";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { publishedRecorder } from "../node-host.ts";
import { recorded } from "./recorded.ts";
import { type AnswerOnWire, type RequestOnWire, recorderOf } from "./recorder.ts";

const ownDocument = parse(readFileSync(new URL("document.fixture.yaml", import.meta.url), "utf8"));
const recorder = recorderOf(ownDocument);

const origin = "http://127.0.0.1:8080";
const json = { "content-type": "application/json" };
const identity = { _id: "contact_01", external_id: "anna@1" };

const request = (method: string, path: string, more: Partial<RequestOnWire> = {}): RequestOnWire => ({
	method,
	url: origin + path,
	headers: { authorization: "Bearer key" },
	body: "",
	...more,
});

const sending = (method: string, path: string, body: unknown, type = "application/json"): RequestOnWire =>
	request(method, path, {
		headers: { authorization: "Bearer key", "content-type": type },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});

const answer = (status: number, body: unknown, headers = json): AnswerOnWire => ({
	status,
	headers,
	body: typeof body === "string" ? body : JSON.stringify(body),
});

const list = request("GET", "/v2/identities");
const create = sending("POST", "/v2/identities", { external_id: "anna@1" });
const retrieve = request("GET", "/v2/identities/anna%401");
const update = sending("PATCH", "/v2/identities/anna%401", { tags: [] });
const remove = request("DELETE", "/v2/identities/anna%401");

describe("a request that the document describes is fine", () => {
	test.each([
		[list],
		[request("GET", "/v2/identities?limit=50&search=jo&include_metrics=true&starting_after=contact_01")],
		[request("GET", `/v2/identities?filter_by=${encodeURIComponent('{"tags":["a,b","c"]}')}`)],
		[create],
		[
			sending("POST", "/v2/identities", {
				external_id: "a",
				email: null,
				tags: ["x"],
				metadata: { any: [1] },
			}),
		],
		[sending("POST", "/v2/identities", { external_id: "a" }, "application/json; charset=utf-8")],
		[retrieve],
		[request("GET", "/v2/identities/a%2Fb%3Fc%23d%20%25")],
		[update],
		[remove],
	])("%j", (good) => {
		expect(recorder.requestProblems(good)).toEqual([]);
	});
});

describe("a request that the document does not describe is refused", () => {
	test.each<[why: string, bad: RequestOnWire]>([
		["path", request("GET", "/v2/contacts")],
		["path", request("GET", "/v2/identities/")],
		["path", request("GET", "/v2/identities/a/b")],
		["path", request("DELETE", "/v2/identities/../identities")],
		["method", request("PUT", "/v2/identities/anna%401")],
		["method", request("DELETE", "/v2/identities")],
		["order is not declared", request("GET", "/v2/identities?order=newest")],
		["limit is not declared", request("GET", "/v2/identities/anna%401?limit=5")],
		["limit must be >= 1", request("GET", "/v2/identities?limit=0")],
		["limit must be <= 50", request("GET", "/v2/identities?limit=51")],
		["limit must be integer", request("GET", "/v2/identities?limit=1.5")],
		["limit is no number", request("GET", "/v2/identities?limit=ten")],
		["limit is no number", request("GET", "/v2/identities?limit=")],
		["limit is there 2 times", request("GET", "/v2/identities?limit=5&limit=6")],
		["search must NOT have fewer than 2", request("GET", "/v2/identities?search=j")],
		["include_metrics is no boolean", request("GET", "/v2/identities?include_metrics=1")],
		["include_metrics is no boolean", request("GET", "/v2/identities?include_metrics=null")],
		["filter_by is not JSON", request("GET", "/v2/identities?filter_by=tags=premium")],
		["filter_by is not JSON", request("GET", "/v2/identities?filter_by=[object%20Object]")],
		["filter_by /tags must be array", request("GET", '/v2/identities?filter_by={"tags":"premium"}')],
		["filter_by must NOT have unevaluated", request("GET", '/v2/identities?filter_by={"plans":["x"]}')],
		["tags is not declared", request("GET", "/v2/identities?tags=premium")],
		["Authorization", request("GET", "/v2/identities", { headers: {} })],
		["Authorization", request("GET", "/v2/identities", { headers: { authorization: "Basic abc" } })],
		["Authorization", request("GET", "/v2/identities", { headers: { authorization: "Bearer " } })],
		["the body is missing", request("POST", "/v2/identities")],
		["body must have required property", sending("POST", "/v2/identities", { tags: [] })],
		["body /external_id must be string", sending("POST", "/v2/identities", { external_id: 7 })],
		[
			"body /external_id must NOT have more",
			sending("POST", "/v2/identities", { external_id: "x".repeat(121) }),
		],
		[
			"body /email must match format",
			sending("POST", "/v2/identities", { external_id: "a", email: "nobody" }),
		],
		["body /tags must be array", sending("POST", "/v2/identities", { external_id: "a", tags: null })],
		[
			"unevaluated properties _id",
			sending("POST", "/v2/identities", { external_id: "a", _id: "contact_01" }),
		],
		["unevaluated properties external_id", sending("PATCH", "/v2/identities/a", { external_id: "b" })],
		["body must be object", sending("PATCH", "/v2/identities/a", [])],
		["body is not JSON", sending("POST", "/v2/identities", '{"external_id"')],
		["content-type text/plain", sending("POST", "/v2/identities", { external_id: "a" }, "text/plain")],
		["a body is sent, and none is described", sending("DELETE", "/v2/identities/a", {})],
		["a body is sent, and none is described", sending("GET", "/v2/identities/a", {})],
	])("%s: %j", (why, bad) => {
		expect(recorder.requestProblems(bad).join("\n")).toContain(why);
	});
});

const page = { object: "list", data: [identity], has_more: false };

describe("an answer that the document describes is fine", () => {
	test.each<[RequestOnWire, AnswerOnWire]>([
		[list, answer(200, page)],
		[list, answer(200, { ...page, data: [{ ...identity, metrics: null }] })],
		[create, answer(201, { ...identity, workspace_id: "6f1d2c3b-8a54-4e0f-9b17-2d3c4e5f6a7b" })],
		[retrieve, answer(200, { ...identity, created: "2026-01-15", updated: "2026-01-15T09:30:00.000Z" })],
		[retrieve, answer(404, { error: "Identity not found" })],
		[update, answer(404, { message: "Identity not found" })],
		[remove, answer(204, "", { "content-type": "" })],
		[remove, answer(429, { anything: true })],
	])("%j %j", (to, good) => {
		expect(recorder.answerProblems(to, good)).toEqual([]);
	});
});

describe("an answer that the document does not describe is refused", () => {
	test.each<[why: string, to: RequestOnWire, bad: AnswerOnWire]>([
		["the status is not described", list, answer(201, page)],
		["the status is not described", create, answer(200, identity)],
		["the status is not described", remove, answer(200, {})],
		["the status is not described", remove, answer(307, "", { "content-type": "" })],
		["content-type text/html", list, answer(200, page, { "content-type": "text/html" })],
		["content-type text/plain", retrieve, answer(500, "down", { "content-type": "text/plain" })],
		["body is not JSON", list, answer(200, "{")],
		["body is not JSON", list, answer(200, "")],
		["it has a body, and none is described", remove, answer(204, {})],
		["required property 'has_more'", list, answer(200, { object: "list", data: [] })],
		["/object must be equal to one of", list, answer(200, { ...page, object: "page" })],
		[
			"/data/0 must have required property '_id'",
			list,
			answer(200, { ...page, data: [{ external_id: "a" }] }),
		],
		["unevaluated properties plan", list, answer(200, { ...page, data: [{ ...identity, plan: "gold" }] })],
		["unevaluated properties total", list, answer(200, { ...page, total: 1 })],
		["required property 'error_rate'", list, answer(200, { ...page, data: [{ ...identity, metrics: {} }] })],
		["unevaluated properties identity", retrieve, answer(200, { identity })],
		["/created must match format", retrieve, answer(200, { ...identity, created: "15.01.2026" })],
		["/tags must be array", retrieve, answer(200, { ...identity, tags: null })],
		["/avatar_url must match format", retrieve, answer(200, { ...identity, avatar_url: "anna.png" })],
		["required property 'error'", retrieve, answer(404, { message: "Identity not found" })],
		["required property 'message'", update, answer(404, { error: "Identity not found" })],
	])("%s: %j %j", (why, to, bad) => {
		expect(recorder.answerProblems(to, bad).join("\n")).toContain(why);
	});
});

test("a keyword or format that Ajv does not know makes the document unusable, not lenient", () => {
	for (const odd of [
		{ type: "string", format: "ulid" },
		{ type: "string", maxLenght: 3 },
	]) {
		const document = structuredClone(ownDocument);
		document.components.schemas.Identity.properties._id = odd;
		const strict = recorderOf(document);
		expect(() => strict.answerProblems(list, answer(200, page))).toThrow(/unknown/);
	}
});

describe("around a server", () => {
	const watched = (options: Parameters<typeof createIdentitiesServer>[0], hasOwnShape: boolean) => {
		const server = createIdentitiesServer(options);
		return { server, ...recorded(server, publishedRecorder, { hasOwnShape }) };
	};

	test("what a client sends wrongly is noted, and answered all the same", async () => {
		const { exchange, violations } = watched({}, true);
		expect(await exchange(request("GET", "/v2/identities?order=newest"))).toMatchObject({ status: 200 });
		expect(violations).toEqual([expect.stringContaining("order is not declared")]);
	});

	test("what the server answers wrongly by itself is noted", async () => {
		const { exchange, violations } = watched(
			{ identities: [{ external_id: "anna@1", email: "nobody" }] },
			true,
		);
		await exchange(retrieve);
		expect(violations).toEqual([expect.stringContaining("/email must match format")]);
	});

	test("what the server was asked to answer wrongly is not", async () => {
		const { server, exchange, violations } = watched({}, true);
		server.fail({ operation: "list", times: 1, fault: "html" });
		server.fail({ operation: "list", times: 1, status: 200, body: [] });
		await exchange(list);
		await exchange(list);
		const wrapped = watched({ shape: "wrapped" }, false);
		await wrapped.exchange(create);
		expect([...violations, ...wrapped.violations]).toEqual([]);
	});

	test("an answer that only comes late is judged", async () => {
		const { server, exchange, violations } = watched(
			{ identities: [{ external_id: "a", email: "nobody" }] },
			true,
		);
		server.fail({ operation: "list", delayMs: 1 });
		await exchange(list);
		expect(violations).toHaveLength(1);
	});
});
