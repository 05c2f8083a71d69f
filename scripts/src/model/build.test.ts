import { expect, test } from "vitest";
import type { JsonObject } from "../document/json.ts";
import { fixture, model, operation as of, type } from "../fixture.ts";
import type { Model } from "./model.ts";

const models = {
	inline: model(fixture("inline")),
	components: model(fixture("components")),
	grown: model(fixture("grown")),
};

test("a rewrite of the document leaves callers the same methods and types", () => {
	const callers = ({ operations, schemas }: Model) => ({
		methods: operations.map(({ name, params, idParam }) => [
			name,
			params.map((param) => param.name),
			idParam,
		]),
		types: Object.keys(schemas).filter((name) => name !== "RetrieveIdentityQuery"),
	});
	expect(callers(models.components)).toEqual(callers(models.inline));
});

test("the path's parameter after the collection is the id, whatever it is called", () => {
	expect(of(models.components, "retrieve")).toMatchObject({ path: "/v2/identities/{id}", idParam: "id" });
	expect(of(models.grown, "getBudgets")).toMatchObject({
		params: [{ name: "id" }, { name: "budget" }],
		idParam: "id",
	});
});

test("another parameter called id gets the name of what it is an id of", () => {
	const { paths } = fixture("grown") as { paths: JsonObject };
	const { "/v2/identities/{id}/budgets/{budget}": budget = null, ...others } = paths;
	const path = "/v2/identities/{person}/budgets/{id}";
	const published = { ...fixture("grown"), paths: { ...others, [path]: budget } };
	expect(of(model(published), "getBudgets").path).toBe("/v2/identities/{id}/budgets/{budget_id}");
});

test("a field of the body that repeats the path's parameter is no field", () => {
	const fields = ["avatar_url", "display_name", "email", "metadata", "tags"];
	expect(Object.keys(of(models.components, "update").body?.fields ?? {})).toEqual(fields);
	expect(type(models.components, "UpdateIdentityRequest")?.properties).not.toHaveProperty("identity_id");
});

test("a new operation is called after its operationId, without the noun that all share", () => {
	const five = ["list", "create", "retrieve", "update", "delete"];
	const names = models.grown.operations.map(({ name }) => name).filter((name) => !five.includes(name));
	expect(names).toEqual(["search", "getStats", "archive", "getBudgets", "merge"]);
	expect(of(models.grown, "merge")).toMatchObject({
		id: "MergeIdentity",
		idempotent: false,
		deprecated: true,
	});
});

test("a header that callers may leave out is no obstacle", () => {
	expect(of(models.grown, "merge").query.map(({ name }) => name)).toEqual(["dry_run"]);
});
