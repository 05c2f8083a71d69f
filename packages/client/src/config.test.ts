/** How a client is made: what it takes from where, and what it refuses. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, IdentitiesClient, type InvalidInputError } from "./index.ts";
import { failureOf, identity, key } from "./test/server.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
});

/** Where a client made so sends its first request, and with which key. */
async function firstRequest(options: ClientOptions) {
	const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) =>
		Response.json(identity("jo")),
	);
	await new IdentitiesClient({ ...options, fetch }).retrieve("jo");
	const [url, init] = fetch.mock.calls[0] ?? [];
	return { url, authorization: new Headers(init?.headers).get("authorization") };
}

function refusalOf(options: unknown): InvalidInputError {
	try {
		new IdentitiesClient(options as ClientOptions);
	} catch (error) {
		return error as InvalidInputError;
	}
	throw new Error("It was to be refused.");
}

const pathsOf = ({ issues }: InvalidInputError) => issues.map(({ path }) => path);

describe("the environment", () => {
	it("gives key and place where the options do not", async () => {
		vi.stubEnv("ORQ_API_KEY", "env-key");
		vi.stubEnv("ORQ_BASE_URL", "https://orq.example.com/base/");
		expect(await firstRequest({})).toEqual({
			url: "https://orq.example.com/base/v2/identities/jo",
			authorization: "Bearer env-key",
		});
	});

	it("gives way to the options", async () => {
		vi.stubEnv("ORQ_API_KEY", "env-key");
		vi.stubEnv("ORQ_BASE_URL", "https://orq.example.com");
		expect(await firstRequest({ apiKey: "own-key", baseUrl: "https://own.example.com" })).toEqual({
			url: "https://own.example.com/v2/identities/jo",
			authorization: "Bearer own-key",
		});
	});

	it("says nothing where it is empty", async () => {
		vi.stubEnv("ORQ_API_KEY", "");
		vi.stubEnv("ORQ_BASE_URL", "");
		expect(pathsOf(refusalOf({}))).toEqual(["apiKey"]);
		expect((await firstRequest({ apiKey: key })).url).toBe("https://my.orq.ai/v2/identities/jo");
	});

	it("says nothing where reading it throws, as Deno does without permission", async () => {
		const env = new Proxy(
			{},
			{
				get: () => {
					throw new Error("Requires env access");
				},
			},
		);
		vi.stubGlobal("process", { env });
		expect((await firstRequest({ apiKey: key })).url).toBe("https://my.orq.ai/v2/identities/jo");
		expect(pathsOf(refusalOf({}))).toEqual(["apiKey"]);
	});

	it("may be missing, as in a browser", async () => {
		vi.stubGlobal("process", undefined);
		expect((await firstRequest({ apiKey: key })).url).toBe("https://my.orq.ai/v2/identities/jo");
	});
});

