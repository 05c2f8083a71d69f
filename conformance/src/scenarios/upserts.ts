/** `upsert`: update or create by external id, whatever comes in between. */
import { exactly } from "../pattern.ts";
import type { ErrorPattern, Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const args = ["anna@1", { display_name: "Anna L." }] as const;
const value = { external_id: "anna@1", display_name: "Anna L." };
const noSuchUpdate = {
	operation: "update",
	nth: 1,
	status: 404,
	body: { message: "Identity not found" },
} as const;

export const upserts: readonly Scenario[] = [
	{
		name: "upsert updates an identity that is there, with one request",
		server: { identities: [anna] },
		steps: [
			{
				call: "upsert",
				args,
				sees: { value: { ...value, _id: "contact_01", tags: ["premium", "beta-user"] } },
			},
		],
		arrive: [
			{ operation: "update", path: "/v2/identities/anna%401", body: exactly({ display_name: "Anna L." }) },
		],
	},
	{
		name: "upsert creates an identity that is not there, and updates it the next time",
		steps: [
			{ call: "upsert", args, sees: { value } },
			{ call: "upsert", args: ["anna@1", { display_name: null }], sees: { value: { display_name: null } } },
		],
		arrive: ["update", { operation: "create", body: exactly(value) }, "update"],
	},
	...([409, 400, 422] as const).map(
		(conflictStatus): Scenario => ({
			name: `upsert updates when somebody was faster and create is refused with ${conflictStatus}`,
			server: { identities: [anna], conflictStatus, faults: [noSuchUpdate] },
			steps: [{ call: "upsert", args, sees: { value: { ...value, _id: "contact_01" } } }],
			arrive: ["update", "create", "update"],
		}),
	),
	{
		name: "upsert updates what its own create has written when the answer was lost",
		server: { faults: [{ operation: "create", nth: 1, fault: "reset", afterWrite: true }] },
		steps: [{ call: "upsert", args, sees: { value } }],
		arrive: ["update", "create", "update"],
	},
	{
		name: "upsert creates again when the first create was lost before it was written",
		server: { faults: [{ operation: "create", nth: 1, fault: "reset" }] },
		steps: [{ call: "upsert", args, sees: { value } }],
		arrive: ["update", "create", "update", "create"],
	},
	{
		name: "upsert goes on after a create that failed with 500, which may have been written",
		server: { faults: [{ operation: "create", nth: 1, status: 500, afterWrite: true }] },
		steps: [{ call: "upsert", args, sees: { value } }],
		arrive: ["update", "create", "update"],
	},
	fails("upsert gives up after two rounds, and says that the outcome is unknown", {
		server: { faults: [{ operation: "create", fault: "reset" }] },
		error: { _tag: "ConnectionError", attempts: 4, outcome: "unknown" },
		arrive: ["update", "create", "update", "create"],
	}),
	fails("upsert fails with create's refusal where the identity is still not there", {
		server: { faults: [{ operation: "create", status: 422, body: { error: "display_name: not nice" } }] },
		error: {
			_tag: "RequestRejectedError",
			status: 422,
			attempts: 3,
			outcome: "rejected",
			says: ["not nice"],
		},
		arrive: ["update", "create", "update"],
	}),
	fails("upsert never fails with not-found", {
		server: { faults: [{ operation: "create", status: 409 }] },
		error: { _tag: "ConflictError", status: 409, attempts: 3, outcome: "rejected" },
		arrive: ["update", "create", "update"],
	}),
	fails("upsert fails at once where create is forbidden", {
		server: { faults: [{ operation: "create", status: 403 }] },
		error: { _tag: "ForbiddenError", status: 403, attempts: 2, outcome: "rejected" },
		arrive: ["update", "create"],
	}),
	fails("upsert fails at once where update is refused", {
		server: { faults: [{ operation: "update", status: 400 }] },
		error: { _tag: "RequestRejectedError", status: 400, attempts: 1, outcome: "rejected" },
		arrive: ["update"],
	}),
	{
		name: "upsert retries within its steps: update after 503, create after 429",
		server: {
			faults: [
				{ operation: "update", nth: 1, status: 503, headers: { "retry-after-ms": "5" } },
				{ operation: "create", nth: 1, status: 429, headers: { "retry-after-ms": "5" } },
			],
		},
		steps: [{ call: "upsert", args, sees: { value } }],
		arrive: ["update", "update", "create", "create"],
	},
	{
		name: "the total timeout covers the whole of an upsert",
		server: { faults: [{ operation: ["update", "create"], delayMs: 600 }] },
		steps: [
			{
				call: "upsert",
				args,
				options: { totalTimeoutMs: 900 },
				sees: {
					error: { _tag: "RequestTimeoutError", scope: "total", timeoutMs: 900, outcome: "unknown" },
					ms: { atLeast: 900, atMost: 2500 },
				},
			},
		],
		arrive: ["update", "create"],
	},
	{
		name: "upsert refuses bad input before anything is sent",
		steps: [
			{ call: "upsert", args: ["🦊".repeat(121), {}], sees: { error: refused("external_id") } },
			{ call: "upsert", args: ["anna@1"], sees: { error: refused("body") } },
			{ call: "upsert", args: ["anna@1", "Anna L."], sees: { error: refused("body") } },
		],
		arrive: [],
	},
];

function fails(
	name: string,
	{ error, ...rest }: Pick<Scenario, "server" | "arrive"> & { readonly error: ErrorPattern },
): Scenario {
	return { name, steps: [{ call: "upsert", args, sees: { error } }], ...rest };
}

function refused(path: string): ErrorPattern {
	return {
		_tag: "InvalidInputError",
		operation: "upsert",
		issues: [{ path }],
		attempts: 0,
		outcome: "not-sent",
	};
}
