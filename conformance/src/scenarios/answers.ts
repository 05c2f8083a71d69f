/** Answers of servers of other dates: what is read all the same, and what is not. */
import { absent, exactly, type Json, matching, present } from "../pattern.ts";
import type { Fault, Method, Scenario, ServerSetup, Step } from "../scenario.ts";
import { anna } from "./people.ts";

const bare = { _id: "contact_01", external_id: "anna@1" };
const zeros = { total_cost: 0, total_tokens: 0, total_requests: 0, error_rate: 0 };

export const answers: readonly Scenario[] = [
	...(["wrapped", "flat"] as const).map(inShape),
	reads("an envelope is opened whatever stands beside the identity", "retrieve", {
		body: { request: "r1", identity: { ...bare, tags: ["premium"] } },
		value: { ...bare, tags: ["premium"], request: absent },
	}),
	reads("an identity with a field called identity is no envelope", "retrieve", {
		body: { ...bare, identity: { _id: "other" } },
		value: { ...bare, identity: { _id: "other" } },
	}),
	reads("a page without object and has_more is the last one", "list", {
		body: { data: [bare] },
		value: { object: "list", data: [bare], has_more: false },
	}),
	reads("a page without data is empty", "list", {
		body: {},
		value: { object: "list", data: [], has_more: false },
	}),
	reads("a page with null in the place of everything is empty", "list", {
		body: { object: null, data: null, has_more: null },
		value: { object: "list", data: [], has_more: false },
	}),
	reads("an identity without metrics is read where metrics were asked for", "list", {
		args: [{ include_metrics: true }],
		body: { object: "list", data: [bare, { ...bare, metrics: null }], has_more: false },
		value: { data: [{ metrics: absent }, { metrics: null }] },
	}),
	reads("a number that is missing in metrics is zero", "list", {
		body: { object: "list", data: [{ ...bare, metrics: { total_cost: 2 } }], has_more: false },
		value: { data: [{ metrics: { ...zeros, total_cost: 2 } }] },
	}),
	reads("unknown fields are kept, and so are enum values that are new", "list", {
		body: { object: "list.v2", data: [{ ...bare, plan: { tier: "gold" } }], has_more: false, total: 1 },
		value: { object: "list.v2", data: [{ ...bare, plan: { tier: "gold" } }], total: 1 },
	}),
	reads("an identity with nothing but its id is read", "retrieve", {
		body: { _id: "contact_01" },
		value: { _id: "contact_01", external_id: "" },
	}),
	reads("a plain date is read like a date-time", "retrieve", {
		body: { ...bare, created: "2026-01-15", updated: "2026-01-15T09:30:00Z" },
		value: { ...bare, created: matching("^2026-01-15"), updated: matching("^2026-01-15T09:30:00") },
	}),
	reads("null is kept where the document knows it, and left out where it does not", "retrieve", {
		body: { ...bare, display_name: null, tags: null, metadata: null, created: null, workspace_id: null },
		value: exactly({ ...bare, display_name: null }),
	}),
	reads("create is a success with 200 too, and a Location changes nothing", "create", {
		args: [{ external_id: "anna@1" }],
		fault: { status: 200, headers: { location: "/v2/identities/contact_01" } },
		body: { identity: bare },
		value: exactly(bare),
	}),
	reads("delete gives nothing where the server answers with a body", "delete", {
		args: ["anna@1"],
		body: { deleted: true },
	}),
	reads("delete is a success whatever the body of a 2xx is", "delete", {
		args: ["anna@1"],
		fault: { status: 202 },
		body: "<html>gone</html>",
	}),
	...unreadable(),
	{
		name: "a create whose answer can't be read is not repeated, and its outcome is unknown",
		server: { faults: [{ operation: "create", fault: "garbage" }] },
		steps: [
			{
				call: "create",
				args: [{ external_id: "user_1" }],
				sees: { error: { _tag: "DecodeError", attempts: 1, outcome: "unknown", isRetryable: false } },
			},
			{ call: "retrieve", args: ["user_1"], sees: { value: { external_id: "user_1" } } },
		],
		arrive: ["create", "retrieve"],
	},
];

