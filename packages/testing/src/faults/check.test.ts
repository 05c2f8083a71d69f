import { describe, expect, test } from "vitest";
import { createIdentitiesServer } from "../server.ts";
import type { FaultRule } from "./rule.ts";

const { fail } = createIdentitiesServer();

test.each<[unknown, string]>([
	[undefined, "fail: takes an object, the rule."],
	[{ oparation: "list" }, "fail: `oparation` is not part of a rule; known: operation, nth, times, chance,"],
	[
		{ operation: "get", status: 503 },
		'fail: `operation` must be one of list, create, retrieve, update, delete; received "get".',
	],
	[{ operation: ["list", "get"], status: 503 }, "fail: `operation` must be one of"],
	[{ operation: [], status: 503 }, "fail: `operation` must be a name or several; received []."],
	[{ status: 503, nth: 0 }, "fail: `nth` must be a whole number from 1; received 0."],
	[{ status: 503, times: 1.5 }, "fail: `times` must be a whole number from 1; received 1.5."],
	[{ status: 503, chance: 2 }, "fail: `chance` must be a number from 0 to 1; received 2."],
	[
		{ fault: "crash" },
		'fail: `fault` must be one of reset, silent, truncated, stalled, html, garbage, redirect; received "crash".',
	],
	[{ status: 100 }, "fail: `status` must be a whole number from 200 to 599; received 100."],
	[{ status: 503, headers: { a: "b\nc" } }, "fail: `headers` must be an object of header names and values;"],
	[{ status: 503, body: () => 1 }, "fail: `body` must be a string or JSON; received () => 1."],
	[
		{ delayMs: 2 ** 31 },
		"fail: `delayMs` must be a whole number of ms, at most 2147483647; received 2147483648.",
	],
	[{ status: 503, afterWrite: "yes" }, 'fail: `afterWrite` must be true or false; received "yes".'],
])("%j can't be followed by itself", (rule, message) => {
	expect(() => fail(rule as FaultRule)).toThrow(message);
});

describe("parts that contradict each other", () => {
	test.each<[FaultRule, string]>([
		[{ operation: "list", times: 1 }, "says nothing that goes wrong"],
		[{ fault: "reset", status: 503 }, '`status` can\'t go with fault "reset", which never answers.'],
		[
			{ fault: "silent", headers: { a: "b" } },
			'`headers` can\'t go with fault "silent", which never answers.',
		],
		[{ fault: "truncated", body: "x" }, "`body` needs a status."],
		[
			{ fault: "html", status: 502, body: "x" },
			'`body` can\'t go with fault "html", which has a body of its own.',
		],
		[{ status: 204, body: "x" }, "`status` 204 means an answer without a body, and the rule needs one."],
		[{ status: 204, fault: "truncated" }, "`status` 204 means an answer without a body"],
		[{ fault: "redirect" }, "`location` is missing"],
		[{ fault: "redirect", location: "http://" }, "`location` must be a URL"],
		[{ fault: "redirect", location: "/日本" }, "`location` must be a URL"],
		[{ status: 503, location: "/" }, '`location` needs fault "redirect".'],
		[
			{ fault: "redirect", location: "/", status: 200 },
			"`status` of a redirect must be 300 to 399; received 200.",
		],
		[{ fault: "truncated", afterWrite: false }, "`afterWrite` can't be false here"],
		[{ delayMs: 5, afterWrite: false }, "`afterWrite` can't be false here"],
	])("%j is refused", (rule, message) => {
		expect(() => fail(rule)).toThrow(message);
	});
});

test.each<FaultRule>([
	{ delayMs: 0 },
	{ headers: { "x-request-id": "mine" } },
	{ fault: "reset", afterWrite: true, delayMs: 5 },
	{ fault: "truncated", status: 503, body: "broken", afterWrite: true },
	{ fault: "garbage", afterWrite: false },
	{ fault: "redirect", location: "/", status: 304 },
	{ status: 204 },
])("%j is fine", (rule) => {
	expect(() => fail(rule)()).not.toThrow();
});
