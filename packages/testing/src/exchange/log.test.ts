import { expect, test } from "vitest";
import { callerOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";
import { createIdentitiesServer } from "../server.ts";

test("a request is recorded whole, as plain data, the key too", async () => {
	const server = januaryServer({ now: () => 5, identities: [{ external_id: "a/b" }] });
	const fault = { operation: "update", status: 503, times: 1 } as const;
	server.fail(fault);
	await callerOf(server.fetch)("PATCH", "/v2/identities/a%2Fb?x=1&y=a&y=b", { tags: [] });
	expect(JSON.parse(JSON.stringify(server.requests))).toEqual([
		{
			operation: "update",
			method: "PATCH",
			url: "https://api.example/v2/identities/a%2Fb?x=1&y=a&y=b",
			path: "/v2/identities/a%2Fb",
			query: { x: "1", y: ["a", "b"] },
			headers: { authorization: "Bearer test", "content-type": "application/json" },
			body: '{"tags":[]}',
			at: 5,
			fault,
		},
	]);
});

test("a request that no operation takes is recorded without one", async () => {
	const server = createIdentitiesServer();
	await callerOf(server.fetch)("GET", "/nowhere?__proto__=1");
	expect(server.requests[0]).toMatchObject({ operation: undefined, path: "/nowhere" });
	expect(Object.keys(server.requests[0]?.query ?? {})).toEqual(["__proto__"]);
});

test("only the newest are kept where a number says so", async () => {
	const server = createIdentitiesServer({ keepRequests: 2 });
	for (const path of ["/a", "/b", "/c"]) await callerOf(server.fetch)("GET", path);
	expect(server.requests.map(({ path }) => path)).toEqual(["/b", "/c"]);
});
