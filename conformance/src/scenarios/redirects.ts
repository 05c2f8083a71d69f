/** Redirects are not followed: the body of a write, and the key, must not travel elsewhere. */
import type { ErrorPattern, Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const elsewhere = "{elsewhere}/v2/identities";

export const redirects: readonly Scenario[] = [
	...([307, 308, 302, 303] as const).map(
		(status): Scenario => ({
			name: `a create that is redirected with ${status} to another origin is sent nowhere else`,
			server: { faults: [{ operation: "create", fault: "redirect", status, location: elsewhere }] },
			steps: [
				{
					call: "create",
					args: [{ external_id: "user_1" }],
					sees: {
						capability: "showsRedirectStatus",
						has: { error: redirect(status) },
						lacks: { error: redirect(0) },
					},
				},
			],
			arrive: ["create"],
		}),
	),
	{
		name: "a retrieve that is redirected to another origin does not follow",
		server: {
			identities: [anna],
			faults: [{ operation: "retrieve", fault: "redirect", location: elsewhere }],
		},
		steps: [
			{
				call: "retrieve",
				args: ["anna@1"],
				sees: {
					capability: "showsRedirectStatus",
					has: { error: redirect(307) },
					lacks: { error: redirect(0) },
				},
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "a redirect to the same origin is not followed either",
		server: {
			identities: [anna],
			faults: [{ operation: "update", fault: "redirect", location: "/v2/identities/contact_01" }],
		},
		steps: [
			{
				call: "update",
				args: ["anna@1", { tags: [] }],
				sees: {
					capability: "showsRedirectStatus",
					has: { error: redirect(307) },
					lacks: { error: redirect(0) },
				},
			},
		],
		arrive: ["update"],
	},
];

function redirect(status: number): ErrorPattern {
	return {
		_tag: "UnexpectedStatusError",
		status,
		attempts: 1,
		outcome: "rejected",
		isRetryable: false,
		says: ["redirect"],
	};
}
