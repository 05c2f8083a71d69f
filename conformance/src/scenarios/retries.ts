/** Which failures are repeated, for which operation, and how often. */
import type { OperationName } from "@orq/identities-core";
import type { Json } from "../pattern.ts";
import type { ErrorPattern, Fault, Scenario, Step } from "../scenario.ts";
import { anna } from "./people.ts";

/** Operations that an update adds are none of these. */
const argsOf = {
	list: [],
	create: [{ external_id: "user_1" }],
	retrieve: ["anna@1"],
	update: ["anna@1", { tags: ["seen"] }],
	delete: ["anna@1"],
} as const satisfies Readonly<Partial<Record<OperationName, readonly Json[]>>>;

type Sent = keyof typeof argsOf;

const soon = { "retry-after-ms": "1" };

export const retries: readonly Scenario[] = [
	...(["list", "retrieve", "update"] as const).map((call) =>
		isRepeated(call, [408, 429, 500, 502, 503, 504]),
	),
	isRepeated("create", [429]),
	{
		name: "delete is repeated after 408, 429, 500, 502, 503 and 504",
		server: {
			identities: [anna],
			faults: [408, 429, 500, 502, 503, 504].map((status, index) => ({
				operation: "delete",
				nth: index + 1,
				status,
				headers: soon,
			})),
		},
		client: { maxRetries: 10 },
		steps: [{ call: "delete", args: ["anna@1"], sees: { nothing: true } }],
		arrive: Array.from({ length: 7 }, () => "delete" as const),
	},
	isNotRepeated("list", [400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505]),
	isNotRepeated("retrieve", [400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505]),
	isNotRepeated("update", [400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505]),
	isNotRepeated("delete", [400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505]),
	isNotRepeated("create", [400, 401, 403, 404, 405, 408, 409, 410, 413, 422, 500, 501, 502, 503, 504, 505]),
	{
		name: "a call is repeated twice and then fails with the last failure",
		server: { faults: [{ operation: "retrieve", status: 503, headers: soon }] },
		steps: [
			{
				call: "retrieve",
				args: ["anna@1"],
				sees: {
					error: { _tag: "ServerError", status: 503, attempts: 3, outcome: "unknown", isRetryable: true },
				},
			},
		],
		arrive: ["retrieve", "retrieve", "retrieve"],
	},
	{
		name: "maxRetries of a call goes before the client's, and 0 means one attempt",
		server: { faults: [{ operation: "list", status: 503, headers: soon }] },
		client: { maxRetries: 0 },
		steps: [
			{ call: "list", sees: { error: { _tag: "ServerError", attempts: 1 } } },
			{ call: "list", options: { maxRetries: 3 }, sees: { error: { _tag: "ServerError", attempts: 4 } } },
		],
		arrive: ["list", "list", "list", "list", "list"],
	},
	{
		name: "an error tells of the last answer, and of the least certain outcome of all attempts",
		server: {
			identities: [anna],
			faults: [
				{ operation: "update", nth: 1, status: 502, headers: soon },
				{ operation: "update", nth: 2, status: 400, body: { error: "tags: too many" } },
			],
		},
		steps: [
			{
				call: "update",
				args: ["anna@1", { tags: [] }],
				sees: {
					error: {
						_tag: "RequestRejectedError",
						status: 400,
						attempts: 2,
						outcome: "unknown",
						says: ["too many"],
					},
				},
			},
		],
		arrive: ["update", "update"],
	},
	{
		name: "when a server is down, the retries of a client run dry",
		server: { faults: [{ status: 503, headers: { "retry-after-ms": "0" } }] },
		client: { maxRetries: 1000 },
		steps: [
			{ call: "list", sees: { error: { _tag: "ServerError", attempts: 101 } } },
			{ call: "retrieve", args: ["anna@1"], sees: { error: { _tag: "ServerError", attempts: 1 } } },
		],
		arrive: [{ some: "list", atLeast: 101, atMost: 101 }, "retrieve"],
	},
	...deletes(),
];

