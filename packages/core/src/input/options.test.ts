import { describe, expect, test } from "vitest";
import { checkOptions, defaultMaxRetries, defaultTimeoutMs, isHeaderText } from "./options.ts";

/** Which options are refused. */
const refused = (options: Parameters<typeof checkOptions>[0]) =>
	checkOptions(options).map(({ path }) => path);

test("no options are fine, and what a caller leaves undefined too", () => {
	const none = { timeoutMs: undefined, totalTimeoutMs: undefined, maxRetries: undefined, headers: undefined };
	expect([refused({}), refused(none)]).toEqual([[], []]);
});

test("the defaults are 30 s for an attempt and two retries", () => {
	expect([defaultTimeoutMs, defaultMaxRetries]).toEqual([30_000, 2]);
});

test("all that is wrong is told at once", () => {
	expect(refused({ timeoutMs: 0, totalTimeoutMs: 0, maxRetries: -1, headers: [] })).toEqual([
		"timeoutMs",
		"totalTimeoutMs",
		"maxRetries",
		"headers",
	]);
});

describe("a time limit", () => {
	test.each([0.5, 1, 30_000, 2 ** 31 - 1, false, null])("may be %s", (limit) => {
		expect(refused({ timeoutMs: limit, totalTimeoutMs: limit })).toEqual([]);
	});

	test.each([0, -1, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY, "1000", true, 5n, {}])(
		"may not be %s",
		(limit) => {
			expect(refused({ timeoutMs: limit, totalTimeoutMs: limit })).toEqual(["timeoutMs", "totalTimeoutMs"]);
		},
	);
});

describe("the number of retries", () => {
	test.each([0, 1, 100, null])("may be %s", (maxRetries) => {
		expect(refused({ maxRetries })).toEqual([]);
	});

	test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "2", false])("may not be %s", (maxRetries) => {
		expect(refused({ maxRetries })).toEqual(["maxRetries"]);
	});
});

describe("headers", () => {
	test("may have any token as a name and Latin-1 as a value", () => {
		expect(refused({ headers: { "X-Trace!#$%&'*+-.^_`|~1": "ä\tb ", empty: "", gone: undefined } })).toEqual(
			[],
		);
	});

	test.each(["", " ", "a b", "a:b", "a\nb", "ä", "a\r", "(a)", "🙂"])("may not have the name %j", (name) => {
		expect(refused({ headers: { [name]: "x" } })).toEqual([`headers[${JSON.stringify(name)}]`]);
	});

	test.each(["a\nb", "a\r\nevil: 1", "a\u0000", "日本", "\u007f", "\ud800", 5, ["a"], {}])(
		"may not have the value %j",
		(value) => {
			expect(refused({ headers: { "x-a": value, "x-b": "b" } })).toEqual(['headers["x-a"]']);
		},
	);

	test.each(["authorization", "Authorization", "AUTHORIZATION"])(
		"may not have %s, which is the client's",
		(name) => {
			expect(refused({ headers: { [name]: "Bearer other" } })).toEqual([`headers["${name}"]`]);
		},
	);

	test.each([
		["an array", [["x-a", "1"]]],
		["a Headers", new Headers({ "x-a": "1" })],
		["a Map", new Map([["x-a", "1"]])],
		["a text", "x-a: 1"],
	])("may not be %s, whose entries would be lost", (_, headers) => {
		expect(refused({ headers })).toEqual(["headers"]);
	});

	test("are told without their values, numbers too", () => {
		const headers = { "x-secret": "hunter2\n", "x-pin": 471_112 };
		const told = JSON.stringify(checkOptions({ headers }));
		expect([told.includes("hunter2"), told.includes("471112")]).toEqual([false, false]);
	});
});

describe("what is no option", () => {
	test.each([null, undefined, "fast", ["x"], 5, new Map()])(
		"is refused in the options' place: %s",
		(options) => {
			expect(refused(options as object)).toEqual(["options"]);
		},
	);

	test.each(["stop", {}, 5, new AbortController()])("is refused in a signal's place: %s", (signal) => {
		expect(refused({ signal })).toEqual(["signal"]);
	});

	test("is refused in the place of `fetch`", () => {
		expect([refused({ fetch: "fetch" }), refused({ fetch })]).toEqual([["fetch"], []]);
	});

	test("is not told, but in words what it must be", () => {
		expect(checkOptions({ timeoutMs: 0, headers: "x-pin: 4711" })).toMatchObject([
			{ problem: "must be false, or a number of ms up to 2147483647; received 0" },
			{ problem: "must be an object; received text of 11" },
		]);
	});
});

test.each([
	["plain", true],
	["tab\tä\u00a0ÿ", true],
	["", true],
	["line\n", false],
	["\u0080", false],
	["\u001b", false],
	["Ā", false],
])("%j can stand in a header: %s", (text, can) => {
	expect(isHeaderText(text)).toBe(can);
});
