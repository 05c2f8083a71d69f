import { describe, expect, test } from "vitest";
import { refusal } from "../fixtures/page.ts";
import { apiKey, upstream } from "../fixtures/upstream.ts";
import { createIdentitiesProxy } from "./proxy.ts";

const trusted = "https://admin.example";

async function proxied() {
	const { server, url } = await upstream();
	const proxy = createIdentitiesProxy({
		apiKey,
		baseUrl: url,
		allowedOrigins: [trusted],
		allow: {
			retrieve: () => ({ id: "jo", select: ["display_name"] }),
			delete: () => new Response("no", { status: 401, headers: { vary: "cookie" } }),
		},
	});
	const ask = (
		headers: Readonly<Record<string, string>>,
		method = "GET",
		url = "https://app.example/v2/identities/me",
	) => proxy(new Request(url, { method, headers }));
	return { ask, server };
}

describe("a request is let in", () => {
	test.each<[name: string, headers: Record<string, string>]>([
		["of the same origin, by the browser's word", { "sec-fetch-site": "same-origin" }],
		["of an allowed origin", { origin: trusted, "sec-fetch-site": "cross-site" }],
		["of an allowed origin of the same site", { origin: trusted, "sec-fetch-site": "same-site" }],
		["of an allowed origin, from a browser without the header", { origin: trusted }],
		[
			"of an old browser, with an Origin that is the Host",
			{ origin: "https://app.example", host: "app.example" },
		],
		[
			"with an Origin that is the Host behind something that ends TLS",
			{ origin: "https://app.example", host: "app.example:443" },
		],
		[
			"with an Origin that is the URL's host, where there is no Host header",
			{ origin: "https://app.example" },
		],
	])("%s", async (_, headers) => {
		const { ask } = await proxied();
		expect((await ask(headers)).status).toBe(200);
	});
});

describe("a request is refused, and the API sees nothing of it,", () => {
	test.each<[name: string, headers: Record<string, string>]>([
		["of another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
		["of another site that sends no Origin", { "sec-fetch-site": "cross-site" }],
		["of a sister domain", { "sec-fetch-site": "same-site", origin: "https://blog.app.example" }],
		["that a user typed or a link of a mail opened", { "sec-fetch-site": "none" }],
		["whose Sec-Fetch-Site comes twice", { "sec-fetch-site": "same-origin, cross-site" }],
		["whose Sec-Fetch-Site is written otherwise", { "sec-fetch-site": "Same-Origin" }],
		["whose Sec-Fetch-Site is empty", { "sec-fetch-site": "", origin: "https://app.example" }],
		[
			"of another site, though its Origin is the Host",
			{ "sec-fetch-site": "cross-site", origin: "https://app.example" },
		],
		["without any of the headers", {}],
		["of an old browser on another origin", { origin: "https://evil.example" }],
		["of an old browser on another port", { origin: "https://app.example:8443", host: "app.example" }],
		["with the Origin null, as of a sandboxed frame", { origin: "null" }],
		["with the Origin null and the word none", { origin: "null", "sec-fetch-site": "none" }],
		["with an Origin that only ends like an allowed one", { origin: "https://evil-admin.example" }],
		["with an Origin that only begins like an allowed one", { origin: `${trusted}.evil.example` }],
		["with an allowed origin's name and another scheme", { origin: "http://admin.example" }],
		["with an allowed origin's name in capitals", { origin: "https://ADMIN.example" }],
		["with an Origin that is no URL", { origin: "app.example" }],
		["with an Origin of an extension", { origin: "chrome-extension://app.example" }],
		[
			"with a forged X-Forwarded-Host",
			{ origin: "https://evil.example", host: "app.example", "x-forwarded-host": "evil.example" },
		],
		[
			"with a forged Forwarded",
			{ origin: "https://evil.example", host: "app.example", forwarded: "host=evil.example" },
		],
		["with a Host that hides another", { origin: "https://evil.example", host: "app.example@evil.example" }],
		[
			"with a Host that hides another behind a slash",
			{ origin: "https://evil.example", host: "evil.example/app.example" },
		],
		["with a Referer of the own origin only", { referer: "https://app.example/" }],
	])("%s", async (_, headers) => {
		const { ask, server } = await proxied();
		const response = await ask(headers);
		expect(response.headers.get("access-control-allow-origin")).toBeNull();
		expect(await refusal(response)).toEqual([403, "cross_site"]);
		expect(server.requests).toEqual([]);
	});

	test("of another site, whatever its method and path", async () => {
		const { ask, server } = await proxied();
		for (const method of ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"]) {
			for (const path of ["/v2/identities", "/v2/identities/me", "/elsewhere"]) {
				const { status } = await ask(
					{ "sec-fetch-site": "cross-site" },
					method,
					`https://app.example${path}`,
				);
				expect(status).toBe(403);
			}
		}
		expect(server.requests).toEqual([]);
	});
});

describe("an allowed origin", () => {
	test("may read the answer, with its cookies", async () => {
		const { ask } = await proxied();
		const { headers } = await ask({ origin: trusted });
		expect(headers.get("access-control-allow-origin")).toBe(trusted);
		expect(headers.get("access-control-allow-credentials")).toBe("true");
		expect(headers.get("vary")).toMatch(/origin/);
	});

	test("may read refusals and a rule's own response", async () => {
		const { ask } = await proxied();
		const missing = await ask({ origin: trusted }, "GET", "https://app.example/elsewhere");
		const own = await ask({ origin: trusted }, "DELETE");
		for (const { headers } of [missing, own])
			expect(headers.get("access-control-allow-origin")).toBe(trusted);
		expect([own.status, await own.text(), own.headers.get("vary")]).toEqual([401, "no", "cookie, origin"]);
	});

	test("has its preflight answered", async () => {
		const { ask, server } = await proxied();
		const response = await ask(
			{
				origin: trusted,
				"sec-fetch-site": "cross-site",
				"access-control-request-method": "PATCH",
				"access-control-request-headers": "authorization, content-type,x-csrf-token",
			},
			"OPTIONS",
		);
		expect([response.status, await response.text()]).toEqual([204, ""]);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"access-control-allow-origin": trusted,
			"access-control-allow-credentials": "true",
			"access-control-allow-methods": "GET, DELETE",
			"access-control-allow-headers": "authorization, content-type, x-csrf-token",
			vary: "origin, sec-fetch-site",
		});
		expect(server.requests).toEqual([]);
	});

	test("gets nothing back of header names that are none", async () => {
		const { ask } = await proxied();
		const response = await ask(
			{ origin: trusted, "access-control-request-headers": 'x-a, "<script>", x b, , é, x-c' },
			"OPTIONS",
		);
		expect(response.headers.get("access-control-allow-headers")).toBe("x-a, x-c");
	});
});

test("the own origin's OPTIONS says what may be done, without CORS", async () => {
	const { ask } = await proxied();
	const response = await ask({ "sec-fetch-site": "same-origin" }, "OPTIONS");
	expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, DELETE"]);
	expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});
