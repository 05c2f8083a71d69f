/** The three ways to take an answer, and what hooks are told on the way. */
import { successOf } from "../on-the-wire.ts";
import { absent, exactly, matching } from "../pattern.ts";
import type { Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const busy = { status: 503, headers: { "retry-after-ms": "1" } } as const;
const about = { operation: "retrieve", method: "GET", path: "/v2/identities/{id}" } as const;

export const views: readonly Scenario[] = [
	{
		name: "withResponse gives status, headers, request id and attempts with the data",
		about: ["views"],
		server: { identities: [anna], faults: [{ operation: "retrieve", nth: 1, ...busy }] },
		steps: [
			{
				call: "retrieve",
				args: ["anna@1"],
				take: "response",
				sees: {
					value: { external_id: "anna@1" },
					response: {
						status: successOf("retrieve"),
						attempts: 2,
						requestId: matching("^req_"),
						headers: { "content-type": "application/json" },
					},
				},
			},
			{
				call: "create",
				args: [{ external_id: "user_1" }],
				take: "response",
				sees: {
					value: { external_id: "user_1" },
					response: { status: successOf("create"), attempts: 1 },
				},
			},
			{
				call: "update",
				args: ["user_1", { tags: [] }],
				take: "response",
				sees: { value: { tags: [] }, response: { status: successOf("update") } },
			},
			{
				call: "list",
				args: [{ limit: 1 }],
				take: "response",
				sees: {
					value: { data: [{ external_id: "user_1" }], has_more: true },
					response: { status: successOf("list"), attempts: 1 },
				},
			},
			{
				call: "upsert",
				args: ["user_2", {}],
				take: "response",
				sees: {
					value: { external_id: "user_2" },
					response: { status: successOf("create"), attempts: 2 },
				},
			},
			{
				call: "delete",
				args: ["user_1"],
				take: "response",
				sees: { nothing: true, response: { status: successOf("delete"), attempts: 1 } },
			},
		],
		arrive: ["retrieve", "retrieve", "create", "update", "list", "update", "create", "delete"],
	},
	{
		name: "withResponse fails as the call itself does",
		about: ["views"],
		steps: [
			{
				call: "retrieve",
				args: ["anna@1"],
				take: "response",
				sees: { error: { _tag: "IdentityNotFoundError" } },
			},
			{
				call: "list",
				args: [{ limit: 0 }],
				take: "response",
				sees: { error: { _tag: "InvalidInputError" } },
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "result gives the data or the error as a value",
		about: ["views"],
		server: { identities: [anna] },
		steps: [
			{ call: "retrieve", args: ["anna@1"], take: "result", sees: { value: { external_id: "anna@1" } } },
			{
				call: "retrieve",
				args: ["nobody@9"],
				take: "result",
				sees: { error: { _tag: "IdentityNotFoundError" } },
			},
			{ call: "retrieve", args: [".."], take: "result", sees: { error: { _tag: "InvalidInputError" } } },
			{ call: "list", take: "result", sees: { value: { data: [{ external_id: "anna@1" }] } } },
			{ call: "list", args: [{ limit: 0 }], take: "result", sees: { error: { _tag: "InvalidInputError" } } },
			{ call: "delete", args: ["anna@1"], take: "result", sees: { nothing: true } },
			{ call: "upsert", args: ["", {}], take: "result", sees: { error: { _tag: "InvalidInputError" } } },
		],
		arrive: ["retrieve", "retrieve", "list", "delete"],
	},
	{
		name: "hooks are told of each attempt, each answer and each retry, without personal data",
		about: ["hooks"],
		server: { identities: [anna], faults: [{ operation: "retrieve", nth: 1, ...busy }] },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: { external_id: "anna@1" } } }],
		hears: [
			exactly({ hook: "onRequest", ...about, attempt: 1 }),
			exactly({ hook: "onResponse", ...about, attempt: 1, status: 503, requestId: "req_1" }),
			{ hook: "onRetry", ...about, attempt: 1, delayMs: 1, error: { _tag: "ServerError", status: 503 } },
			exactly({ hook: "onRequest", ...about, attempt: 2 }),
			exactly({
				hook: "onResponse",
				...about,
				attempt: 2,
				status: successOf("retrieve"),
				requestId: "req_2",
			}),
		],
		arrive: ["retrieve", "retrieve"],
	},
	{
		name: "hooks are told of a failure once, with the error that the caller gets",
		about: ["hooks"],
		steps: [{ call: "retrieve", args: ["nobody@9"], sees: { error: { _tag: "IdentityNotFoundError" } } }],
		hears: [
			{ hook: "onRequest", ...about, attempt: 1 },
			{ hook: "onResponse", ...about, attempt: 1, status: 404 },
			{ hook: "onError", ...about, attempt: 1, error: { _tag: "IdentityNotFoundError", attempts: 1 } },
		],
		arrive: ["retrieve"],
	},
	{
		name: "hooks are told of a lost connection, to which there is no answer",
		about: ["hooks"],
		server: { faults: [{ operation: "create", fault: "reset" }] },
		steps: [
			{ call: "create", args: [{ external_id: "user_1" }], sees: { error: { _tag: "ConnectionError" } } },
		],
		hears: [
			{ hook: "onRequest", operation: "create", method: "POST", path: "/v2/identities", attempt: 1 },
			{ hook: "onError", operation: "create", error: { _tag: "ConnectionError", outcome: "unknown" } },
		],
		arrive: ["create"],
	},
	{
		name: "hooks are not told of a call that is cancelled as of one that failed",
		about: ["hooks"],
		server: { faults: [{ fault: "silent" }] },
		steps: [{ call: "retrieve", args: ["anna@1"], abort: { afterMs: 300 }, sees: { cancelled: true } }],
		hears: [{ hook: "onRequest", attempt: 1, error: absent }],
		arrive: ["retrieve"],
	},
];
