/** How long a client waits before it repeats a request, and which waits it does not begin. */
import { between } from "../pattern.ts";
import type { Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const twice = ["retrieve", "retrieve"] as const;
const found = { external_id: "anna@1" };

export const waits: readonly Scenario[] = [
	waited("Retry-After in seconds is waited for", { "retry-after": "1" }, { atLeast: 1000, atMost: 4000 }),
	waited("Retry-After-Ms is waited for", { "retry-after-ms": "300" }, { atLeast: 300, atMost: 2000 }),
	waited(
		"Retry-After-Ms goes before Retry-After",
		{ "retry-after-ms": "10", "retry-after": "600" },
		{ atMost: 2000 },
	),
	waited(
		"a Retry-After date is waited for",
		{ "retry-after": "{in two seconds}" }, // to the second, so between one and two seconds away
		{ atLeast: 700, atMost: 5000 },
	),
	{
		name: "a Retry-After date that is past means no wait",
		server: {
			identities: [anna],
			faults: [
				{
					operation: "retrieve",
					times: 5,
					status: 503,
					headers: { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" },
				},
			],
		},
		// Backing off five times would take some seconds.
		client: { maxRetries: 5 },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: found, ms: { atMost: 1000 } } }],
		arrive: [...twice, ...twice, ...twice],
	},
	waited("a Retry-After that can't be read is backed off from", { "retry-after": "soon" }, { atMost: 2500 }),
	...([429, 503] as const).map(
		(status): Scenario => ({
			name: `Retry-After: 600 of a ${status} is not waited for, and the error says how long it would be`,
			server: { faults: [{ operation: "retrieve", status, headers: { "retry-after": "600" } }] },
			steps: [
				{
					call: "retrieve",
					args: ["anna@1"],
					sees: {
						error: {
							_tag: status === 429 ? "RateLimitError" : "ServerError",
							retryAfterMs: 600_000,
							attempts: 1,
							isRetryable: true,
							says: ["600 s"],
						},
						ms: { atMost: 1500 },
					},
				},
			],
			arrive: ["retrieve"],
		}),
	),
	{
		name: "a Retry-After date that is far away is not waited for",
		server: {
			faults: [
				{ operation: "list", status: 429, headers: { "retry-after": "Fri, 31 Dec 2100 23:59:59 GMT" } },
			],
		},
		steps: [
			{
				call: "list",
				sees: { error: { _tag: "RateLimitError", retryAfterMs: between(1e11, 1e13), attempts: 1 } },
			},
		],
		arrive: ["list"],
	},
	{
		name: "a create that is refused with 429 waits and is sent again",
		server: { faults: [{ operation: "create", nth: 1, status: 429, headers: { "retry-after-ms": "50" } }] },
		steps: [
			{
				call: "create",
				args: [{ external_id: "user_1" }],
				sees: { value: { external_id: "user_1" }, ms: { atLeast: 50 } },
			},
		],
		arrive: ["create", "create"],
	},
	{
		name: "a wait that does not fit into the total timeout is not begun",
		server: { faults: [{ operation: "retrieve", status: 503, headers: { "retry-after": "5" } }] },
		steps: [
			{
				call: "retrieve",
				args: ["anna@1"],
				options: { totalTimeoutMs: 3000 },
				sees: {
					error: { _tag: "ServerError", status: 503, retryAfterMs: 5000, attempts: 1 },
					ms: { atMost: 2000 },
				},
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "backing off is random, below a ceiling that doubles from half a second",
		about: ["hooks"],
		server: { identities: [anna], faults: [{ operation: "retrieve", times: 2, status: 500 }] },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: found, ms: { atMost: 4000 } } }],
		hears: [
			{ hook: "onRequest", attempt: 1 },
			{ hook: "onResponse", status: 500 },
			{ hook: "onRetry", delayMs: between(0, 500) },
			{ hook: "onRequest", attempt: 2 },
			{ hook: "onResponse", status: 500 },
			{ hook: "onRetry", delayMs: between(0, 1000) },
			{ hook: "onRequest", attempt: 3 },
			{ hook: "onResponse", status: 200 },
		],
		arrive: ["retrieve", "retrieve", "retrieve"],
	},
];

/** A 503 with these headers, and then a success. */
function waited(
	name: string,
	headers: Readonly<Record<string, string>>,
	ms: { readonly atLeast?: number; readonly atMost: number },
): Scenario {
	return {
		name,
		server: { identities: [anna], faults: [{ operation: "retrieve", nth: 1, status: 503, headers }] },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: found, ms } }],
		arrive: twice,
	};
}
