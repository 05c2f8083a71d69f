/** The rules of a row: what of a parameter is checked before it is sent. */
import { describe, expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { changed, fixture, model } from "../fixture.ts";
import type { QueryParameter } from "../model/model.ts";
import { emitRows } from "./rows.ts";

/** The generated table of one operation with these parameters. */
function table(query: readonly QueryParameter[]): string {
	const operation = {
		name: "report",
		id: "Report",
		method: "GET",
		path: "/v2/identities/report",
		params: [],
		query,
		success: 200,
		answer: "none",
		envelope: false,
		idempotent: true,
		types: {},
		deprecated: false,
	} as const;
	return emitRows({ operations: [operation], schemas: {} })["packages/core/src/generated/rows.ts"] ?? "";
}

const parameter = (name: string, more: Partial<QueryParameter>): QueryParameter => ({
	name,
	wire: name,
	form: "plain",
	type: "string",
	required: false,
	limits: {},
	...more,
});

test("a required parameter of any type has a rule that demands it", () => {
	const text = table([
		parameter("all", { type: "boolean", required: true }),
		parameter("tags", { type: "array", required: true }),
		parameter("since", { required: true }),
		parameter("least", { type: "number", required: true }),
	]);
	expect(text).toContain("all: [trueOrFalse[0], trueOrFalse[1], true]");
	expect(text).toContain("tags: [anArray[0], anArray[1], true]");
	expect(text).toContain('since: ["well-formed text of 1 or more characters", (it) => isText(it, 1), true]');
	expect(text).toContain('least: ["a number, of any size", (it) => isNumber(it), true]');
});

test("limits are the arguments of a test, and what is not limited at its end is left out", () => {
	const text = table([
		parameter("limit", { type: "integer", limits: { minimum: 1, maximum: 50 } }),
		parameter("offset", { type: "integer", limits: { minimum: 0 } }),
		parameter("share", { type: "number", limits: { maximum: 1 } }),
		parameter("name", { limits: { minLength: 2, maxLength: 9 } }),
	]);
	expect(text).toContain('limit: ["a whole number, 1 to 50", (it) => isWholeNumber(it, 1, 50)]');
	expect(text).toContain('offset: ["a whole number, 0 or more", (it) => isWholeNumber(it, 0)]');
	expect(text).toContain('share: ["a number, up to 1", (it) => isNumber(it, undefined, 1)]');
	expect(text).toContain('name: ["well-formed text of 2 to 9 characters", (it) => isText(it, 2, 9)]');
});

test("only rules in use are imported, whatever parameters are called", () => {
	const text = table([
		parameter("number", { type: "boolean" }),
		parameter("text", { type: "object", form: "json" }),
		parameter("given", {}),
	]);
	expect(text).toContain('import { anObject, isText, trueOrFalse } from "../input/rules.ts";');
});

describe("a field of the body", () => {
	const body = "components schemas Changes properties";
	const rowsOf = (name: string, schema: Json): string => {
		const published = changed(fixture("grown"), `${body} ${name}`, schema);
		const demanded = changed(published, "components schemas Changes required", [name]);
		const text = emitRows(model(demanded))["packages/core/src/generated/rows.ts"] ?? "";
		return text.slice(text.indexOf("update: {")).split("},\n", 1)[0] ?? "";
	};

	test("that is required is demanded, but for one that may be null", () => {
		expect(rowsOf("plan", { type: "string" })).toContain("plan: given");
		expect(rowsOf("plan", { type: "string", nullable: true })).not.toContain("plan");
		expect(rowsOf("plan", { type: "string", nullable: true, minLength: 1 })).toMatch(
			/plan: \[[^\]]*isText\(it, 1\)\]/,
		);
	});

	test("has a length where it is text, and not where it may be something else too", () => {
		expect(rowsOf("seat", { type: "string", minLength: 1 })).toContain("isText(it, 1)");
		expect(rowsOf("seat", { type: ["string", "integer"], minLength: 1 })).toContain("seat: given");
	});
});