/** All that answers with one identity, whichever shape the server has. */
function inShape(shape: "flat" | "wrapped"): Scenario {
	return {
		name: `answers are read where the server has them ${shape}`,
		server: { identities: [anna], shape },
		steps: [
			{ call: "create", args: [{ external_id: "u1" }], sees: { value: { _id: present, external_id: "u1" } } },
			{ call: "retrieve", args: ["u1"], sees: { value: { external_id: "u1", identity: absent } } },
			{ call: "update", args: ["u1", { tags: ["seen"] }], sees: { value: { tags: ["seen"] } } },
			{
				call: "upsert",
				args: ["u2", { tags: ["new"] }],
				sees: { value: { external_id: "u2", tags: ["new"] } },
			},
			{ call: "delete", args: ["u1"], sees: { nothing: true } },
			{ call: "list", sees: { value: { data: [{ external_id: "u2" }, { external_id: "anna@1" }] } } },
		],
		arrive: ["create", "retrieve", "update", "update", "create", "delete", "list"],
	};
}

interface Reading {
	readonly args?: readonly Json[];
	readonly fault?: Pick<Fault, "status" | "headers">;
	readonly body: Json;
	/** Nothing where it is left out. */
	readonly value?: Json;
}

function reads(
	name: string,
	call: Exclude<Method, "upsert">,
	{ args, fault, body, value }: Reading,
): Scenario {
	const server: ServerSetup = { faults: [{ operation: call, status: 200, ...fault, body }] };
	const sees = value === undefined ? ({ nothing: true } as const) : { value };
	const step: Step = { call, args: args ?? (call === "retrieve" ? ["anna@1"] : []), sees };
	return { name, server, steps: [step], arrive: [call] };
}

/** Successes that hold no identity, or no page. */
function unreadable(): readonly Scenario[] {
	const faults: readonly (readonly [what: string, fault: Fault, snippet: string])[] = [
		["an HTML page", { fault: "html", status: 200 }, "<!DOCTYPE html>"],
		["JSON that breaks off", { fault: "garbage" }, '{"_id"'],
		["an empty body", { status: 200 }, ""],
		["a 204", { status: 204 }, ""],
		["a list", { status: 200, body: [bare] }, "[{"],
		["null", { status: 200, body: null }, "null"],
		["text", { status: 200, body: "OK" }, "OK"],
	];
	const wrong = {
		retrieve: ["an identity whose _id has another name", { id: "contact_01", external_id: "anna@1" }, "_id"],
		list: ["a page with something else than an identity", { data: [bare, { id: "x" }] }, "data[1]._id"],
	} as const;
	return [
		...faults.map(([what, fault, snippet]) => isUnreadable(what, ["retrieve", "list"], fault, snippet)),
		isUnreadable(
			wrong.retrieve[0],
			["retrieve"],
			{ status: 200, body: wrong.retrieve[1] },
			"{",
			wrong.retrieve[2],
		),
		isUnreadable(wrong.list[0], ["list"], { status: 200, body: wrong.list[1] }, "{", wrong.list[2]),
		isUnreadable(
			"a page whose data is no list",
			["list"],
			{ status: 200, body: { data: bare } },
			"{",
			"data",
		),
	];
}

function isUnreadable(
	what: string,
	calls: readonly ("retrieve" | "list")[],
	fault: Fault,
	snippet: string,
	says = "",
): Scenario {
	return {
		name: `${what} in the place of ${calls.length > 1 ? "an identity or a page" : "a success"} is a DecodeError`,
		server: { identities: [anna], faults: [fault] },
		steps: calls.map((call) => ({
			call,
			args: call === "retrieve" ? ["anna@1"] : [],
			sees: {
				error: {
					_tag: "DecodeError",
					operation: call,
					attempts: 1,
					outcome: "unknown",
					isRetryable: false,
					snippet: matching(`^${snippet.replace(/[[{]/g, "\\$&")}`),
					says: [says],
				},
			},
		})),
		arrive: calls,
	};
}
