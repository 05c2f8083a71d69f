import { expect, test } from "vitest";
import { changed, fixture, identities, overlay } from "../fixture.ts";
import type { JsonObject } from "./json.ts";
import { printYaml } from "./yaml.ts";

test.each(["inline", "components", "grown"] as const)(
	"every update of the overlay matches in a document in the manner of %s",
	(name) => {
		expect(() => identities(fixture(name))).not.toThrow();
	},
);

test("every remove of the overlay matches in some document", () => {
	const documents = (["inline", "components", "grown"] as const).map(fixture);
	const idle = overlay().filter((action, index, all) => {
		if (!action.remove) return false;
		const without = all.filter((_, at) => at !== index);
		return documents.every((document) => same(identities(document, all), identities(document, without)));
	});
	expect(idle).toEqual([]);
});

const same = (a: object, b: object): boolean => printYaml(a, []) === printYaml(b, []);

test("facts that a publication lost are there again", () => {
	const { schemas } = identities(fixture("components")).components;
	expect(schemas["Identity"]?.required).toEqual(["_id", "external_id"]);
	expect(schemas["CreateIdentityRequest"]?.required).toEqual(["external_id"]);
	expect(schemas["CreateIdentityRequest"]?.properties?.["external_id"]).toMatchObject({
		minLength: 1,
		maxLength: 120,
	});
	expect(schemas["UpdateIdentityRequest"]?.properties?.["email"]?.type).toEqual(["string", "null"]);
	expect(schemas["Identity"]?.properties?.["created"]?.anyOf).toEqual([
		{ format: "date" },
		{ format: "date-time" },
	]);
	expect(schemas["ListIdentitiesResponse"]?.required).toEqual(["data", "has_more", "object"]);
	expect(schemas["IdentityMetrics"]?.required).toHaveLength(4);
});

test("metrics may be missing and may be null, whatever a publication requires", () => {
	const { schemas } = identities(fixture("inline")).components;
	expect(schemas["Identity"]?.required).not.toContain("metrics");
	expect(schemas["Identity"]?.properties?.["metrics"]?.anyOf).toContainEqual({ type: "null" });
});

test("both bodies of a 404 are told, also where the publication has none", () => {
	const item = identities(fixture("components")).paths["/v2/identities/{identity_id}"];
	const bodyOf = (method: "get" | "patch" | "delete") =>
		item?.[method]?.responses["404"]?.content?.["application/json"]?.schema?.required;
	expect([bodyOf("get"), bodyOf("patch"), bodyOf("delete")]).toEqual([["error"], ["message"], ["error"]]);
});

test("an operation that the overlay takes out takes its schemas along", () => {
	const actions = [...overlay(), { target: "$.paths['/v2/identities/{id}/merge']", remove: true }];
	expect(Object.keys(identities(fixture("grown"), actions).components.schemas)).not.toContain(
		"MergeIdentityRequest",
	);
});

test("a reference of the overlay to nothing is named", () => {
	const actions = [...overlay(), { target: "$.paths[*].post.responses", update: { "400": ref("Nothing") } }];
	expect(() => identities(fixture("inline"), actions)).toThrow(
		/#\/components\/schemas\/Nothing: is referred to/,
	);
});

const ref = (name: string) => ({
	description: "",
	content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

test("a document that lost what an update is about is refused, and the update named", () => {
	const { paths } = fixture("inline");
	const without = changed(
		{ ...fixture("inline"), paths: paths ?? {} },
		"paths /v2/identities get parameters",
		[],
	);
	expect(() => identities(without)).toThrow(/update of .*'limit'.* matches nothing/);
});

test("what is known of the list is not laid on other operations", () => {
	const parameters = ["limit", "search", "include_metrics"].map((name) => ({
		name,
		in: "query",
		schema: { type: "string" },
	}));
	const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
	const operation = { parameters: [id, ...parameters], responses: { "204": { description: "" } } };
	const budgets = { get: { ...operation, summary: "Lists budgets." }, post: operation };
	const published = changed(fixture("inline"), "paths /v2/identities/{id}/budgets", budgets);
	const list = identities(published).paths["/v2/identities/{id}/budgets"]?.get;
	expect(list?.summary).toBe("Lists budgets.");
	expect(list?.parameters?.filter((of) => of.in === "query").map(({ schema }) => schema)).toEqual(
		parameters.map(({ schema }) => schema),
	);
});

test("what is known of one identity is not laid on what belongs to it", () => {
	const operation = { responses: { "200": { description: "" } } };
	const budget = { get: operation, patch: operation, delete: operation };
	const published = changed(fixture("inline"), "paths /v2/identities/{id}/budget", budget);
	const { get, patch } = identities(published).paths["/v2/identities/{id}/budget"] ?? {};
	expect([get?.summary, patch?.summary]).toEqual([undefined, undefined]);
	expect(get?.responses).not.toHaveProperty("404");
});

test.each<[string, JsonObject]>([
	["only with `default`", { default: { description: "", content: { "application/json": {} } } }],
	["without content", { "200": { description: "" } }],
])("a list that answers %s is named, not what the overlay misses then", (_, responses) => {
	const published = changed(fixture("inline"), "paths /v2/identities get responses", responses);
	expect(() => identities(published)).toThrow(/~1identities\/get\/responses: declare no success with JSON/);
});
