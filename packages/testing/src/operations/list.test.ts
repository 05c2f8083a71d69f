import { describe, expect, test } from "vitest";
import { callerOf, pageOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";

const five = ["a", "b", "c", "d", "e"].map((external_id) => ({ external_id }));

describe("pages", () => {
	test("a page is a list with the newest identity first", async () => {
		const call = callerOf(januaryServer({ identities: five }).fetch);
		const { status, json } = await call("GET", "/v2/identities");
		expect(status).toBe(200);
		expect(json).toMatchObject({ object: "list", has_more: false });
		expect((await pageOf(call)).external).toEqual(["e", "d", "c", "b", "a"]);
	});

	test("ten identities make a page where no limit is sent", async () => {
		const identities = Array.from({ length: 11 }, (_, index) => ({ external_id: `user_${index}` }));
		const page = await pageOf(callerOf(januaryServer({ identities }).fetch));
		expect(page.ids).toHaveLength(10);
		expect(page.hasMore).toBe(true);
	});

	test("the order is that of creation, which `created` can move", async () => {
		const identities = [
			{ external_id: "new", created: "2025-06-01T00:00:00Z" },
			{ external_id: "old", created: "2024-06-01" },
		];
		const call = callerOf(januaryServer({ identities }).fetch);
		await call("POST", "/v2/identities", { external_id: "newest" });
		expect((await pageOf(call)).external).toEqual(["newest", "new", "old"]);
	});

	test("identities made in the same millisecond keep their order", async () => {
		const call = callerOf(januaryServer({ now: () => 1_000 }).fetch);
		for (const { external_id } of five) await call("POST", "/v2/identities", { external_id });
		expect((await pageOf(call)).external).toEqual(["e", "d", "c", "b", "a"]);
	});

	test("starting_after gives the older ones, has_more whether older ones follow", async () => {
		const call = callerOf(januaryServer({ identities: five }).fetch);
		const first = await pageOf(call, "limit=2");
		const second = await pageOf(call, `limit=2&starting_after=${first.ids.at(-1)}`);
		const third = await pageOf(call, `limit=2&starting_after=${second.ids.at(-1)}`);
		expect([first, second, third].map(({ external, hasMore }) => ({ external, hasMore }))).toEqual([
			{ external: ["e", "d"], hasMore: true },
			{ external: ["c", "b"], hasMore: true },
			{ external: ["a"], hasMore: false },
		]);
	});

	test("ending_before gives those just before the cursor in list order, has_more whether newer ones exist", async () => {
		const call = callerOf(januaryServer({ identities: five }).fetch);
		const [, , , , oldest] = (await pageOf(call)).ids;
		const near = await pageOf(call, `limit=2&ending_before=${oldest}`);
		const far = await pageOf(call, `limit=2&ending_before=${near.ids[0]}`);
		expect(near).toMatchObject({ external: ["c", "b"], hasMore: true });
		expect(far).toMatchObject({ external: ["e", "d"], hasMore: false });
	});

	test("a cursor keeps its place when its identity is gone, in both directions", async () => {
		const call = callerOf(januaryServer({ identities: five }).fetch);
		const cursor = (await pageOf(call)).ids[2];
		await call("DELETE", "/v2/identities/c");
		expect((await pageOf(call, `starting_after=${cursor}`)).external).toEqual(["b", "a"]);
		expect((await pageOf(call, `ending_before=${cursor}`)).external).toEqual(["e", "d"]);
	});

	test("an identity added between two pages does not move the second", async () => {
		const call = callerOf(januaryServer({ identities: five }).fetch);
		const first = await pageOf(call, "limit=2");
		await call("POST", "/v2/identities", { external_id: "f" });
		const second = await pageOf(call, `limit=2&starting_after=${first.ids.at(-1)}`);
		expect(second.external).toEqual(["c", "b"]);
	});

	test("a page exactly as long as what is left has no more", async () => {
		const call = callerOf(januaryServer({ identities: five }).fetch);
		expect((await pageOf(call, "limit=5")).hasMore).toBe(false);
		expect((await pageOf(call, "limit=4")).hasMore).toBe(true);
	});
});

describe("search", () => {
	const identities = [
		{ external_id: "1", display_name: "Jo Amberley", email: "first@example.com" },
		{ external_id: "2", display_name: "Esi", email: "JOANNA@example.com" },
		{ external_id: "jo", display_name: null, tags: ["jo"] },
	];

	test("it finds text in display name and e-mail, whatever the case, and nowhere else", async () => {
		const call = callerOf(januaryServer({ identities }).fetch);
		expect((await pageOf(call, "search=jO")).external).toEqual(["2", "1"]);
		expect((await pageOf(call, "search=amber")).external).toEqual(["1"]);
		expect((await pageOf(call, "search=nobody")).external).toEqual([]);
	});

	test("fewer than two characters are refused", async () => {
		const call = callerOf(januaryServer({ identities }).fetch);
		expect(await call("GET", "/v2/identities?search=j")).toMatchObject({
			status: 400,
			json: { error: "search: must have at least 2 characters." },
		});
	});

	test("has_more speaks of what matches", async () => {
		const call = callerOf(januaryServer({ identities }).fetch);
		expect(await pageOf(call, "search=jo&limit=1")).toMatchObject({ external: ["2"], hasMore: true });
		expect(await pageOf(call, "search=amber&limit=1")).toMatchObject({ external: ["1"], hasMore: false });
	});
});

describe("filter_by", () => {
	const identities = [
		{ external_id: "both", tags: ["premium", "beta-user"] },
		{ external_id: "one", tags: ["premium"] },
		{ external_id: "comma", tags: ["a,b"] },
		{ external_id: "none" },
	];
	const call = callerOf(januaryServer({ identities }).fetch);
	const json = (filter: unknown): string => `filter_by=${encodeURIComponent(JSON.stringify(filter))}`;

	test.each([
		["JSON", json({ tags: ["premium", "beta-user"] })],
		["form text", "filter_by=tags=premium,beta-user"],
		["form text, percent-encoded", `filter_by=${encodeURIComponent("tags=premium,beta-user")}`],
		["exploded", "tags=premium,beta-user"],
		["dotted", "filter_by.tags=premium&filter_by.tags=beta-user"],
		["deep", "filter_by[tags]=premium&filter_by[tags]=beta-user"],
		["deep with empty brackets", "filter_by[tags][]=premium&filter_by[tags][]=beta-user"],
	])("%s: an identity must carry every tag", async (_form, query) => {
		expect((await pageOf(call, query)).external).toEqual(["both"]);
	});

	test.each([
		["JSON", json({ tags: ["premium"] })],
		["form text", "filter_by=tags=premium"],
		["exploded", "tags=premium"],
		["dotted", "filter_by.tags=premium"],
		["deep", "filter_by[tags]=premium"],
	])("%s: one tag", async (_form, query) => {
		expect((await pageOf(call, query)).external).toEqual(["one", "both"]);
	});

	test("a tag may hold a comma where the form does not part at commas", async () => {
		expect((await pageOf(call, json({ tags: ["a,b"] }))).external).toEqual(["comma"]);
		expect((await pageOf(call, "filter_by.tags=a,b")).external).toEqual(["comma"]);
		expect((await pageOf(call, "filter_by[tags]=a,b")).external).toEqual(["comma"]);
	});

	test.each(["filter_by=", "filter_by={}", json({ tags: [] }), "tags=", "filter_by.tags="])(
		"%s filters nothing",
		async (query) => {
			expect((await pageOf(call, query)).ids).toHaveLength(4);
		},
	);

	test.each([
		['filter_by={"tags":', "filter_by: starts like JSON and is none."],
		['filter_by={"tags":"premium"}', "filter_by: `tags` must be an array of strings."],
		['filter_by={"tags":[1]}', "filter_by: `tags` must be an array of strings."],
		["filter_by=premium", 'filter_by: must be JSON such as {"tags":["a"]}, or tags=a,b.'],
		['filter_by={"plan":"x"}', "filter_by: `plan` is no filter that this server knows; it knows `tags`."],
		["filter_by.plan=x", "filter_by: `plan` is no filter that this server knows; it knows `tags`."],
		["filter_by=plan=x", "filter_by: `plan` is no filter that this server knows; it knows `tags`."],
	])("%s is refused", async (query, error) => {
		expect(await call("GET", `/v2/identities?${query}`)).toMatchObject({ status: 400, json: { error } });
	});
});

describe("metrics", () => {
	const metrics = { total_cost: 1.5, total_tokens: 900, total_requests: 3, error_rate: 0.25 };
	const identities = [{ external_id: "quiet" }, { external_id: "busy", metrics }];
	const nothing = { total_cost: 0, total_tokens: 0, total_requests: 0, error_rate: 0 };

	test("they are in the list when asked for, zeros for an identity without usage", async () => {
		const { data } = await pageOf(callerOf(januaryServer({ identities }).fetch), "include_metrics=true");
		expect(data).toMatchObject([{ metrics }, { metrics: nothing }]);
	});

	test.each(["", "include_metrics=false", "include_metrics=null", "include_metrics="])(
		"they are left out for %j",
		async (query) => {
			const { data } = await pageOf(callerOf(januaryServer({ identities }).fetch), query);
			expect(data.some((identity) => "metrics" in identity)).toBe(false);
		},
	);

	test("what nobody said of someone's usage is zero", async () => {
		const part = [{ external_id: "new", metrics: { total_cost: 1.5 } }];
		const { data } = await pageOf(
			callerOf(januaryServer({ identities: part }).fetch),
			"include_metrics=true",
		);
		expect(data).toMatchObject([{ metrics: { ...nothing, total_cost: 1.5 } }]);
	});

	test("anything but a boolean is refused", async () => {
		const call = callerOf(januaryServer().fetch);
		expect(await call("GET", "/v2/identities?include_metrics=yes")).toMatchObject({
			status: 400,
			json: { error: 'include_metrics: must be true or false; received "yes".' },
		});
	});

	test("they appear nowhere but in the list, since no other operation can be asked", async () => {
		const call = callerOf(januaryServer({ identities }).fetch);
		expect((await call("GET", "/v2/identities/busy?include_metrics=true")).json).not.toHaveProperty(
			"metrics",
		);
		expect((await call("PATCH", "/v2/identities/busy", { tags: [] })).json).not.toHaveProperty("metrics");
	});

	test("setMetrics sets some of them, keeps the others, and null means none to show", async () => {
		const server = januaryServer({ identities });
		server.setMetrics("busy", { total_requests: 4 });
		server.setMetrics("quiet", null);
		const { data } = await pageOf(callerOf(server.fetch), "include_metrics=true");
		expect(data).toMatchObject([{ metrics: { ...metrics, total_requests: 4 } }, { metrics: null }]);
		expect(() => server.setMetrics("nobody", {})).toThrow('setMetrics: no identity has the id "nobody".');
	});
});

describe("bad queries", () => {
	const call = callerOf(januaryServer({ identities: five }).fetch);

	test.each(["0", "51", "-1", "2.5", "ten", ""])("limit=%s is refused", async (limit) => {
		expect(await call("GET", `/v2/identities?limit=${limit}`)).toMatchObject({
			status: 400,
			json: {
				error: `limit: must be a whole number from 1 up to 50; received ${JSON.stringify(limit)}.`,
			},
		});
	});

	test("both cursors at once are refused", async () => {
		expect(await call("GET", "/v2/identities?starting_after=a&ending_before=b")).toMatchObject({
			status: 400,
			json: { error: "ending_before: can't go with starting_after; send one cursor." },
		});
	});

	test("an empty cursor is refused", async () => {
		expect((await call("GET", "/v2/identities?starting_after=")).status).toBe(400);
	});

	test("a parameter that nobody knows is ignored", async () => {
		expect((await pageOf(call, "colour=red&limit=1")).external).toEqual(["e"]);
	});
});
