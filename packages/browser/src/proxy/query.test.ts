import type { QueryParameter } from "@orq/identities-core";
import { describe, expect, test } from "vitest";
import { readQuery } from "./query.ts";

const whole: QueryParameter = { name: "filter_by", wire: "filter_by", form: "json", type: "object" };
const tags: QueryParameter = { name: "filter_by", wire: "filter_by.tags", form: "array", type: "array" };
const plan: QueryParameter = { name: "filter_by", wire: "filter_by.plan", form: "plain", type: "string" };

const read = (parameters: QueryParameter[], sent: Readonly<Record<string, string>>) =>
	readQuery(parameters, new URLSearchParams(sent));
const refusal = { ok: false, error: { status: 400 } };

test("a filter is one object to the rule, in whichever form the API takes it", () => {
	const data = { filter_by: { tags: ["a,b", "c"] } };
	expect(read([whole], { filter_by: '{"tags":["a,b","c"]}' })).toEqual({ ok: true, data });
	const dotted = new URLSearchParams("filter_by.tags=a%2Cb&filter_by.tags=c");
	expect(readQuery([tags], dotted)).toEqual({ ok: true, data });
});

describe("a page that is older than its proxy", () => {
	test("is understood where it sends the object whole", () => {
		expect(read([tags, plan], { filter_by: '{"tags":["a,b","c"],"plan":"free"}' })).toEqual({
			ok: true,
			data: { filter_by: { tags: ["a,b", "c"], plan: "free" } },
		});
	});

	test.each(["{}", '{"tags":[]}', '{"tags":null}'])("asks for no filter with %s", (filter_by) => {
		expect(read([tags], { filter_by })).toEqual({ ok: true, data: {} });
	});

	test.each([
		"tags=a",
		'["a"]',
		"null",
		'{"plans":["x"]}',
		'{"tags":{"a":["x"]}}',
		'{"__proto__":{"tags":["x"]}}',
	])("is refused with %s", (filter_by) => {
		expect(read([tags], { filter_by })).toMatchObject(refusal);
	});

	test("is refused where it says the same twice", () => {
		const twice = '{"plan":"free"}';
		const sent = new URLSearchParams([
			["filter_by", twice],
			["filter_by", twice],
		]);
		expect(readQuery([plan], sent)).toMatchObject(refusal);
	});
});

test("a dotted name is none to an API that takes the object whole", () => {
	expect(read([whole], { "filter_by.tags": "a" })).toMatchObject(refusal);
});
