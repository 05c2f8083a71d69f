import { expect, test } from "vitest";
import { callerOf, pageOf } from "./fixtures/caller.ts";
import { januaryServer } from "./fixtures/table.ts";
import { seedIdentities } from "./seed.ts";

test("the same count and seed give the same people, another seed others", () => {
	expect(seedIdentities(50)).toEqual(seedIdentities(50));
	expect(seedIdentities(50, { seed: 2 })).not.toEqual(seedIdentities(50));
});

test("they were made one a minute, the newest at `until`", () => {
	const created = seedIdentities(3, { until: Date.UTC(2026, 5, 1) }).map((identity) => identity.created);
	expect(created).toEqual([
		"2026-05-31T23:58:00.000Z",
		"2026-05-31T23:59:00.000Z",
		"2026-06-01T00:00:00.000Z",
	]);
});

test("the API would accept each of them", async () => {
	const call = callerOf(januaryServer().fetch);
	for (const { metrics: _, created: __, ...body } of seedIdentities(100)) {
		expect((await call("POST", "/v2/identities", body)).status).toBe(201);
	}
});

test("there is something to search, to filter and to add up", async () => {
	const call = callerOf(januaryServer({ identities: seedIdentities(120) }).fetch);
	expect((await pageOf(call, "search=jo")).ids.length).toBeGreaterThan(1);
	expect((await pageOf(call, "tags=premium,beta-user")).ids.length).toBeGreaterThan(1);
	expect((await pageOf(call, "limit=1")).external).toEqual(["user_120"]);
	const { data } = await pageOf(call, "include_metrics=true");
	expect(data.some(({ metrics }) => Number((metrics as { total_cost: number }).total_cost) > 0)).toBe(true);
});

test.each([-1, 1.5, Number.NaN])("%d is no count", (count) => {
	expect(() => seedIdentities(count)).toThrow("seedIdentities: `count` must be a whole number from 0");
});
