import { describe, expect, test, vi } from "vitest";
import { type ClientOptions, IdentitiesClient, InvalidInputError } from "./index.ts";

function refusalOf(options: unknown): InvalidInputError {
	try {
		new IdentitiesClient(options as ClientOptions);
	} catch (error) {
		if (error instanceof InvalidInputError) return error;
		throw error;
	}
	throw new Error("not refused");
}

describe("a key is refused by its option's name, and the error points to the proxy", () => {
	test.each([
		"apiKey",
		"api_key",
		"APIKEY",
		"key",
		"orqApiKey",
		"ORQ_API_KEY",
		"token",
		"accessToken",
		"bearerToken",
		"secret",
		"authorization",
		"auth",
		"password",
	])("%s", (name) => {
		const error = refusalOf({ baseUrl: "https://app.example", [name]: "sk-very-secret" });
		expect(error.issues.map(({ path }) => path)).toEqual([name]);
		expect(error.message).toContain("@orq/identities-browser/proxy");
		expect(error.message).not.toContain("sk-very-secret");
	});

	test("even where it is undefined, so that nobody learns it from production", () => {
		expect(refusalOf({ apiKey: undefined }).issues[0]?.path).toBe("apiKey");
	});

	test("by TypeScript, too", () => {
		// @ts-expect-error: there is no place for a key
		expect(() => new IdentitiesClient({ apiKey: "sk-very-secret" })).toThrow(InvalidInputError);
	});

	test.each(["authorization", "Authorization", "x-api-key", "ApiKey", "x-orq-api_key"])(
		"header %s",
		(name) => {
			const error = refusalOf({ headers: { [name]: "Bearer sk-very-secret" } });
			expect(error.message).toContain("getToken");
			expect(error.message).not.toContain("sk-very-secret");
		},
	);

	test("an inherited header", () => {
		const headers = Object.create({ "x-api-key": "sk-very-secret" });
		expect(refusalOf({ headers }).issues.map(({ path }) => path)).toEqual(["x-api-key"]);
	});

	test("a header of one call, which rejects", async () => {
		const fetch = vi.fn();
		const call = new IdentitiesClient({ fetch }).retrieve("jo", {
			headers: { "x-api-key": "sk-very-secret" },
		});
		await expect(call).rejects.toMatchObject({ _tag: "InvalidInputError", operation: "retrieve" });
		expect(fetch).not.toHaveBeenCalled();
	});
});

test("a header of the app's own is no key", () => {
	expect(() => new IdentitiesClient({ headers: { "x-csrf-token": "abc" } })).not.toThrow();
});

test.each<[options: unknown, paths: string[]]>([
	[null, ["options"]],
	["/api", ["options"]],
	[{ getToken: "abc" }, ["getToken"]],
	[{ fetch: 1, getToken: 1 }, ["fetch", "getToken"]],
	[{ credentials: "yes" }, ["credentials"]],
	[{ credentials: 1 }, ["credentials"]],
	[{ credentials: ["omit"] }, ["credentials"]],
	[{ credentials: Object.create(null) }, ["credentials"]],
	[{ timeoutMs: -1, maxRetries: 0.5 }, ["timeoutMs", "maxRetries"]],
	[{ headers: [] }, ["headers"]],
	[{ headers: new Map() }, ["headers"]],
	[{ headers: { "x-a": "a\nb" } }, ['headers["x-a"]']],
])("options %j are refused", (options, paths) => {
	expect(refusalOf(options).issues.map(({ path }) => path)).toEqual(paths);
});

test("credentials go to fetch, and are left to the browser where they are not given", async () => {
	const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ _id: "a", external_id: "jo" }));
	await new IdentitiesClient({ credentials: "include", fetch }).retrieve("jo");
	await new IdentitiesClient({ fetch }).retrieve("jo");
	expect(fetch.mock.calls.map(([, init]) => init?.credentials)).toEqual(["include", undefined]);
});

test("the global fetch is looked up when it is used", async () => {
	const clients = [new IdentitiesClient(), new IdentitiesClient({ credentials: "omit" })];
	const fetch = vi.fn(async () => Response.json({ _id: "a", external_id: "jo" }));
	vi.stubGlobal("fetch", fetch);
	for (const client of clients) await client.retrieve("jo");
	expect(fetch).toHaveBeenCalledTimes(2);
});
