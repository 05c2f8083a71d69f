/** Cancelling: at every moment a call ends at once, with the reason of the caller's signal. */
import type { Scenario } from "../scenario.ts";
import { anna, five } from "./people.ts";

const retrieve = { call: "retrieve", args: ["anna@1"] } as const;
const atOnce = { cancelled: true, ms: { atMost: 1000 } } as const;

export const cancelling: readonly Scenario[] = [
	{
		name: "with a signal that is aborted already nothing is sent",
		server: { identities: five },
		steps: [
			{ ...retrieve, abort: "before", sees: atOnce },
			{ call: "create", args: [{ external_id: "user_1" }], abort: "before", sees: atOnce },
			{ call: "update", args: ["anna@1", { tags: [] }], abort: "before", sees: atOnce },
			{ call: "delete", args: ["anna@1"], abort: "before", sees: atOnce },
			{ call: "upsert", args: ["anna@1", { tags: [] }], abort: "before", sees: atOnce },
			{ call: "list", abort: "before", sees: atOnce },
			{ call: "list", take: { walk: "identities" }, abort: "before", sees: { ...atOnce, items: [] } },
			{
				call: "list",
				take: { walk: "identities" },
				options: { prefetch: true },
				abort: "before",
				sees: { ...atOnce, items: [] },
			},
		],
		arrive: [],
	},
	{
		name: "a call is cancelled while it waits for an answer",
		server: { faults: [{ fault: "silent" }] },
		steps: [
			{ ...retrieve, abort: { afterMs: 300 }, sees: atOnce },
			{ call: "create", args: [{ external_id: "user_1" }], abort: { afterMs: 300 }, sees: atOnce },
			{ call: "upsert", args: ["anna@1", {}], abort: { afterMs: 300 }, sees: atOnce },
		],
		arrive: ["retrieve", "create", "update"],
	},
	{
		name: "a call is cancelled while its body stalls",
		server: { identities: [anna], faults: [{ operation: "retrieve", fault: "stalled" }] },
		steps: [{ ...retrieve, abort: { afterMs: 300 }, sees: atOnce }],
		arrive: ["retrieve"],
	},
	{
		name: "a call is cancelled in a wait of three seconds",
		server: { faults: [{ operation: "retrieve", status: 503, headers: { "retry-after": "3" } }] },
		steps: [
			{ ...retrieve, abort: { afterMs: 300 }, sees: { cancelled: true, ms: { atLeast: 300, atMost: 1000 } } },
		],
		arrive: ["retrieve"],
	},
	{
		name: "the cancelled body of a failing answer is not waited for",
		server: {
			faults: [{ operation: "retrieve", status: 400, body: { error: "Too odd" }, fault: "stalled" }],
		},
		steps: [{ ...retrieve, abort: { afterMs: 300 }, sees: atOnce }],
		arrive: ["retrieve"],
	},
	{
		name: "a walk is cancelled between two pages",
		server: { identities: five },
		steps: [
			{
				call: "list",
				args: [{ limit: 2 }],
				take: { walk: "identities" },
				abort: { atItem: 2 },
				sees: { ...atOnce, items: [{ external_id: "emil@5" }, { external_id: "dora@4" }] },
			},
			{
				call: "list",
				args: [{ limit: 2 }],
				take: { walk: "pages" },
				abort: { atItem: 1 },
				sees: { ...atOnce, items: [{ has_more: true }] },
			},
		],
		arrive: ["list", "list"],
	},
	{
		name: "a walk with prefetch is cancelled between two pages",
		server: { identities: five, faults: [{ operation: "list", nth: 2, fault: "silent" }] },
		steps: [
			{
				call: "list",
				args: [{ limit: 2 }],
				options: { prefetch: true },
				take: { walk: "identities" },
				abort: { atItem: 2 },
				sees: { ...atOnce, items: [{ external_id: "emil@5" }, { external_id: "dora@4" }] },
			},
		],
		arrive: ["list", { some: "list", atLeast: 0, atMost: 1 }],
	},
	{
		name: "a walk is cancelled while it waits for a page",
		server: { identities: five, faults: [{ operation: "list", nth: 2, fault: "silent" }] },
		steps: [
			{
				call: "list",
				args: [{ limit: 2 }],
				take: { walk: "identities" },
				abort: { afterMs: 700 },
				sees: {
					cancelled: true,
					ms: { atMost: 1500 },
					items: [{ external_id: "emil@5" }, { external_id: "dora@4" }],
				},
			},
		],
		arrive: ["list", "list"],
	},
	{
		name: "cancelling rejects where failures are taken as values too",
		about: ["views"],
		server: { faults: [{ fault: "silent" }] },
		steps: [
			{ ...retrieve, take: "result", abort: { afterMs: 300 }, sees: atOnce },
			{ call: "list", take: "response", abort: { afterMs: 300 }, sees: atOnce },
		],
		arrive: ["retrieve", "list"],
	},
];
