import { describe, expect, test } from "vitest";
import { changed, fixture, identities, overlay, upstream } from "../fixture.ts";
import { type Difference, differencesOf, judgeDifferences } from "./differences.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Action } from "./overlay.ts";

const january = fixture("inline");
const of = (published: JsonObject, actions = overlay()): Difference[] =>
	differencesOf(upstream(published, actions), identities(published, actions));
const at = (differences: readonly Difference[], where: string, keyword: string): Difference | undefined =>
	differences.find((each) => each.where === where && each.keyword === keyword);

const list = "paths /v2/identities get";
const item = `${list} responses 200 content application/json schema properties data items`;
const create = "paths /v2/identities post requestBody content application/json schema";
const after = (place: string, value: Json | undefined): Difference[] => of(changed(january, place, value));

describe("a fact is", () => {
	test.each<[string, string, Json | undefined, string, string, Json, Json]>([
		[
			"the publisher loses a limit",
			`${list} parameters 0 schema maximum`,
			undefined,
			"ListIdentities limit",
			"maximum",
			null,
			50,
		],
		[
			"the publisher loses a format",
			`${item} properties email format`,
			undefined,
			"Identity.email",
			"format",
			null,
			["email"],
		],
		[
			"the publisher loses a list of what is required",
			`${create} required`,
			undefined,
			"CreateIdentityRequest.external_id",
			"required",
			null,
			true,
		],
		[
			"the publisher loses a null of a request",
			`${create} properties display_name type`,
			"string",
			"CreateIdentityRequest.display_name",
			"null",
			null,
			true,
		],
		[
			"the publisher says `number` of a whole number",
			`${list} parameters 0 schema type`,
			"number",
			"ListIdentities limit",
			"type",
			"number",
			"integer",
		],
		[
			"the publisher declares no failure",
			"paths /v2/identities/{id} get responses 404",
			undefined,
			"RetrieveIdentity 404",
			"answer",
			null,
			true,
		],
	])("silent where %s", (_, place, value, where, keyword, theirs, ours) => {
		expect(at(after(place, value), where, keyword)).toEqual({
			where,
			keyword,
			upstream: theirs,
			ours,
			kind: "silent",
		});
	});

	test.each<[string, string, Json | undefined, string, string]>([
		[
			"promises that it is there",
			`${item} required`,
			["_id", "external_id", "metrics"],
			"Identity.metrics",
			"required",
		],
		["promises that it is not null", `${item} properties email type`, "string", "Identity.email", "null"],
		["promises a form of the id", `${item} properties _id format`, "ulid", "Identity._id", "format"],
		[
			"promises a date-time where a date is seen too",
			`${item} properties created format`,
			"date-time",
			"Identity.created",
			"format",
		],
		[
			"promises a whole number",
			`${item} properties metrics properties total_tokens type`,
			"integer",
			"IdentityMetrics.total_tokens",
			"type",
		],
	])("looser where the publisher %s of an answer, and we don't", (_, place, value, where, keyword) => {
		expect(at(after(place, value), where, keyword)?.kind).toBe("looser");
	});

	test.each<[string, string, Json, string, string, Json, Json]>([
		["limit", `${list} parameters 0 schema maximum`, 20, "ListIdentities limit", "maximum", 20, 50],
		["default", `${list} parameters 0 schema default`, 20, "ListIdentities limit", "default", 20, 10],
		[
			"type",
			`${item} properties created`,
			{ type: "integer" },
			"Identity.created",
			"type",
			"integer",
			"string",
		],
		[
			"value",
			`${list} responses 200 content application/json schema properties object enum`,
			["page"],
			"ListIdentitiesResponse.object",
			"enum",
			["page"],
			["list", "page"],
		],
		["format", `${item} properties email format`, "uri", "Identity.email", "format", ["uri"], ["email"]],
		[
			"list of what is required",
			`${create} required`,
			["email"],
			"CreateIdentityRequest.external_id",
			"required",
			false,
			true,
		],
		[
			"host",
			"servers",
			[{ url: "https://api.orq.ai" }],
			"servers",
			"url",
			["https://api.orq.ai"],
			["https://my.orq.ai"],
		],
	])("contradicted where the publisher says another %s", (_, place, value, where, keyword, theirs, ours) => {
		const found = at(after(place, value), where, keyword);
		expect(found).toEqual({ where, keyword, upstream: theirs, ours, kind: "contradicted" });
	});

	test.each(["display_name", "email", "external_id", "created", "workspace_id"])(
		"contradicted where the publisher makes an object of a text (%s)",
		(name) => {
			const schema = { type: "object", properties: { inside: { type: "string" } } };
			for (const object of [schema, { ...schema, type: ["object", "null"] }]) {
				const found = at(after(`${item} properties ${name}`, object), `Identity.${name}`, "type");
				expect(found).toMatchObject({ kind: "contradicted", upstream: "object", ours: "string" });
			}
		},
	);

	test("none where both say the same, and words are no facts", () => {
		expect(at(of(january), "ListIdentities limit", "maximum")).toBeUndefined();
		const words: Action[] = [{ target: "$.paths[*].get", update: { summary: "Ours" } }];
		expect(of(january, words)).toEqual([]);
	});
});

describe("new", () => {
	const judged = (before: JsonObject, now: JsonObject) =>
		judgeDifferences(of(before), of(now)).filter((difference) => difference.new);

	test("is what was not there before", () => {
		const lost = changed(january, `${list} parameters 0 schema maximum`, undefined);
		expect(judged(january, lost)).toEqual([
			{
				where: "ListIdentities limit",
				keyword: "maximum",
				upstream: null,
				ours: 50,
				kind: "silent",
				new: true,
			},
		]);
		expect(judged(lost, lost)).toEqual([]);
	});

	test("is a contradiction with another value, though the place is known", () => {
		const limit = (value: number) => changed(january, `${list} parameters 0 schema maximum`, value);
		expect(judged(limit(20), limit(30))).toMatchObject([{ upstream: 30, kind: "contradicted" }]);
	});

	test("is not a contradiction that has only moved", () => {
		const one = "paths /v2/identities/{id} get responses 200 content application/json schema";
		// What the fixture writes once and refers to shall be changed at one place.
		const apart = JSON.parse(JSON.stringify(january)) as JsonObject;
		const there = changed(apart, `${item} properties email format`, "uri");
		const here = changed(apart, `${one} properties email format`, "uri");
		const isContradicted = ({ kind }: Difference): boolean => kind === "contradicted";
		expect(of(there).filter(isContradicted)).toMatchObject([{ where: "Identity.email" }]);
		expect(of(here).filter(isContradicted)).toMatchObject([{ where: "RetrieveIdentityResponse.email" }]);
		expect(judged(there, here).filter(isContradicted)).toEqual([]);
		expect(judged(apart, here).filter(isContradicted)).toHaveLength(1);
	});

	test("is each fact that a publication has lost, once", () => {
		const found = judged(january, fixture("components")).map(({ where, keyword }) => `${where} ${keyword}`);
		expect(found).toContain("Identity.external_id required");
		expect(found).toContain("RetrieveIdentity 404 answer");
		expect(new Set(found).size).toBe(found.length);
		expect(found.filter((each) => each.startsWith("RetrieveIdentity 404"))).toHaveLength(1);
	});
});
