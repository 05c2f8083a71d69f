import { describe, expect, test } from "vitest";
import { fromPage, refusal } from "../fixtures/page.ts";
import { raw, served } from "../fixtures/served.ts";
import { apiKey, upstream } from "../fixtures/upstream.ts";
import { createIdentitiesProxy } from "./proxy.ts";
import { isTricky, routeOf } from "./route.ts";

/** A rule that trusts the page's ids: the proxy alone stands between them and the API. */
async function trusting() {
	const { server, url, seen } = await upstream();
	const proxy = createIdentitiesProxy({
		apiKey,
		baseUrl: url,
		allow: {
			list: ({ query }) => ({ query, select: "all" }),
			retrieve: ({ id }) => ({ id, select: "all" }),
			delete: ({ id }) => ({ id }),
		},
	});
	return { proxy, server, seen };
}

describe("the proxy may be mounted", () => {
	test.each(["", "/api", "/api/orq/v1", "/v2", "/v2/identities", "/a%2Fb", "/identities"])(
		"at %j",
		async (mount) => {
			const { proxy, seen } = await trusting();
			await proxy(fromPage(`${mount}/v2/identities`));
			await proxy(fromPage(`${mount}/v2/identities/jo`));
			expect(seen()).toEqual(["GET /v2/identities", "GET /v2/identities/jo"]);
		},
	);
});

test("an id may look like the path's own words", () => {
	expect(routeOf("/api/v2/identities/identities")?.params).toEqual({ id: "identities" });
	expect(routeOf("/v2/identities/v2")?.params).toEqual({ id: "v2" });
});

describe("an id stays one segment", () => {
	test.each([
		["a%2Fb", "a%2Fb"],
		["a%3Fb%23c", "a%3Fb%23c"],
		["a%20b", "a%20b"],
		["%F0%9F%98%80", "%F0%9F%98%80"],
		["jo;admin=1", "jo%3Badmin%3D1"],
		["jo%3Bx", "jo%3Bx"],
		["...", "..."],
		["a..b", "a..b"],
		["100%25", "100%25"],
		["@evil.example", "%40evil.example"],
		["jo&limit=1", "jo%26limit%3D1"],
	])("%s", async (sent, arrived) => {
		const { proxy, seen } = await trusting();
		await proxy(fromPage(`/v2/identities/${sent}`));
		expect(seen()).toEqual([`GET /v2/identities/${arrived}`]);
	});
});

describe("a path that tries to be another goes nowhere:", () => {
	const paths = [
		"/v2/identities/..%2f..%2fworkspaces",
		"/v2/identities/..%2F..",
		"/v2/identities/%2e%2e%2f%2e%2e",
		"/v2/identities/%252e%252e",
		"/v2/identities/%252e%252e%252fworkspaces",
		"/v2/identities/%25252e%25252e%25252f",
		"/v2/identities/a%2f..%2f..%2fworkspaces",
		"/v2/identities/..%5c..%5cworkspaces",
		"/v2/identities/a%5c..%5cb",
		"/v2/identities/.%2fjo",
		"/v2/identities/jo%00",
		"/v2/identities/jo%0d%0aset-cookie:%20a=1",
		"/v2/identities/jo%250d%250ax",
		"/v2/identities/%ff",
		"/v2/identities/%",
		"/v2/identities/%c0%ae%c0%ae",
		"/v2/identities/",
		"/v2/identities//",
		"/v2/identities/jo/",
		"/v2/identities//jo",
		"/v2/identities/jo/budgets",
		"/v2//identities",
		"/v2;x=1/identities",
		"/v2/identities;x=1",
		"/v2/identities%2fjo",
		"/v2%2fidentities",
		"/v2/%69dentities",
		"/V2/identities",
		"/v2/Identities",
		"/v2/identitiesx",
		"/xv2/identities",
		"/v1/identities",
		"/v2/contacts",
		"/",
	];

	test.each(paths)("%s", async (path) => {
		const { proxy, server } = await trusting();
		for (const method of ["GET", "DELETE"]) {
			const response = await proxy(fromPage(path, { method }));
			expect([400, 403, 404, 405]).toContain(response.status);
		}
		expect(server.requests).toEqual([]);
	});

	test.each([
		"/v2/identities/../workspaces",
		"/v2/identities/%2e%2e/workspaces",
		"/v2/identities/.%2E/.%2e/workspaces",
		"/v2/identities/..;/workspaces",
		"/v2/identities/..\\..\\workspaces",
		"//evil.example/v2/workspaces",
		"http://evil.example/v2/workspaces",
		"/v2/identities/..",
		"/v2/identities/%2e%2e",
		"/v2/identities/.",
		"/v2/identities/%2e",
	])("%s, sent by hand", async (path) => {
		const { proxy, server } = await trusting();
		const url = await served(proxy);
		const head = "Host: app.example\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n";
		const answer = await raw(url, `DELETE ${path} HTTP/1.1\r\n${head}\r\n`);
		expect(answer).toMatch(/^HTTP\/1\.1 40[0345] /);
		expect(server.requests).toEqual([]);
	});
});

describe("the method", () => {
	test.each(["PUT", "POST", "PROPFIND", "HEAD"])("%s is none that this path takes", async (method) => {
		const { proxy, server } = await trusting();
		const response = await proxy(fromPage("/v2/identities/jo", { method }));
		expect(response.headers.get("allow")).toBe("GET, DELETE");
		expect(response.status).toBe(405);
		expect(await response.text()).toBe(
			method === "HEAD" ? "" : '{"error":{"code":"method_not_allowed","message":"Not with this method."}}',
		);
		expect(server.requests).toEqual([]);
	});

	test("is the request's own, whatever headers or parameters say", async () => {
		const { proxy, seen } = await trusting();
		const headers = {
			"x-http-method-override": "DELETE",
			"x-http-method": "DELETE",
			"x-method-override": "DELETE",
		};
		await proxy(fromPage("/v2/identities/jo", { headers }));
		expect(seen()).toEqual(["GET /v2/identities/jo"]);
		expect(await refusal(await proxy(fromPage("/v2/identities/jo?_method=DELETE")))).toEqual([
			400,
			"invalid_request",
		]);
		expect(seen()).toHaveLength(1);
	});
});

test("an id that is encoded without end is refused in good time", () => {
	expect(isTricky(`%${"25".repeat(20_000)}2e`)).toBe(true);
	expect(isTricky(encodeURIComponent(encodeURIComponent("100%")))).toBe(false);
});

test.each(["jo", "a/b", "a..b", "...", "100%", "a%b", "%zz", "über", "a b", "x/.../y"])(
	"%j is an id like any other",
	(id) => {
		expect(isTricky(id)).toBe(false);
	},
);
