import { expect, test } from "vitest";
import type { Json, JsonObject } from "../document/json.ts";
import { changed, type FixtureName, fixture, model, operation as of, type } from "../fixture.ts";

const models = {
	inline: model(fixture("inline")),
	components: model(fixture("components")),
	grown: model(fixture("grown")),
};

test.each<[FixtureName, string, boolean]>([
	["inline", "create", false],
	["components", "create", true],
	["components", "retrieve", true],
	["components", "list", false],
])("in %s, %s is wrapped: %s", (name, operation, envelope) => {
	expect(of(models[name], operation).envelope).toBe(envelope);
});

test("an answer that is wrapped is told as the identity that it holds", () => {
	for (const operation of ["Create", "Retrieve", "Update"]) {
		expect(type(models.components, `${operation}IdentityResponse`)).toEqual({
			$ref: "#/components/schemas/Identity",
		});
	}
});

test("an object inside an answer is never taken for a wrapping", () => {
	const schema = "components schemas Person properties identity";
	const published = changed(fixture("grown"), schema, {
		type: "object",
		properties: { kind: { type: "string" } },
	});
	expect(of(model(published), "retrieve").envelope).toBe(false);
	expect(type(model(published), "Identity")?.properties).toHaveProperty("identity");
});

test("a delete has no answer, whatever the document gives it", () => {
	expect(of(models.components, "delete")).toMatchObject({ success: 200, answer: "none" });
	expect(Object.keys(models.components.schemas)).not.toContain("DeleteIdentityResponse");
});

test("create moves between 200 and 201, and a header comes along, without a change but of the status", () => {
	const moved = changed(fixture("inline"), "paths /v2/identities post responses", {
		"200": {
			description: "Made",
			headers: { Location: { schema: { type: "string" } } },
			content: contentOf("inline", "post", "201"),
		},
	});
	expect(model(moved)).toEqual({
		...models.inline,
		operations: models.inline.operations.map((at) => (at.name === "create" ? { ...at, success: 200 } : at)),
	});
});

const contentOf = (name: FixtureName, method: string, status: string): Json => {
	const steps = ["paths", "/v2/identities", method, "responses", status, "content"];
	return steps.reduce<Json>((at, step) => (at as JsonObject)[step] ?? null, fixture(name));
};

test("two successes that say the same are one answer, two that differ are refused", () => {
	const responses = "paths /v2/identities/{id} get responses 202";
	const content = contentOf("inline", "post", "201");
	const both = changed(fixture("inline"), "paths /v2/identities post responses 202", {
		description: "Later",
		content,
	});
	expect(model(both)).toEqual(models.inline);
	expect(() => model(changed(fixture("inline"), responses, { description: "", content }))).toThrow(
		/successes that differ/,
	);
});
