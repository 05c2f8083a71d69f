import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { pageFetch } from "./fixtures/page.ts";
import { apiKey, upstream } from "./fixtures/upstream.ts";
import * as browser from "./index.ts";
import { IdentitiesClient } from "./index.ts";
import { createIdentitiesProxy, type ProxyRules } from "./proxy.ts";

/** A page with a proxy that lets it do everything. */
async function page(rules: ProxyRules = {}, count = 0) {
	const { server, url } = await upstream(
		count === 0
			? {}
			: { identities: Array.from({ length: count }, (_, at) => ({ external_id: `user_${at}` })) },
	);
	const proxy = createIdentitiesProxy({
		apiKey,
		baseUrl: url,
		onError: () => {},
		allow: {
			list: ({ query }) => ({ query, select: "all" }),
			create: ({ body }) => ({ body: { ...body, external_id: body.external_id }, select: "all" }),
			retrieve: ({ id }) => ({ id, select: "all" }),
			update: ({ id, body }) => ({ id, body, select: "all" }),
			delete: ({ id }) => ({ id }),
			...rules,
		},
	});
	const client = new IdentitiesClient({ baseUrl: "/api", fetch: pageFetch(proxy) });
	return { client, server };
}

describe("over the proxy", () => {
	test("every method does what it does with a key", async () => {
		const { client, server } = await page();
		const lee = await client.create({ external_id: "lee", display_name: "Lee", metadata: { a: [1, null] } });
		expect(lee).toMatchObject({ external_id: "lee", metadata: { a: [1, null] } });
		expect(await client.retrieve("lee")).toMatchObject({ _id: lee._id, display_name: "Lee" });
		expect(await client.update("lee", { display_name: null, tags: ["x"] })).toMatchObject({
			display_name: null,
			tags: ["x"],
		});
		expect((await client.list({ filter_by: { tags: ["x"] } })).data).toMatchObject([{ external_id: "lee" }]);
		expect(await client.upsert("lee", { display_name: "Lea" })).toMatchObject({
			_id: lee._id,
			display_name: "Lea",
		});
		expect(await client.upsert("new", { display_name: "New" })).toMatchObject({ external_id: "new" });
		expect(await client.delete("lee")).toBeUndefined();
		expect(server.identities.map(({ external_id }) => external_id)).toEqual(["new", "kim", "jo"]);
	});

	test("iteration walks every page, in both directions", async () => {
		const { client } = await page({}, 7);
		const ids: string[] = [];
		for await (const { external_id } of client.list({ limit: 3 }, { prefetch: true })) ids.push(external_id);
		expect(ids).toEqual(["user_6", "user_5", "user_4", "user_3", "user_2", "user_1", "user_0"]);
		const [, third, last] = (
			await client.list({ limit: 3, starting_after: (await client.retrieve("user_3"))._id })
		).data;
		expect([third?.external_id, last?.external_id]).toEqual(["user_1", "user_0"]);
		const back: string[] = [];
		for await (const page of client.list({ limit: 2, ending_before: last?._id }).pages())
			back.push(...page.data.map(({ external_id }) => external_id));
		expect(back).toEqual(["user_2", "user_1", "user_4", "user_3", "user_6", "user_5"]);
	});

	test("what a rule did not select is missing or has its zero value", async () => {
		const { client } = await page({ list: ({ query }) => ({ query, select: ["display_name"] }) }, 3);
		const seen: unknown[] = [];
		for await (const identity of client.list({ limit: 1 })) seen.push(identity);
		expect(seen).toEqual([1, 2, 3].map(() => ({ _id: expect.any(String), external_id: "" })));
	});

	test("the API's errors are the same classes", async () => {
		const { client, server } = await page();
		await expect(client.retrieve("nobody")).rejects.toMatchObject({
			_tag: "IdentityNotFoundError",
			id: "nobody",
			status: 404,
		});
		await expect(client.create({ external_id: "jo" })).rejects.toBeInstanceOf(browser.ConflictError);
		server.fail({ operation: "retrieve", status: 429, headers: { "retry-after-ms": "1500" } });
		await expect(client.retrieve("jo", { maxRetries: 0 })).rejects.toMatchObject({ retryAfterMs: 2_000 });
	});

	test("refusals of the proxy are errors of the client", async () => {
		const { client } = await page({
			retrieve: () => undefined,
			delete: () => new Response(null, { status: 401 }),
			update: () => Promise.reject(new Error("bug")),
		});
		await expect(client.retrieve("jo")).rejects.toMatchObject({
			_tag: "ForbiddenError",
			message: "retrieve: 403 This is not allowed.",
		});
		await expect(client.delete("jo")).rejects.toMatchObject({ _tag: "UnauthorizedError" });
		await expect(client.update("jo", {}, { maxRetries: 0 })).rejects.toMatchObject({
			_tag: "ServerError",
			status: 500,
		});
	});
});

test("a request has no header but what it needs: others would break CORS", async () => {
	const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ _id: "a", external_id: "jo" }));
	const client = new IdentitiesClient({ fetch });
	await client.retrieve("jo");
	await client.update("jo", {});
	expect(fetch.mock.calls.map(([, init]) => init?.headers)).toEqual([
		{ accept: "application/json" },
		{ accept: "application/json", "content-type": "application/json" },
	]);
});

test("refused input rejects, and nothing is sent", async () => {
	const { client, server } = await page();
	await expect(client.retrieve("..")).rejects.toBeInstanceOf(browser.InvalidInputError);
	await expect(client.list({ limit: 500 })).rejects.toBeInstanceOf(browser.InvalidInputError);
	expect(server.requests).toEqual([]);
});

test("aborting rejects with the signal's reason", async () => {
	const { client } = await page();
	const reason = new Error("left the page");
	await expect(client.retrieve("jo", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test("hooks hear of each attempt", async () => {
	const onResponse = vi.fn();
	const fetch = async () => Response.json({ _id: "a", external_id: "jo" });
	await new IdentitiesClient({ fetch, hooks: { onResponse } }).retrieve("jo");
	expect(onResponse).toHaveBeenCalledWith(
		expect.objectContaining({ operation: "retrieve", attempt: 1, status: 200 }),
	);
});

test("every error class of core is there, and is core's", async () => {
	const core = await import("@orq/identities-core");
	const classes = Object.entries(core).filter(([name]) => /Error$/.test(name));
	expect(classes.length).toBeGreaterThan(12);
	for (const [name, value] of classes) expect(browser).toHaveProperty(name, value);
});

test("types of every operation are re-exported", () => {
	expectTypeOf<browser.ListIdentitiesQuery>().toHaveProperty("limit");
	expectTypeOf<browser.RetrieveIdentityError>().toHaveProperty("_tag");
	expectTypeOf<browser.IdentitiesPage>().toHaveProperty("nextPage");
});
