/** The life of an identity, where all goes well, and what collides. */
import { serverKey } from "../host.ts";
import { exactly, matching, present } from "../pattern.ts";
import { from, type Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const fields = {
	display_name: "Jo Fischer",
	email: "jo.fischer@example.com",
	avatar_url: "https://example.com/jo.png",
	tags: ["premium", "beta-user"],
	metadata: { team: "blue", seats: 3, nested: { deep: [1, null, "日本", true] } },
};

export const life: readonly Scenario[] = [
	{
		name: "create gives the identity with its own id, dates and workspace",
		steps: [
			{
				call: "create",
				args: [{ external_id: "user_1", ...fields }],
				sees: {
					value: {
						_id: matching("^contact_"),
						external_id: "user_1",
						...fields,
						workspace_id: present,
						created: matching("^\\d{4}-\\d\\d-\\d\\dT"),
						updated: matching("^\\d{4}-\\d\\d-\\d\\dT"),
					},
				},
			},
		],
		arrive: [
			{
				operation: "create",
				method: "POST",
				path: "/v2/identities",
				query: exactly({}),
				headers: {
					accept: "application/json",
					authorization: `Bearer ${serverKey}`,
					"content-type": "application/json",
				},
				body: exactly({ external_id: "user_1", ...fields }),
			},
		],
	},
	{
		name: "an identity is found by its own id and by its external id",
		steps: [
			{ call: "create", args: [{ external_id: "user_1" }], as: "created", sees: {} },
			{ call: "retrieve", args: ["user_1"], sees: { value: { external_id: "user_1" } } },
			{ call: "retrieve", args: [from("created", "value._id")], sees: { value: { external_id: "user_1" } } },
		],
		arrive: [
			"create",
			{ operation: "retrieve", method: "GET", path: "/v2/identities/user_1" },
			{ operation: "retrieve", method: "GET", path: matching("^/v2/identities/contact_\\w+$") },
		],
	},
	{
		name: "update changes the fields that are sent and no others",
		server: { identities: [anna] },
		steps: [
			{
				call: "update",
				args: [anna.external_id, { display_name: "Anna L." }],
				sees: {
					value: {
						_id: "contact_01",
						display_name: "Anna L.",
						email: "anna@example.com",
						tags: ["premium", "beta-user"],
						created: matching("^2026-01-01"),
					},
				},
			},
		],
		arrive: [
			{
				operation: "update",
				method: "PATCH",
				path: "/v2/identities/anna%401",
				body: exactly({ display_name: "Anna L." }),
			},
		],
	},
	{
		name: "null clears a field, and is sent as null",
		server: { identities: [anna] },
		steps: [
			{ call: "update", args: ["anna@1", { display_name: null, email: null, avatar_url: null }], sees: {} },
			{
				call: "retrieve",
				args: ["anna@1"],
				sees: {
					value: { display_name: null, email: null, avatar_url: null, tags: ["premium", "beta-user"] },
				},
			},
		],
		arrive: [
			{ operation: "update", body: exactly({ display_name: null, email: null, avatar_url: null }) },
			"retrieve",
		],
	},
	{
		name: "tags and metadata are replaced as a whole, and an empty list of tags is sent",
		server: { identities: [anna] },
		steps: [
			{
				call: "update",
				args: ["contact_01", { tags: [], metadata: { city: "Gdańsk" } }],
				sees: { value: { tags: [], metadata: exactly({ city: "Gdańsk" }) } },
			},
		],
		arrive: [{ operation: "update", body: exactly({ tags: [], metadata: { city: "Gdańsk" } }) }],
	},
	{
		name: "a deleted identity is not found any more, whatever is asked of it",
		server: { identities: [anna] },
		steps: [
			{ call: "delete", args: ["anna@1"], sees: { nothing: true } },
			{ call: "retrieve", args: ["anna@1"], sees: { error: notFound("retrieve", "anna@1") } },
			{ call: "retrieve", args: ["contact_01"], sees: { error: notFound("retrieve", "contact_01") } },
			{ call: "update", args: ["anna@1", { tags: [] }], sees: { error: notFound("update", "anna@1") } },
			{ call: "delete", args: ["anna@1"], sees: { error: notFound("delete", "anna@1") } },
		],
		arrive: [
			{ operation: "delete", method: "DELETE", path: "/v2/identities/anna%401" },
			"retrieve",
			"retrieve",
			"update",
			"delete",
		],
	},
	{
		name: "an external id may have 120 characters of any kind",
		steps: [
			{
				call: "create",
				args: [{ external_id: "🦊".repeat(120) }],
				sees: { value: { external_id: "🦊".repeat(120) } },
			},
			{
				call: "create",
				args: [{ external_id: "🦊".repeat(121) }],
				sees: { error: { _tag: "InvalidInputError", issues: [{ path: "external_id" }] } },
			},
		],
		arrive: ["create"],
	},
	...([409, 400, 422] as const).map(duplicate),
];

function notFound(operation: string, id: string) {
	return {
		_tag: "IdentityNotFoundError",
		name: "IdentityNotFoundError",
		id,
		operation,
		path: "/v2/identities/{id}",
		status: 404,
		attempts: 1,
		isRetryable: false,
		outcome: "rejected",
		says: ["No identity has the id"],
	} as const;
}

/** An `external_id` that is taken: servers of several dates say so with several statuses. */
function duplicate(status: 400 | 409 | 422): Scenario {
	return {
		name: `a duplicate that the server refuses with ${status} fails at once`,
		server: { identities: [anna], conflictStatus: status },
		steps: [
			{
				call: "create",
				args: [{ external_id: "anna@1" }],
				sees: {
					error: {
						_tag: status === 409 ? "ConflictError" : "RequestRejectedError",
						operation: "create",
						status,
						attempts: 1,
						outcome: "rejected",
						isRetryable: false,
						says: ["already taken"],
					},
				},
			},
		],
		arrive: ["create"],
	};
}
