import { describe, expect, test } from "vitest";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { Document } from "../document/openapi.ts";
import { printYaml } from "../document/yaml.ts";
import { changed, fixture, identities, overlay, upstream } from "../fixture.ts";
import { upstreamOf } from "./upstream.ts";

const print = (document: Document): string => printYaml(document, []);
const list = "paths /v2/identities get";

test("only what concerns identities is taken", () => {
	expect(Object.keys(upstream(fixture("inline")).paths)).toEqual(["/v2/identities", "/v2/identities/{id}"]);
	expect(Object.keys(upstream(fixture("inline")).components.schemas)).not.toContain("Unrelated");
});

test("an action on the collection is taken, too; what only begins alike is not", () => {
	const more = {
		"/v2/identities:batch": { post: { responses: { "204": { description: "" } } } },
		"/v2/identities-of-others": { get: { responses: { "204": { description: "" } } } },
	};
	const published = {
		...fixture("inline"),
		paths: { ...(fixture("inline")["paths"] as JsonObject), ...more },
	};
	const { paths } = upstream(published);
	expect(Object.keys(paths)).toEqual(["/v2/identities", "/v2/identities/{id}", "/v2/identities:batch"]);
	expect(paths["/v2/identities:batch"]?.post?.operationId).toBe("PostIdentitiesBatch");
});

test("no word that the overlay replaces is kept, no example, extension, tag, header or stamped time", () => {
	const text = print(upstream(fixture("inline")));
	expect(text).not.toMatch(
		/publisher's words|Said twice|x-|example|tags:\n\s+- People|X-Trace|T04:13|double|default: "2026/,
	);
});

test("words that the overlay has none for stay", () => {
	expect(print(upstream(fixture("grown")))).toMatch(/summary: Merges another identity into this one\./);
});

test("a publication that differs by its time alone changes nothing", () => {
	const later = JSON.parse(
		JSON.stringify(fixture("inline")).replaceAll(/T04:13:15\.98\dZ/g, "T09:00:00.000Z"),
	) as JsonObject;
	expect(JSON.stringify(later)).not.toEqual(JSON.stringify(fixture("inline")));
	expect(print(upstream(later))).toBe(print(upstream(fixture("inline"))));
});

test("components that are inlined, and ones that are renamed, change nothing", () => {
	const published = fixture("components");
	expect(print(upstream(inlined(published)))).toBe(print(upstream(published)));
	const renamed = JSON.parse(
		JSON.stringify(published).replaceAll(/(Identit(y|ies)\w*|SortField)"/g, 'V2$1Dto"'),
	) as JsonObject;
	const paths = Object.entries(renamed["paths"] ?? {}).map(([path, item]) => [
		path.replace(/V2|Dto/g, ""),
		item,
	]);
	expect(JSON.stringify(renamed)).toContain("#/components/schemas/V2IdentityDto");
	expect(print(upstream({ ...renamed, paths: Object.fromEntries(paths) as Json }))).toBe(
		print(upstream(published)),
	);
});

/** The document with every reference to a component replaced by a copy of it. */
function inlined(document: JsonObject): JsonObject {
	const copy = (value: Json): Json => {
		if (Array.isArray(value)) return value.map(copy);
		if (!isObject(value)) return value;
		const { $ref, ...rest } = value;
		if (typeof $ref !== "string")
			return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, copy(of)]));
		const target = $ref
			.slice(2)
			.split("/")
			.reduce<Json>((at, step) => (isObject(at) ? (at[step] ?? null) : null), document);
		return { ...(copy(target) as JsonObject), ...rest };
	};
	const { components, ...rest } = copy(document) as JsonObject;
	const { securitySchemes = null } = isObject(components) ? components : {};
	return { ...rest, components: { securitySchemes } };
}

test("keys and lists that are shuffled change nothing", () => {
	const shuffle = (value: Json): Json =>
		Array.isArray(value)
			? value.map(shuffle).reverse()
			: isObject(value)
				? Object.fromEntries(
						Object.entries(value)
							.map(([key, of]) => [key, shuffle(of)] as const)
							.reverse(),
					)
				: value;
	expect(print(upstream(shuffle(fixture("grown")) as JsonObject))).toBe(print(upstream(fixture("grown"))));
});

test("security that all share is said once, and a scheme is named by what it is", () => {
	const { security, components, paths } = upstream(fixture("components"));
	expect([security, components.securitySchemes]).toEqual([
		[{ bearerAuth: [] }],
		{ bearerAuth: { type: "http", scheme: "bearer" } },
	]);
	expect(paths["/v2/identities"]?.get).not.toHaveProperty("security");
});

test("a document that says nothing of security asks for the bearer key, which is no fact of the publisher's", () => {
	const silent = changed(fixture("grown"), "security", undefined);
	expect(upstream(silent)).not.toHaveProperty("security");
	expect(identities(silent).security).toEqual([{ bearerAuth: [] }]);
});

