import { expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { type Document, operationsOf } from "../document/openapi.ts";
import { printYaml } from "../document/yaml.ts";
import { changed, fixture, identities, overlay, upstream } from "../fixture.ts";
import { upstreamOf } from "./upstream.ts";

const print = (document: Document): string => printYaml(document, []);
const namesOf = (document: Document): string[] =>
	operationsOf(document).map(({ operation }) => operation.operationId);

const list = "paths /v2/identities get";
const field = (name: string, schema: Json, document = fixture("grown")) =>
	changed(document, `components schemas Person properties ${name}`, schema);
const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

test("the item of the page is Identity, and answers that equal it are too", () => {
	const { paths, components } = upstream(fixture("grown"));
	expect(components.schemas["Identity"]?.properties).toHaveProperty("external_id");
	const created = paths["/v2/identities"]?.post?.responses["201"]?.content?.["application/json"]?.schema;
	expect(created).toEqual({ $ref: "#/components/schemas/Identity" });
});

test("what lies inside is named after owner and property, an item in the singular", () => {
	const { schemas } = upstream(fixture("grown")).components;
	expect(Object.keys(schemas)).toEqual(
		expect.arrayContaining(["IdentityMetrics", "IdentityBudget", "IdentityBudgetAlert"]),
	);
});

test("an equal object takes the name of the first, null and words aside", () => {
	const { schemas } = upstream(fixture("grown")).components;
	expect(schemas["UpdateIdentityRequest"]?.properties?.["budget"]).toEqual({
		anyOf: [{ $ref: "#/components/schemas/IdentityBudget" }, { type: "null" }],
	});
});

test("what an envelope holds is named as if there were no envelope", () => {
	const plan = { type: "object", properties: { seats: { type: "integer" } } };
	const made = {
		type: "object",
		properties: { _id: { type: "string" }, external_id: { type: "string" }, plan },
	};
	const wrapped = { type: "object", properties: { identity: made } };
	const published = changed(fixture("components"), "components schemas CreateIdentityResponse", wrapped);
	const { schemas } = upstream(published).components;
	expect(schemas["CreateIdentityResponseIdentity"]?.properties?.["plan"]).toEqual({
		$ref: "#/components/schemas/CreateIdentityResponsePlan",
	});
});

test("a name that is taken gets the operation's name in front", () => {
	const budgets = { type: "object", properties: { total: { type: "number" } } };
	const person = "components schemas Person properties";
	const published = changed(fixture("grown"), `${person} budgets`, { type: "array", items: budgets });
	expect(Object.keys(upstream(published).components.schemas)).toContain("ListIdentitiesIdentityBudget");
});

test("a schema that contains itself keeps its name and its reference", () => {
	const { schemas } = upstream(fixture("grown")).components;
	expect(schemas["Group"]?.properties?.["parent"]).toEqual({ $ref: "#/components/schemas/Group" });
	expect(schemas["Identity"]?.properties?.["groups"]?.items).toEqual({ $ref: "#/components/schemas/Group" });
});

test("the five operations are known by method and path, whatever the publisher calls them", () => {
	const five = ["ListIdentities", "CreateIdentity", "RetrieveIdentity", "UpdateIdentity", "DeleteIdentity"];
	expect(namesOf(upstream(fixture("components")))).toEqual(five);
	expect(namesOf(upstream(changed(fixture("inline"), `${list} operationId`, "GetPeople")))).toEqual(five);
});

test("a new operation has its own name without a service, or one made of method and path", () => {
	const names = namesOf(upstream(fixture("grown")));
	expect(names).toEqual(expect.arrayContaining(["MergeIdentity", "GetIdentityBudgets"]));
});

test.each([
	["IdentitiesService_MergeIdentity", "MergeIdentity"],
	["orq.identities.v2.IdentitiesService_Merge", "Merge"],
	["IdentitiesService_merge_identity", "MergeIdentity"],
	["merge_identity", "MergeIdentity"],
	["merge_identity_v2_identities__id__merge_post", "MergeIdentity"],
	["identities/merge", "Merge"],
])("an operationId loses the service in front of it, and no word of its own (%s)", (published, expected) => {
	const document = changed(fixture("grown"), "paths /v2/identities/{id}/merge post operationId", published);
	expect(upstream(document).paths["/v2/identities/{id}/merge"]?.post?.operationId).toBe(expected);
});

test("an operation of the last update keeps its name", () => {
	const before = upstream(fixture("grown"));
	const renamed = changed(
		fixture("grown"),
		"paths /v2/identities/{id}/merge post operationId",
		"JoinIdentities",
	);
	expect(print(upstreamOf(renamed, overlay(), before))).toBe(print(before));
});

test("an operation is called, with its schemas, what the overlay calls it", () => {
	const name = {
		target: "$.paths['/v2/identities/{id}/merge'].post",
		update: { operationId: "FoldIdentity" },
	};
	const { components } = upstream(fixture("grown"), [...overlay(), name]);
	expect(Object.keys(components.schemas)).toContain("FoldIdentityRequest");
});

test("objects inside a schema that contains itself are named like others", () => {
	const meta = { type: "object", properties: { color: { type: "string" } } };
	const published = changed(fixture("grown"), "components schemas Group properties meta", meta);
	const { schemas } = identities(published).components;
	expect(schemas["Group"]?.properties?.["meta"]).toEqual(ref("GroupMeta"));
	expect(Object.keys(schemas["GroupMeta"]?.properties ?? {})).toEqual(["color"]);
});

test("an identity that contains itself is Identity, whatever the publisher calls it", () => {
	const { schemas, ...rest } = identities(field("parent", ref("Person"))).components;
	expect(schemas["Identity"]?.properties?.["parent"]).toEqual(ref("Identity"));
	expect(schemas["Identity"]?.properties?.["budget"]).toEqual(ref("IdentityBudget"));
	expect(Object.keys(schemas)).toContain("IdentityBudgetAlert");
	expect(JSON.stringify([schemas, rest])).not.toContain("Person");
});

test("a field that sorts first does not take the name of an object that callers or the overlay know", () => {
	const budget = field("allowance", ref("Budget"), field("alarm", { ...alert }));
	const published = field("last_month", ref("Metrics"), budget);
	const { schemas } = upstreamOf(published, overlay(), upstream(fixture("grown"))).components;
	const { last_month, metrics, allowance, alarm } = schemas["Identity"]?.properties ?? {};
	expect([last_month, metrics]).toEqual([ref("IdentityMetrics"), ref("IdentityMetrics")]);
	expect([allowance, alarm]).toEqual([ref("IdentityBudget"), ref("IdentityBudgetAlert")]);
	expect(Object.keys(schemas)).toEqual(Object.keys(upstream(fixture("grown")).components.schemas));
	// The overlay refers to one by name, so that one is kept without a document before, too.
	expect(() => identities(published)).not.toThrow();
});

const alert = {
	type: "object",
	required: ["threshold"],
	properties: {
		threshold: { type: "number" },
		sent_at: { type: "string", format: "date-time", nullable: true },
	},
};

test("it does not either where the object changes at the same time", () => {
	const grown = changed(fixture("grown"), "components schemas Budget properties note", { type: "string" });
	const published = field("allowance", ref("Budget"), grown);
	const { schemas } = upstreamOf(published, overlay(), upstream(fixture("grown"))).components;
	expect(schemas["Identity"]?.properties?.["allowance"]).toEqual(ref("IdentityBudget"));
	expect(Object.keys(schemas)).toEqual(Object.keys(upstream(fixture("grown")).components.schemas));
});

test("another object whose place gives the name of one that callers know has to take a longer one", () => {
	const one = (key: string) => ({ type: "object", properties: { [key]: { type: "number" } } });
	const before = upstream(field("shares", { type: "array", items: one("old") }));
	const both = field("share", one("new"), field("shares", { type: "array", items: one("old") }));
	const { schemas } = upstreamOf(both, overlay(), before).components;
	expect(schemas["IdentityShare"]).toEqual(before.components.schemas["IdentityShare"]);
	expect(schemas["Identity"]?.properties?.["share"]).toEqual(ref("ListIdentitiesIdentityShare"));
});

test("an update of what has been sliced with names kept changes nothing", () => {
	const published = field("allowance", ref("Budget"));
	const first = upstreamOf(published, overlay(), upstream(fixture("grown")));
	expect(print(upstreamOf(published, overlay(), first))).toBe(print(first));
});
