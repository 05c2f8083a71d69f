/** The time limits: of one attempt, headers and body, and of a whole call. */
import type { ErrorPattern, Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const attempt = (timeoutMs: number): ErrorPattern => ({
	_tag: "RequestTimeoutError",
	scope: "attempt",
	timeoutMs,
	outcome: "unknown",
	isRetryable: true,
	says: [`${timeoutMs} ms`],
});
const total = (timeoutMs: number): ErrorPattern => ({ ...attempt(timeoutMs), scope: "total" });
const retrieve = { call: "retrieve", args: ["anna@1"] } as const;
const found = { value: { external_id: "anna@1" } };

export const timeouts: readonly Scenario[] = [
	...(["silent", "stalled"] as const).map(
		(fault): Scenario => ({
			name: `${fault === "silent" ? "no answer" : "a body that stalls"} ends with the attempt's timeout`,
			server: { identities: [anna], faults: [{ operation: "retrieve", fault }] },
			client: { maxRetries: 0 },
			steps: [
				{
					...retrieve,
					options: { timeoutMs: 300 },
					sees: { error: { ...attempt(300), attempts: 1 }, ms: { atLeast: 300, atMost: 1500 } },
				},
			],
			arrive: ["retrieve"],
		}),
	),
	{
		name: "an attempt that times out is repeated",
		server: { identities: [anna], faults: [{ operation: "retrieve", nth: 1, fault: "silent" }] },
		client: { timeoutMs: 300 },
		steps: [{ ...retrieve, sees: found }],
		arrive: ["retrieve", "retrieve"],
	},
	{
		name: "a create that times out is not repeated, and its outcome is unknown",
		server: { faults: [{ operation: "create", fault: "silent", afterWrite: true }] },
		steps: [
			{
				call: "create",
				args: [{ external_id: "anna@1" }],
				options: { timeoutMs: 300 },
				sees: { error: { ...attempt(300), attempts: 1 } },
			},
			{ ...retrieve, sees: found },
		],
		arrive: ["create", "retrieve"],
	},
	{
		name: "the total timeout ends an attempt that would take longer",
		server: { faults: [{ operation: "retrieve", fault: "silent" }] },
		steps: [
			{
				...retrieve,
				options: { totalTimeoutMs: 300 },
				sees: { error: { ...total(300), attempts: 1 }, ms: { atLeast: 300, atMost: 1500 } },
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "the total timeout covers all attempts and waits",
		server: { faults: [{ operation: "retrieve", fault: "silent" }] },
		client: { timeoutMs: 80, totalTimeoutMs: 400, maxRetries: 100 },
		steps: [{ ...retrieve, sees: { error: total(400), ms: { atLeast: 80, atMost: 2000 } } }],
		arrive: [{ some: "retrieve", atLeast: 1, atMost: 5 }],
	},
	{
		name: "the total timeout ends a row of retries with the last failure",
		server: { faults: [{ operation: "list", status: 503, headers: { "retry-after-ms": "600" } }] },
		client: { totalTimeoutMs: 1100, maxRetries: 100 },
		steps: [{ call: "list", sees: { error: { _tag: "ServerError", status: 503 }, ms: { atMost: 2000 } } }],
		arrive: [{ some: "list", atLeast: 1, atMost: 2 }],
	},
	{
		name: "a call's own timeout goes before the client's, and false means none",
		server: { identities: [anna], faults: [{ operation: "retrieve", delayMs: 600 }] },
		client: { timeoutMs: 300, totalTimeoutMs: 400, maxRetries: 0 },
		steps: [
			{ ...retrieve, sees: { error: attempt(300) } },
			{ ...retrieve, options: { timeoutMs: 5000, totalTimeoutMs: 6000 }, sees: found },
			{ ...retrieve, options: { timeoutMs: false, totalTimeoutMs: false }, sees: found },
		],
		arrive: ["retrieve", "retrieve", "retrieve"],
	},
	{
		name: "a failing status decides, even where the rest of its body does not come",
		server: {
			faults: [
				{ operation: "retrieve", status: 404, body: { error: "Identity not found" }, fault: "stalled" },
			],
		},
		steps: [
			{
				...retrieve,
				options: { timeoutMs: 200 },
				sees: { error: { _tag: "IdentityNotFoundError", status: 404, attempts: 1, outcome: "rejected" } },
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "a failing status is repeated without waiting for its body",
		server: {
			identities: [anna],
			faults: [
				{
					operation: "retrieve",
					nth: 1,
					status: 503,
					body: { error: "busy" },
					fault: "stalled",
					headers: { "retry-after-ms": "1" },
				},
			],
		},
		steps: [{ ...retrieve, sees: { ...found, ms: { atMost: 3000 } } }],
		arrive: ["retrieve", "retrieve"],
	},
];
