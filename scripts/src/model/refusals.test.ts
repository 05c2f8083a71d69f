/** What the clients can't express is refused, with the place in the document and what to do. */
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../document/json.ts";
import { changed, fixture, model, overlay } from "../fixture.ts";

const list = "paths /v2/identities get";
const item = "paths /v2/identities/{id}";
const parameter = (value: Json) => changed(fixture("inline"), `${list} parameters 1`, value);
const scheme = (value: Json) => changed(fixture("inline"), "components securitySchemes Key", value);
const merge = "paths /v2/identities/{id}/merge post";
const named = (operationId: string) => changed(fixture("grown"), `${merge} operationId`, operationId);

test.each<[string, JsonObject, RegExp]>([
	[
		"a header that is demanded",
		parameter({ name: "X-Team", in: "header", required: true, schema: { type: "string" } }),
		/parameters\/\d+: asks for the header `X-Team`/,
	],
	[
		"a body that is no JSON",
		changed(fixture("inline"), `${item} patch requestBody content`, { "text/csv": {} }),
		/patch\/requestBody\/content: takes text\/csv/,
	],
	[
		"a body that is no object",
		changed(fixture("inline"), `${item} patch requestBody content application/json schema`, {
			type: "string",
		}),
		/no object/,
	],
	[
		"a body that no `fetch` sends",
		changed(fixture("grown"), "paths /v2/identities/search get requestBody", {
			content: { "application/json": { schema: { type: "object" } } },
		}),
		/search\/get\/requestBody: takes a body with GET/,
	],
	[
		"an answer that is no JSON",
		changed(fixture("grown"), "components responses One content", { "text/csv": {} }),
		/content: is text\/csv/,
	],
	[
		"an answer that is no object",
		changed(fixture("inline"), `${item} get responses 200 content application/json schema`, {
			type: "string",
		}),
		/answers with string/,
	],
	[
		"no success at all",
		changed(fixture("inline"), `${item} get responses 200`, undefined),
		/responses: declare no success/,
	],
	[
		"another security scheme",
		scheme({ type: "apiKey", name: "X-Key", in: "header" }),
		/^#\/security: asks for apiKeyAuth/,
	],
	[
		"a deep object in the query",
		parameter({ name: "starting_after", in: "query", style: "deepObject", schema: { type: "object" } }),
		/`style: deepObject`/,
	],
	[
		"a parameter of several types",
		parameter({ name: "starting_after", in: "query", schema: { type: ["string", "number"] } }),
		/no or several types/,
	],
	[
		"two meanings of one parameter",
		parameter({ name: "filter_by.tags", in: "query", schema: { type: "string" } }),
		/is a part of `filter_by`, which is a parameter itself/,
	],
	[
		"a method with a host of its own",
		changed(fixture("inline"), `${item} get servers`, [{ url: "https://other.example" }]),
		/servers: give an operation a host/,
	],
	[
		"a HEAD operation",
		changed(fixture("inline"), `${item} head`, {
			operationId: "PeekIdentity",
			responses: { "200": { description: "" } },
		}),
		/\/head: is a HEAD operation/,
	],
	[
		"a name that the clients have already",
		named("UpsertIdentity"),
		/would be the method `upsert`[\s\S]*another `operationId`/,
	],
	[
		"a name that every object has",
		named("HasOwnProperty"),
		/would be the method `hasOwnProperty`[\s\S]*another `operationId`/,
	],
	[
		"an operation whose error would be called as one of ours",
		named("RateLimit"),
		/merge\/post: needs a type RateLimitError, a name which is taken\n.*another `operationId`/,
	],
	[
		"an object that would be called as an error",
		changed(fixture("grown"), "components schemas Person properties not_found_error", {
			type: "object",
			properties: { code: { type: "string" } },
		}),
		/needs a type IdentityNotFoundError, a name which is taken/,
	],
	[
		"a field that every object has",
		changed(fixture("grown"), "components schemas Changes properties constructor", { type: "string" }),
		/needs a field `constructor` in \w+Request, a name that every object has already/,
	],
	[
		"a parameter in a part of a step",
		{
			...fixture("inline"),
			paths: {
				...(fixture("inline")["paths"] as JsonObject),
				"/v2/identities/{id}:archive": { post: { responses: { "204": { description: "" } } } },
			},
		},
		/:archive\/post: has a parameter in a part of a step, `\{id\}:archive`/,
	],
	[
		"a name that another operation has",
		named("GetIdentityBudgets"),
		/~1merge\/post: has the operationId `GetIdentityBudgets`, which is the name of GET \/v2\/identities\/\{id\}\/budgets\//,
	],
])("%s is refused, with the place and what to do", (_, published, message) => {
	const lenient = overlay().filter(({ target }) => !/starting_after/.test(target));
	expect(() => model(published, lenient)).toThrow(message);
	expect(() => model(published, lenient)).toThrow(/\n {2}\S/);
});
