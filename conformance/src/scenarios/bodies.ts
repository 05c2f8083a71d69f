/** Bodies that are refused before anything is sent. */
import type { Json } from "../pattern.ts";
import type { Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

export const bodies: readonly Scenario[] = [
	refusedCreate("without a body", undefined, "body"),
	refusedCreate("with text for a body", "anna@1", "body"),
	refusedCreate("with a list for a body", [], "body"),
	refusedCreate("without an external id", { display_name: "Jo" }, "external_id"),
	refusedCreate("with null for its external id", { external_id: null }, "external_id"),
	refusedCreate("with an empty external id", { external_id: "" }, "external_id"),
	refusedCreate("with a number for its external id", { external_id: 4711 }, "external_id"),
	refusedCreate("with a lone surrogate in its external id", { external_id: "jo\ud83e" }, "external_id"),
	refusedCreate("with an external id of 121 characters", { external_id: "x".repeat(121) }, "external_id"),
	{
		name: "an update without an object for its body is refused before anything is sent",
		server: { identities: [anna] },
		steps: [undefined, null, "tags", []].map((body) => ({
			call: "update" as const,
			args: body === undefined ? ["anna@1"] : ["anna@1", body],
			sees: {
				error: {
					_tag: "InvalidInputError",
					operation: "update",
					issues: [{ path: "body" }],
					attempts: 0,
					outcome: "not-sent",
				},
			},
		})),
		arrive: [],
	},
	{
		name: "an update of nothing is sent, and changes nothing",
		server: { identities: [anna] },
		steps: [{ call: "update", args: ["anna@1", {}], sees: { value: { display_name: "Anna Lindqvist" } } }],
		arrive: [{ operation: "update", body: {} }],
	},
];

function refusedCreate(what: string, body: Json | undefined, path: string): Scenario {
	return {
		name: `a create ${what} is refused before anything is sent`,
		steps: [
			{
				call: "create",
				args: body === undefined ? [] : [body],
				sees: {
					error: {
						_tag: "InvalidInputError",
						operation: "create",
						method: "POST",
						path: "/v2/identities",
						issues: [{ path }],
						attempts: 0,
						outcome: "not-sent",
						isRetryable: false,
					},
				},
			},
		],
		arrive: [],
	};
}
