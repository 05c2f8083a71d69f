import { InvalidInputError } from "@orq/identities-core";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { apiKey } from "../fixtures/upstream.ts";
import type { ProxyOptions } from "./options.ts";
import { createIdentitiesProxy } from "./proxy.ts";

const made = (options: unknown) => () => createIdentitiesProxy(options as ProxyOptions);

function issuesOf(make: () => unknown): string[] {
	try {
		make();
	} catch (error) {
		if (error instanceof InvalidInputError) return error.issues.map(({ path }) => path);
		throw error;
	}
	return [];
}

describe("refused at the start", () => {
	test.each<[name: string, options: unknown, path: string]>([
		["no options", undefined, "options"],
		["no rules", { apiKey }, "allow"],
		[
			"a rule for an operation that there is not",
			{ apiKey, allow: { retreive: () => undefined } },
			"allow.retreive",
		],
		["a rule that is no function", { apiKey, allow: { list: true } }, "allow.list"],
		["every origin", { apiKey, allow: {}, allowedOrigins: ["*"] }, "allowedOrigins[0]"],
		[
			"the origin null",
			{ apiKey, allow: {}, allowedOrigins: ["https://a.example", "null"] },
			"allowedOrigins[1]",
		],
		[
			"an origin with a path",
			{ apiKey, allow: {}, allowedOrigins: ["https://a.example/"] },
			"allowedOrigins[0]",
		],
		["an origin without a scheme", { apiKey, allow: {}, allowedOrigins: ["a.example"] }, "allowedOrigins[0]"],
		[
			"origins that are one text",
			{ apiKey, allow: {}, allowedOrigins: "https://a.example" },
			"allowedOrigins",
		],
		["no body at all", { apiKey, allow: {}, maxBodyBytes: 0 }, "maxBodyBytes"],
		["bodies without a limit", { apiKey, allow: {}, maxBodyBytes: Number.POSITIVE_INFINITY }, "maxBodyBytes"],
		["an onError that is no function", { apiKey, allow: {}, onError: true }, "onError"],
		["an endless timeout", { apiKey, allow: {}, timeoutMs: Number.POSITIVE_INFINITY }, "timeoutMs"],
		["plain http to another machine", { apiKey, allow: {}, baseUrl: "http://api.example" }, "baseUrl"],
		["a key that no header can carry", { apiKey: "a\nb", allow: {} }, "apiKey"],
	])("%s", (_, options, path) => {
		expect(issuesOf(made(options))).toEqual([path]);
	});

	test("a proxy without a key", () => {
		vi.stubEnv("ORQ_API_KEY", undefined);
		onTestFinished(() => void vi.unstubAllEnvs());
		expect(issuesOf(made({ allow: {} }))).toEqual(["apiKey"]);
	});

	test("a proxy in a page, where its key could be read", () => {
		vi.stubGlobal("window", {});
		vi.stubGlobal("document", {});
		onTestFinished(() => void vi.unstubAllGlobals());
		expect(issuesOf(made({ apiKey, allow: {} }))).toEqual(["apiKey"]);
		// A test in jsdom is none.
		expect(issuesOf(made({ apiKey, allow: {}, dangerouslyAllowBrowser: true }))).toEqual([]);
	});
});

test("key and base URL come from the environment where they are not given", async () => {
	vi.stubEnv("ORQ_API_KEY", "from-env");
	vi.stubEnv("ORQ_BASE_URL", "https://api.example/base");
	onTestFinished(() => void vi.unstubAllEnvs());
	const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ _id: "a", external_id: "jo" }));
	const proxy = createIdentitiesProxy({ fetch, allow: { retrieve: () => ({ id: "jo", select: "all" }) } });
	await proxy(
		new Request("https://app.example/v2/identities/me", { headers: { "sec-fetch-site": "same-origin" } }),
	);
	expect(fetch).toHaveBeenCalledWith(
		"https://api.example/base/v2/identities/jo",
		expect.objectContaining({ headers: { accept: "application/json", authorization: "Bearer from-env" } }),
	);
});
