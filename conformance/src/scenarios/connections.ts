/** Connections that are refused, lost or cut: what is sent again, and what is known of a write. */
import type { ErrorPattern, Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const lost = (attempts: number, outcome = "unknown"): ErrorPattern => ({
	_tag: "ConnectionError",
	attempts,
	outcome,
	isRetryable: true,
	says: ["no answer"],
});
const create = { call: "create", args: [{ external_id: "user_1" }] } as const;
const retrieve = { call: "retrieve", args: ["anna@1"] } as const;
const found = { value: { external_id: "anna@1" } };

export const connections: readonly Scenario[] = [
	{
		name: "a refused connection is tried again, also for a create where it is proved that nothing was sent",
		server: { unreachable: true },
		client: { maxRetries: 1 },
		steps: [
			{
				...create,
				sees: {
					capability: "tellsRefused",
					has: { error: lost(2, "not-sent") },
					lacks: { error: lost(1) },
				},
			},
			{
				...retrieve,
				sees: {
					capability: "tellsRefused",
					has: { error: { ...lost(2, "not-sent"), says: ["ECONNREFUSED"] } },
					lacks: { error: lost(2) },
				},
			},
		],
		arrive: [],
	},
	{
		name: "a create whose connection is lost is sent once, and its outcome is unknown",
		server: { faults: [{ operation: "create", fault: "reset", afterWrite: true }] },
		steps: [
			{ ...create, sees: { error: lost(1) } },
			{ call: "retrieve", args: ["user_1"], sees: { value: { external_id: "user_1" } } },
		],
		arrive: ["create", "retrieve"],
	},
	...(["list", "retrieve", "update", "delete"] as const).map(
		(call): Scenario => ({
			name: `${call} is repeated when its connection is lost`,
			server: { identities: [anna], faults: [{ operation: call, nth: 1, fault: "reset" }] },
			steps: [
				{
					call,
					args: call === "list" ? [] : call === "update" ? ["anna@1", { tags: [] }] : ["anna@1"],
					sees: {},
				},
			],
			arrive: [call, call],
		}),
	),
	{
		name: "a body that is cut is asked for again",
		server: {
			identities: [anna],
			faults: [{ operation: ["list", "retrieve"], times: 1, fault: "truncated" }],
		},
		steps: [
			{ call: "list", sees: { value: { data: [{ external_id: "anna@1" }] } } },
			{ ...retrieve, sees: found },
		],
		arrive: ["list", "list", "retrieve"],
	},
	{
		name: "bodies that are cut again and again are a lost connection",
		server: { identities: [anna], faults: [{ operation: "retrieve", fault: "truncated" }] },
		client: { maxRetries: 1 },
		steps: [{ ...retrieve, sees: { error: lost(2) } }],
		arrive: ["retrieve", "retrieve"],
	},
	{
		name: "a create whose answer is cut is sent once, and its outcome is unknown",
		server: { faults: [{ operation: "create", fault: "truncated" }] },
		steps: [{ ...create, sees: { error: lost(1) } }],
		arrive: ["create"],
	},
	{
		name: "a failing status decides, even where its body is cut",
		server: {
			faults: [
				{ operation: "retrieve", status: 404, body: { error: "Identity not found" }, fault: "truncated" },
				{ operation: "create", status: 409, body: { error: "Taken" }, fault: "truncated" },
			],
		},
		steps: [
			{ ...retrieve, sees: { error: { _tag: "IdentityNotFoundError", attempts: 1, outcome: "rejected" } } },
			{ ...create, sees: { error: { _tag: "ConflictError", attempts: 1, outcome: "rejected" } } },
		],
		arrive: ["retrieve", "create"],
	},
	{
		name: "a create that is lost after a 429 has an unknown outcome",
		server: {
			faults: [
				{ operation: "create", nth: 1, status: 429, headers: { "retry-after-ms": "1" } },
				{ operation: "create", nth: 2, fault: "reset" },
			],
		},
		steps: [{ ...create, sees: { error: lost(2) } }],
		arrive: ["create", "create"],
	},
];
