import { expect, test } from "vitest";
import type { Json, JsonObject } from "../document/json.ts";
import { changed, fixture, model, type } from "../fixture.ts";

const models = {
	inline: model(fixture("inline")),
	components: model(fixture("components")),
	grown: model(fixture("grown")),
};
const item = "paths /v2/identities/{id}";

test("a date or an object that is newly required in an answer stays optional", () => {
	expect(type(models.grown, "Identity")?.required).toEqual(["_id", "external_id", "groups"]);
	expect(type(models.grown, "MergeIdentityResponse")?.required).toEqual(["moved", "note", "state"]);
});

test("what is required of a request stays required, dates too", () => {
	const body =
		"paths /v2/identities/{id}/merge post requestBody content application/json;~charset=utf-8 schema";
	const fields = { source: { type: "string" }, at: { type: "string", format: "date-time" } };
	const published = changedSpaced(fixture("grown"), body, {
		type: "object",
		required: ["at"],
		properties: fields,
	});
	expect(type(model(published), "MergeIdentityRequest")?.required).toEqual(["at"]);
});

/** As `changed`, for a step with a space in it, which is written as a tilde. */

function changedSpaced(document: JsonObject, steps: string, value: Json): JsonObject {
	const text = JSON.stringify(document).replaceAll("application/json; charset", "application/json;~charset");
	const copy = changed(JSON.parse(text) as JsonObject, steps, value);
	return JSON.parse(JSON.stringify(copy).replaceAll(";~charset", "; charset")) as JsonObject;
}

test("an object of unknown values is a map", () => {
	for (const at of Object.values(models)) {
		expect(type(at, "Identity")?.properties?.["metadata"]).toMatchObject({
			type: "object",
			additionalProperties: true,
		});
	}
});

test("what only the server sets is no part of a request, and readonly in an answer", () => {
	expect(type(models.grown, "CreateIdentityRequestBudget")?.properties).not.toHaveProperty("resets_at");
	expect(type(models.grown, "IdentityBudget")?.properties?.["resets_at"]?.readOnly).toBe(true);
});

test("what is noted of an object's place stays there", () => {
	expect(type(models.grown, "Identity")?.properties?.["owner"]).toEqual({
		$ref: "#/components/schemas/IdentityOwner",
		description: "Who looks after them.",
		readOnly: true,
	});
});

test("several objects in one place have a type each", () => {
	const choice = (key: string) => ({ type: "object", properties: { [key]: { type: "string" } } });
	const published = changed(
		fixture("inline"),
		`${item} patch requestBody content application/json schema properties rule`,
		{
			oneOf: [choice("by_name"), choice("by_tag")],
		},
	);
	expect(type(model(published), "UpdateIdentityRequest")?.properties?.["rule"]?.anyOf).toEqual([
		{ $ref: "#/components/schemas/UpdateIdentityRequestRule" },
		{ $ref: "#/components/schemas/UpdateIdentityRequestRule2" },
	]);
});

test("types inside requests are named after their owner, and shared where they are equal", () => {
	const budget = (request: string) => type(models.grown, request)?.properties?.["budget"];
	const ref = { $ref: "#/components/schemas/CreateIdentityRequestBudget" };
	expect(budget("CreateIdentityRequest")).toMatchObject({ anyOf: [ref, { type: "null" }] });
	expect(budget("MergeIdentityRequest")).toMatchObject(ref);
});

test("an answer that equals an earlier one is another name for it", () => {
	expect(type(models.inline, "UpdateIdentityResponse")).toEqual({
		$ref: "#/components/schemas/RetrieveIdentityResponse",
	});
	expect(type(models.grown, "GetIdentityBudgetsResponse")).toEqual({
		$ref: "#/components/schemas/IdentityBudget",
	});
});

test("a schema that contains itself is a type that contains itself", () => {
	expect(type(models.grown, "Group")?.properties?.["parent"]).toEqual({ $ref: "#/components/schemas/Group" });
});

test("in a request, a schema that contains itself is named after its owner too", () => {
	const rule = { type: "object", properties: { not: { $ref: "#/components/schemas/RuleV1" } } };
	const field = `${item} patch requestBody content application/json schema properties rule`;
	const used = changed(fixture("inline"), field, { $ref: "#/components/schemas/RuleV1" });
	expect(type(model(changed(used, "components schemas RuleV1", rule)), "UpdateIdentityRequestRule")).toEqual({
		type: "object",
		properties: { not: { $ref: "#/components/schemas/UpdateIdentityRequestRule" } },
	});
});

const inAnswer = (name: string, schema: Json) =>
	model(changed(fixture("grown"), `components schemas Person properties ${name}`, schema));
const limit = {
	type: "object",
	required: ["value", "tags", "at"],
	properties: {
		value: { type: "number" },
		tags: { type: "array", items: { type: "string" } },
		at: { type: "string", format: "date-time" },
	},
};

test.each<[string, Json]>([
	["a map", { type: "object", additionalProperties: limit }],
	["arrays in an array", { type: "array", items: { type: "array", items: limit } }],
	[
		"one of several objects",
		{ anyOf: [limit, { type: "object", properties: { other: { type: "string" } } }] },
	],
])("objects in %s, which no reader reaches, promise nothing that a server may leave out", (_, schema) => {
	const { schemas } = inAnswer("limits", schema);
	const names = Object.keys(schemas).filter((name) => name.startsWith("Partial"));
	const [found] = names.map((name) => schemas[name]?.schema).filter((of) => of?.properties?.["value"]);
	expect(found).not.toHaveProperty("required");
	expect(found?.properties?.["at"]).toEqual({ type: "string" });
	expect(JSON.stringify(schemas["Identity"])).toContain("#/components/schemas/Partial");
});

test("an object that comes to stand in a map, too, promises elsewhere what it did", () => {
	const both = inAnswer("team_budgets", {
		type: "object",
		additionalProperties: { $ref: "#/components/schemas/Budget" },
	});
	expect(type(both, "IdentityBudget")).toEqual(type(models.grown, "IdentityBudget"));
	expect(type(both, "PartialIdentityBudget")).not.toHaveProperty("required");
	expect(type(both, "PartialIdentityBudget")?.properties?.["alerts"]?.items).toEqual({
		$ref: "#/components/schemas/PartialIdentityBudgetAlert",
	});
});

test("of a page, only what its reader fills in is required", () => {
	const total = "components responses Page content application/json schema";
	const page = changed(fixture("grown"), `${total} properties total`, { type: "integer" });
	const demanded = changed(page, `${total} required`, ["total"]);
	expect(type(model(demanded), "ListIdentitiesResponse")?.required).toEqual(["data", "has_more", "object"]);
});

test("a field of a request takes no name from another that looks like it", () => {
	const published = changed(fixture("grown"), "components schemas Changes properties allowance", {
		$ref: "#/components/schemas/Budget",
	});
	const [before, after] = [models.grown, model(published)].map(({ schemas }) => Object.keys(schemas));
	expect(after).toEqual(expect.arrayContaining(before ?? []));
});
