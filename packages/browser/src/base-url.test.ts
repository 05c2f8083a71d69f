import { expect, test, vi } from "vitest";
import { IdentitiesClient, InvalidInputError } from "./index.ts";

/** The URL that a call goes to. */
async function calledBy(baseUrl?: string): Promise<unknown> {
	const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ _id: "a", external_id: "jo" }));
	await new IdentitiesClient({ baseUrl, fetch }).retrieve("jo");
	return fetch.mock.calls[0]?.[0];
}

test.each([
	[undefined, "/v2/identities/jo"],
	["/", "/v2/identities/jo"],
	["/api", "/api/v2/identities/jo"],
	["/api/", "/api/v2/identities/jo"],
	["https://my.orq.ai.example.com", "https://my.orq.ai.example.com/v2/identities/jo"],
	["HTTPS://app.example", "HTTPS://app.example/v2/identities/jo"],
	["https://app.example", "https://app.example/v2/identities/jo"],
	["https://app.example/api/", "https://app.example/api/v2/identities/jo"],
	["http://localhost:3000", "http://localhost:3000/v2/identities/jo"],
	["http://[::1]:3000/api", "http://[::1]:3000/api/v2/identities/jo"],
])("base %j: `fetch` takes %s against the page", async (baseUrl, url) => {
	expect(await calledBy(baseUrl)).toBe(url);
});

test("a path is on the page's own origin, whatever its `<base>` says", async () => {
	vi.stubGlobal("location", { origin: "https://app.example" });
	expect(await calledBy("/api/")).toBe("https://app.example/api/v2/identities/jo");
	expect(await calledBy()).toBe("https://app.example/v2/identities/jo");
	expect(await calledBy("https://other.example")).toBe("https://other.example/v2/identities/jo");
	// A sandboxed frame has none.
	vi.stubGlobal("location", { origin: "null" });
	expect(await calledBy("/api")).toBe("/api/v2/identities/jo");
});

test("where there is no page a client with a path can be made, and its calls fail", async () => {
	const client = new IdentitiesClient({ baseUrl: "/api", maxRetries: 0 });
	await expect(client.retrieve("jo")).rejects.toMatchObject({ _tag: "ConnectionError" });
});

test.each([
	["orq.ai itself", "https://my.orq.ai"],
	["orq.ai itself, by a path", "https://my.orq.ai/proxy"],
	["orq.ai itself, in capitals", "https://MY.orq.ai:443"],
	["orq.ai itself, with its root's dot", "https://my.orq.ai./proxy"],
	["orq.ai itself, percent-encoded", "https://%6dy.orq.ai"],
	["orq.ai itself, behind what URL parsers fold away", "https://\\my.orq.ai"],
	["another host, by a path", "//my.orq.ai"],
	["another host, by a path with a backslash", "/\\my.orq.ai"],
	["a line break", "/a\nb"],
	["a space", "https://a b"],
	["a URL object", new URL("https://app.example") as unknown as string],
	["what a router would move", "api"],
	["an empty text", ""],
	["a user in it", "https://user:pass@app.example"],
	["a query", "/api?x=1"],
	["a host's query", "https://app.example?x=1"],
	["a fragment", "/api#x"],
	["another scheme", "ftp://app.example"],
	["what is no URL", "https://"],
	["a number", 7 as unknown as string],
])("%s is refused", (_, baseUrl) => {
	expect(() => new IdentitiesClient({ baseUrl })).toThrow(InvalidInputError);
	expect(() => new IdentitiesClient({ baseUrl })).toThrow("`baseUrl`");
});