describe("the constructor", () => {
	it("says how to give the key where it is missing", () => {
		vi.stubEnv("ORQ_API_KEY", undefined);
		const error = refusalOf(undefined);
		expect(error).toMatchObject({ _tag: "InvalidInputError", outcome: "not-sent" });
		expect(error.message).toMatch(/ORQ_API_KEY.*apiKey/);
	});

	it("refuses an empty key that is given, whatever the environment says", () => {
		vi.stubEnv("ORQ_API_KEY", "env-key");
		expect(pathsOf(refusalOf({ apiKey: "" }))).toEqual(["apiKey"]);
	});

	it.each([
		["a line break", "abc\n"],
		["a space", "abc def"],
		["a sign beyond Latin-1", "abc€"],
		["a control character", "abc\u0007"],
	])("refuses a key with %s, without printing it", (_, apiKey) => {
		const error = refusalOf({ apiKey });
		expect(pathsOf(error)).toEqual(["apiKey"]);
		expect(error.message).not.toContain("abc");
	});

	it("refuses plain http, which would show the key, unless it is this machine or allowed", async () => {
		const baseUrl = "http://orq.example.com";
		expect(pathsOf(refusalOf({ apiKey: key, baseUrl }))).toEqual(["baseUrl"]);
		const allowed = await firstRequest({ apiKey: key, baseUrl, allowInsecureHttp: true });
		expect(allowed.url).toBe("http://orq.example.com/v2/identities/jo");
		for (const host of ["localhost", "127.0.0.1", "[::1]", "api.localhost"]) {
			const { url } = await firstRequest({ apiKey: key, baseUrl: `http://${host}:8080` });
			expect(url).toBe(`http://${host}:8080/v2/identities/jo`);
		}
	});

	it.each([
		[
			"",
			"orq.example.com",
			"ftp://orq.example.com",
			"https://user:pass@orq.example.com",
			"https://orq.example.com?a=1",
		],
	])("refuses what is no base URL", (...urls) => {
		for (const baseUrl of urls) expect(pathsOf(refusalOf({ apiKey: key, baseUrl }))).toEqual(["baseUrl"]);
	});

	it("names everything that is wrong at once", () => {
		vi.stubEnv("ORQ_API_KEY", undefined);
		const error = refusalOf({
			baseUrl: "nowhere",
			timeoutMs: 0,
			maxRetries: -1,
			fetch: "fetch",
			headers: [],
		});
		expect([...pathsOf(error)].sort()).toEqual([
			"apiKey",
			"baseUrl",
			"fetch",
			"headers",
			"maxRetries",
			"timeoutMs",
		]);
		for (const path of pathsOf(error)) expect(error.message).toContain(`\`${path}\``);
	});

	it("takes no text for a permission, as an environment may have it", () => {
		const baseUrl = "http://orq.example.com";
		expect(pathsOf(refusalOf({ apiKey: key, baseUrl, allowInsecureHttp: "false" }))).toEqual(["baseUrl"]);
		vi.stubGlobal("window", {});
		vi.stubGlobal("document", {});
		expect(pathsOf(refusalOf({ apiKey: key, dangerouslyAllowBrowser: "false" }))).toEqual(["apiKey"]);
	});

	it("refuses hooks that are none", () => {
		expect(pathsOf(refusalOf({ apiKey: key, hooks: "log" }))).toEqual(["hooks"]);
	});

	it.each([
		["a text", key],
		["null", null],
		["an array", []],
	])("refuses %s in the place of options", (_, options) => {
		expect(pathsOf(refusalOf(options))).toContain("options");
	});

	it("refuses a key in a browser, unless told that it may be public", async () => {
		vi.stubGlobal("window", {});
		vi.stubGlobal("document", {});
		const error = refusalOf({ apiKey: key });
		expect(error.message).toMatch(/@orq\/identities-browser.*dangerouslyAllowBrowser/);
		expect(error.message).not.toContain(key);
		const allowed = await firstRequest({ apiKey: key, dangerouslyAllowBrowser: true });
		expect(allowed.authorization).toBe(`Bearer ${key}`);
	});

	it("does not take a worker for a browser's page", () => {
		vi.stubGlobal("window", {});
		expect(() => new IdentitiesClient({ apiKey: key })).not.toThrow();
	});

	it("sends nothing", async () => {
		const fetch = vi.fn();
		new IdentitiesClient({ apiKey: key, fetch });
		await new Promise((resolve) => setTimeout(resolve, 10));
		expect(fetch).not.toHaveBeenCalled();
	});
});

describe("a prefix in the base URL", () => {
	it("stands before every path", async () => {
		const { url } = await firstRequest({ apiKey: key, baseUrl: "https://orq.example.com/eu//" });
		expect(url).toBe("https://orq.example.com/eu/v2/identities/jo");
	});
});

describe("a refused call", () => {
	it("does not print the id", async () => {
		const client = new IdentitiesClient({
			apiKey: key,
			fetch: async () => new Response("no jo@example.com", { status: 404 }),
		});
		const error = (await failureOf(client.retrieve("jo@example.com"))) as Error;
		expect(error).toMatchObject({ _tag: "IdentityNotFoundError", id: "jo@example.com" });
		expect(error.message).not.toContain("jo@example.com");
	});
});
