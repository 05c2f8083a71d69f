import { describe, expect, test, vi } from "vitest";
import { pageAt } from "./fixtures/location.ts";
import { IdentitiesClient, InvalidInputError } from "./index.ts";

/** The URL that a call goes to. */
async function calledBy(baseUrl?: string, allowInsecureHttp?: boolean): Promise<unknown> {
	const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ _id: "a", external_id: "jo" }));
	await new IdentitiesClient({ baseUrl, allowInsecureHttp, fetch }).retrieve("jo");
	return fetch.mock.calls[0]?.[0];
}

describe("a relative base URL is taken against the page", () => {
	test.each([
		["https://app.example/", undefined, "https://app.example/v2/identities/jo"],
		["https://app.example/users?x=1#y", "/", "https://app.example/v2/identities/jo"],
		["https://app.example/users/7", "/api", "https://app.example/api/v2/identities/jo"],
		["https://app.example/users/7", "/api/", "https://app.example/api/v2/identities/jo"],
		["https://app.example/users/7", "api", "https://app.example/users/api/v2/identities/jo"],
		["https://app.example/users/7", "", "https://app.example/users/7/v2/identities/jo"],
		["https://app.example/", "//api.example/orq", "https://api.example/orq/v2/identities/jo"],
		["blob:https://app.example/2c1a", "/api", "https://app.example/api/v2/identities/jo"],
		["http://192.168.1.7:3000/", "/api", "http://192.168.1.7:3000/api/v2/identities/jo"],
	])("page %s, base %j", async (page, baseUrl, url) => {
		pageAt(page);
		expect(await calledBy(baseUrl)).toBe(url);
	});

	test("which it remembers: a router changes the page's address", async () => {
		pageAt("https://app.example/users/7");
		const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ _id: "a", external_id: "jo" }));
		const client = new IdentitiesClient({ baseUrl: "api", fetch });
		pageAt("https://app.example/elsewhere/entirely/");
		await client.retrieve("jo");
		expect(fetch.mock.calls[0]?.[0]).toBe("https://app.example/users/api/v2/identities/jo");
	});

	test("and a document's base goes before its address", async () => {
		pageAt("https://app.example/users/7");
		vi.stubGlobal("document", { baseURI: "https://app.example/shop/" });
		expect(await calledBy("api")).toBe("https://app.example/shop/api/v2/identities/jo");
	});
});

test("an absolute base URL needs no page", async () => {
	expect(await calledBy("https://app.example/api")).toBe("https://app.example/api/v2/identities/jo");
});

describe("where there is no page", () => {
	test("a client with a relative base URL can be made, and its calls reject", async () => {
		const fetch = vi.fn<typeof globalThis.fetch>();
		const client = new IdentitiesClient({ baseUrl: "/api", fetch });
		await expect(client.retrieve("jo")).rejects.toMatchObject({
			_tag: "InvalidInputError",
			outcome: "not-sent",
			issues: [{ path: "baseUrl", problem: expect.stringContaining("absolute") }],
		});
		expect(fetch).not.toHaveBeenCalled();
	});
});

test.each([
	["orq.ai itself", "https://my.orq.ai"],
	["orq.ai itself, by a path", "https://my.orq.ai/proxy"],
	["plain http on another origin", "http://other.example/api"],
	["a user in it", "https://user:pass@app.example"],
	["a query", "/api?x=1"],
	["a fragment", "/api#x"],
	["another scheme", "ftp://app.example"],
	["what is no URL", "https://"],
	["a number", 7 as unknown as string],
])("%s is refused", (_, baseUrl) => {
	pageAt("https://app.example/");
	expect(() => new IdentitiesClient({ baseUrl })).toThrow(InvalidInputError);
	expect(() => new IdentitiesClient({ baseUrl })).toThrow("`baseUrl`");
});

test.each(["http://localhost:3000", "http://app.localhost", "http://127.0.0.1:3000", "http://[::1]:3000"])(
	"plain http to this machine passes: %s",
	async (baseUrl) => {
		pageAt("https://app.example/");
		expect(await calledBy(baseUrl)).toBe(`${baseUrl}/v2/identities/jo`);
	},
);

test.each(["http://localhost.evil.example", "http://127.evil.example", "http://xlocalhost"])(
	"what only looks like this machine does not: %s",
	(baseUrl) => {
		pageAt("https://app.example/");
		expect(() => new IdentitiesClient({ baseUrl })).toThrow("plain http");
	},
);

test("plain http on another origin can be allowed", async () => {
	pageAt("http://app.example/");
	expect(await calledBy("http://other.example/api", true)).toBe("http://other.example/api/v2/identities/jo");
});
