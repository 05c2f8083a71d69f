/** A list as an object: lazy, shared, and walked from several sides at once. */
import { expect, test } from "vitest";
import { five } from "../scenarios/people.ts";
import { startServer } from "./server.ts";

const start = () => startServer({ identities: five });

test("nothing is sent until a list is awaited or iterated", async () => {
	const server = await start();
	const list = server.client().list();
	const walk = list.pages();
	await new Promise((resolve) => setTimeout(resolve, 30));
	expect(server.arrived()).toEqual([]);
	await walk.next();
	expect(server.arrived()).toEqual(["list"]);
});

test("the first page is shared by awaiting and iterating", async () => {
	const server = await start();
	const list = server.client().list({ limit: 3 });
	const [one, two] = await Promise.all([list, list]);
	expect(one).toBe(two);
	const names: string[] = [];
	for await (const { external_id } of list) names.push(external_id);
	expect(names).toEqual(["emil@5", "dora@4", "carl@3", "bert@2", "anna@1"]);
	expect(server.arrived()).toEqual(["list", "list"]);
});

test("nextPage sends each time it is called", async () => {
	const server = await start();
	const page = await server.client().list({ limit: 3 });
	const [one, two] = await Promise.all([page.nextPage(), page.nextPage()]);
	expect(one).not.toBe(two);
	expect(one?.data.map(({ external_id }) => external_id)).toEqual(["bert@2", "anna@1"]);
	expect(await one?.nextPage()).toBeUndefined();
	expect(server.arrived()).toEqual(["list", "list", "list"]);
});

test("next() in parallel gives each identity once, in order", async () => {
	const server = await start();
	const walk = server.client().list({ limit: 2 })[Symbol.asyncIterator]();
	const steps = await Promise.all(Array.from({ length: 7 }, () => walk.next()));
	expect(steps.map(({ value }) => value?.external_id)).toEqual([
		"emil@5",
		"dora@4",
		"carl@3",
		"bert@2",
		"anna@1",
		undefined,
		undefined,
	]);
	expect(server.arrived()).toEqual(["list", "list", "list"]);
});

test("with prefetch the next page is asked for while the caller works on this one", async () => {
	const server = await start();
	const walk = server.client().list({ limit: 2 }, { prefetch: true })[Symbol.asyncIterator]();
	await walk.next();
	await expect.poll(server.arrived).toEqual(["list", "list"]);
	await walk.return();
});

test("a list takes then, catch and finally like a promise", async () => {
	const server = await start();
	const list = server.client().list({ limit: 0 });
	const seen: string[] = [];
	await list.finally(() => seen.push("finally")).catch(() => seen.push("catch"));
	expect(
		await list.then(
			() => "fulfilled",
			() => "rejected",
		),
	).toBe("rejected");
	expect(seen).toEqual(["finally", "catch"]);
});