test.each<[string, JsonObject, RegExp]>([
	["no OpenAPI document", { swagger: "2.0", paths: {} }, /^#: is no OpenAPI document/],
	[
		"one about something else",
		{ openapi: "3.1.0", paths: { "/v2/other": {} } },
		/^#\/paths: holds no \/v2\/identities/,
	],
	[
		"a reference to nothing",
		changed(fixture("components"), "components schemas SortField", undefined),
		/parameters\/6\/schema: refers to #\/components\/schemas\/SortField, which is not there/,
	],
	[
		"a reference elsewhere",
		changed(fixture("components"), `${list} parameters 6 schema $ref`, "other.yaml#/X"),
		/refers to another document, other\.yaml/,
	],
	[
		"a reference to an anchor",
		changed(fixture("components"), `${list} parameters 6 schema $ref`, "#plan"),
		/parameters\/6\/schema: refers to #plan, which is no pointer/,
	],
	[
		"a keyword that gives an unknown shape",
		changed(fixture("inline"), `${list} parameters 1 schema prefixItems`, []),
		/schema\/prefixItems: is a keyword/,
	],
	[
		"two facts that exclude each other",
		changed(fixture("grown"), "components schemas NewIdentity allOf 1 properties email", { type: "number" }),
		/properties\/email: asks for two values of `type`/,
	],
	[
		"a schema that only refers to itself",
		changed(fixture("components"), "components schemas SortField", {
			$ref: "#/components/schemas/SortField",
		}),
		/^#\/components\/schemas\/SortField: only refers to itself/,
	],
	[
		"a parameter that only refers to itself",
		changed(fixture("grown"), "components parameters Id", { $ref: "#/components/parameters/Id" }),
		/^#\/components\/parameters\/Id: only refers to itself/,
	],
	[
		"a second operation of one name",
		changed(fixture("grown"), "paths /v2/identities/search get operationId", "ListIdentities"),
		/search\/get: has the operationId `ListIdentities`, which is the name of GET \/v2\/identities\n/,
	],
])("%s is refused, with the place", (_, published, message) => {
	expect(() => upstream(published)).toThrow(message);
});

test("a path's parameters keep their names, which callers write", () => {
	const before = upstream(fixture("grown"));
	const path = "/v2/identities/{id}/budgets/{budget}";
	const { [path]: item, ...others } = fixture("grown")["paths"] as JsonObject;
	const text = JSON.stringify(item).replaceAll('"budget"', '"budget_id"');
	const parameter = { name: "identity_id", in: "path", required: true, schema: { type: "string" } };
	const renamed = changed(JSON.parse(text) as JsonObject, "get parameters 0", parameter);
	const paths = { ...others, "/v2/identities/{identity_id}/budgets/{budget_id}": renamed };
	const after = upstreamOf({ ...fixture("grown"), paths }, overlay(), before);
	expect(print(after)).toBe(print(before));
});

test("a field of the body that repeats a renamed parameter is no field either", () => {
	const before = upstream(fixture("inline"));
	const { paths, components } = upstreamOf(fixture("components"), overlay(), before);
	expect(Object.keys(paths)).toEqual(["/v2/identities", "/v2/identities/{id}"]);
	expect(components.schemas["UpdateIdentityRequest"]?.properties).not.toHaveProperty("identity_id");
});

test("a field of the body that is called as we call the parameter is not taken for it", () => {
	const path = "/v2/identities/{id}/budgets/{budget_id}";
	const before = upstream(fixture("grown"));
	const text = { type: "string" };
	const put = {
		operationId: "MoveBudget",
		parameters: ["id", "budget_id"].map((name) => ({ name, in: "path", required: true, schema: text })),
		requestBody: {
			content: { "application/json": { schema: { type: "object", properties: { budget: text } } } },
		},
		responses: { "204": { description: "" } },
	};
	const published = changed(fixture("grown"), `paths ${path}`, { put });
	expect(() => upstreamOf(published, overlay(), before)).toThrow(/have a body with `budget`/);
});

describe("paths that differ only in what their parameters are called", () => {
	const budget = "/v2/identities/{id}/budgets/{budget}";
	const apart = (method: string): JsonObject => {
		const parameters = ["id", "key"].map((name) => ({ name, in: "path", required: true, schema: text }));
		const operation = { operationId: "TouchBudget", parameters, responses: { "204": { description: "" } } };
		return changed(fixture("grown"), "paths /v2/identities/{id}/budgets/{key}", { [method]: operation });
	};
	const text = { type: "string" };

	test("are one path, also the second time", () => {
		const once = upstream(apart("delete"));
		expect(Object.keys(once.paths[budget] ?? {})).toEqual(["get", "delete"]);
		expect(once.paths[budget]?.delete?.parameters?.map(({ name }) => name)).toEqual(["id", "budget"]);
		expect(print(upstreamOf(apart("delete"), overlay(), once))).toBe(print(once));
	});

	test("are refused where both have one method", () => {
		expect(() => upstream(apart("get"))).toThrow(
			/\{key\}\/get: differs from GET \/v2\/identities\/\{id\}\/budgets\/\{budget\} only/,
		);
	});
});