/** Each status once, and then a success. */
function isRepeated(call: Sent, statuses: readonly number[]): Scenario {
	return {
		name: `${call} is repeated after ${inWords(statuses)}`,
		server: { identities: [anna], faults: eachOnce(call, statuses, 2) },
		client: { maxRetries: 1 },
		steps: statuses.map((status): Step => {
			const args = call === "create" ? [{ external_id: `user_${status}` }] : argsOf[call];
			return { call, args, sees: {} };
		}),
		arrive: statuses.flatMap(() => [call, call]),
	};
}

function isNotRepeated(call: Sent, statuses: readonly number[]): Scenario {
	return {
		name: `${call} is not repeated after ${inWords(statuses)}`,
		server: { identities: [anna], faults: eachOnce(call, statuses, 1) },
		steps: statuses.map(
			(status): Step => ({ call, args: argsOf[call], sees: { error: errorOf(call, status) } }),
		),
		arrive: statuses.map(() => call),
	};
}

/** The nth status meets the nth call; `every` says how many requests a call sends. */
function eachOnce(operation: Sent, statuses: readonly number[], every: number): readonly Fault[] {
	return statuses.map((status, index) => ({ operation, nth: index * every + 1, status, headers: soon }));
}

function errorOf(call: Sent, status: number): ErrorPattern {
	const isUnknown = status === 408 || status >= 500;
	return {
		_tag: tagOf(call, status),
		status,
		operation: call,
		attempts: 1,
		outcome: isUnknown ? "unknown" : "rejected",
		isRetryable: isUnknown && status !== 501 && status !== 505,
	};
}

function tagOf(call: Sent, status: number): string {
	if (status === 400 || status === 422) return "RequestRejectedError";
	if (status === 401) return "UnauthorizedError";
	if (status === 403) return "ForbiddenError";
	if (status === 404 && call !== "list" && call !== "create") return "IdentityNotFoundError";
	if (status === 409 && (call === "create" || call === "update")) return "ConflictError";
	return status >= 500 ? "ServerError" : "UnexpectedStatusError";
}

function inWords(statuses: readonly number[]): string {
	return statuses.length === 1
		? `${statuses[0]}`
		: `${statuses.slice(0, -1).join(", ")} and ${statuses.at(-1)}`;
}

/** A delete that is repeated may find nothing, since the first attempt has done it. */
function deletes(): readonly Scenario[] {
	const gone = { call: "delete", args: ["anna@1"], sees: { nothing: true } } as const;
	const twice = ["delete", "delete"] as const;
	return [
		{
			name: "a delete that finds nothing after a lost answer has succeeded",
			server: {
				identities: [anna],
				faults: [{ operation: "delete", nth: 1, fault: "reset", afterWrite: true }],
			},
			steps: [gone],
			arrive: twice,
		},
		{
			name: "a delete that finds nothing after a 502 has succeeded",
			server: {
				identities: [anna],
				faults: [{ operation: "delete", nth: 1, status: 502, headers: soon, afterWrite: true }],
			},
			steps: [gone],
			arrive: twice,
		},
		{
			name: "a delete that finds nothing after an attempt that timed out has succeeded",
			server: {
				identities: [anna],
				faults: [{ operation: "delete", nth: 1, fault: "silent", afterWrite: true }],
			},
			client: { timeoutMs: 300 },
			steps: [gone],
			arrive: twice,
		},
		{
			name: "a delete that finds nothing after a 429 has found nothing",
			server: { faults: [{ operation: "delete", nth: 1, status: 429, headers: soon }] },
			steps: [
				{
					call: "delete",
					args: ["anna@1"],
					sees: { error: { _tag: "IdentityNotFoundError", attempts: 2, outcome: "rejected" } },
				},
			],
			arrive: twice,
		},
	];
}
