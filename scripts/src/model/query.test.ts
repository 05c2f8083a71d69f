import { expect, test } from "vitest";
import { changed, fixture, model, operation as of, type } from "../fixture.ts";
import type { Model } from "./model.ts";

const models = {
	inline: model(fixture("inline")),
	components: model(fixture("components")),
	grown: model(fixture("grown")),
};

test("a dotted parameter is a part of an object, and travels under its own name", () => {
	expect(of(models.components, "list").query.find(({ name }) => name === "filter_by")).toEqual({
		name: "filter_by",
		wire: "filter_by.tags",
		form: "array",
		type: "array",
		required: false,
		limits: {},
	});
	const filter = (at: Model) => type(at, "ListIdentitiesQuery")?.properties?.["filter_by"];
	expect(filter(models.components)).toEqual(filter(models.inline));
});

test.each(["inline", "grown"] as const)("an object without a style is JSON on the wire (%s)", (name) => {
	const filter = of(models[name], "list").query.find((parameter) => parameter.name === "filter_by");
	expect(filter).toMatchObject({ wire: "filter_by", form: "json", type: "object" });
});

test("limits come along, one that excludes as a whole number that includes", () => {
	const limit = (at: Model) => of(at, "list").query.find(({ name }) => name === "limit");
	expect(limit(models.components)).toMatchObject({ type: "integer", limits: { minimum: 1, maximum: 50 } });
	const published = changed(fixture("grown"), "paths /v2/identities/{id}/merge post parameters 1 schema", {
		type: "integer",
		minimum: 4,
		exclusiveMinimum: true,
	});
	expect(of(model(published), "merge").query[0]).toMatchObject({ limits: { minimum: 5 } });
});

test("a value that only says unspecified is none that callers write", () => {
	const sort = type(models.components, "ListIdentitiesQuery")?.properties?.["sort_by"];
	expect(sort?.enum).toEqual(["SORT_FIELD_DISPLAY_NAME", "SORT_FIELD_UPDATED"]);
});
