import { describe, expect, test } from "vitest";
import { checkBaseUrl, defaultBaseUrl } from "./base-url.ts";

/** The URL as it is used, or "refused". */
function used(value: unknown, allowInsecureHttp?: boolean): string {
	const checked = checkBaseUrl(value, allowInsecureHttp);
	return checked.url ?? "refused";
}

test("the default is taken as it is", () => {
	expect(used(defaultBaseUrl)).toBe("https://my.orq.ai");
});

test.each([
	["https://my.orq.ai/", "https://my.orq.ai"],
	["https://my.orq.ai///", "https://my.orq.ai"],
	["https://host/orq", "https://host/orq"],
	["https://host/orq/v1//", "https://host/orq/v1"],
	["https://HOST:443/A", "https://host/A"],
	["https://host:8443", "https://host:8443"],
	["https://host/a/../b", "https://host/b"],
	["https://münchen.example", "https://xn--mnchen-3ya.example"],
])("%s is used as %s", (value, url) => {
	expect(used(value)).toBe(url);
});

test.each([
	undefined,
	null,
	5,
	{},
	"",
	"my.orq.ai",
	"/proxy",
	"//my.orq.ai",
	"https://",
	"ftp://my.orq.ai",
	"file:///etc",
	"javascript:alert(1)",
	"data:text/plain,x",
])("%s is refused", (value) => {
	expect(used(value)).toBe("refused");
});

test.each([
	"https://user@my.orq.ai",
	"https://user:secret@my.orq.ai",
	"https://:secret@my.orq.ai",
	"https://my.orq.ai?tenant=a",
	"https://my.orq.ai/#fragment",
])("%s is refused for what a base has no place for", (value) => {
	expect(used(value)).toBe("refused");
});

describe("plain http", () => {
	test.each([
		["http://localhost:8080", "http://localhost:8080"],
		["http://LOCALHOST", "http://localhost"],
		["http://api.localhost", "http://api.localhost"],
		["http://127.0.0.1:3000/", "http://127.0.0.1:3000"],
		["http://127.255.1.9", "http://127.255.1.9"],
		["http://127.1", "http://127.0.0.1"],
		["http://[::1]:3000", "http://[::1]:3000"],
		["http://[0:0:0:0:0:0:0:1]", "http://[::1]"],
	])("is taken for this machine: %s", (value, url) => {
		expect(used(value)).toBe(url);
	});

	test.each([
		"http://my.orq.ai",
		"http://10.0.0.1",
		"http://0.0.0.0",
		"http://128.0.0.1",
		"http://[::2]",
		"http://localhost.evil.example",
		"http://127.0.0.1.evil.example",
		"http://notlocalhost",
		"http://evil.example/localhost",
		"http://evil.example:80/127.0.0.1",
	])("is refused for others: %s", (value) => {
		expect(used(value)).toBe("refused");
	});

	test("is taken for any host where the caller allows it", () => {
		expect(used("http://orq.internal/", true)).toBe("http://orq.internal");
	});
});

test("a refused URL does not show, since a password may be in it", () => {
	expect(JSON.stringify(checkBaseUrl("https://user:hunter2@my.orq.ai"))).not.toContain("hunter2");
});
