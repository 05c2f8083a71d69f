/** What an error tells: its class follows from the status, its words from whatever body there is. */
import { absent, matching, type Pattern } from "../pattern.ts";
import type { Fault, Scenario } from "../scenario.ts";

const retrieve = { call: "retrieve", args: ["nobody@9"] } as const;

export const failures: readonly Scenario[] = [
	...Object.entries({
		"`{ error }`": { body: { error: "Too odd" } },
		"`{ message }`": { body: { message: "Too odd" } },
		"`{ error: { message } }`": { body: { error: { message: "Too odd", code: 7 } } },
		"problem+json": {
			body: { type: "about:blank", title: "Bad", detail: "Too odd" },
			headers: { "content-type": "application/problem+json" },
		},
		"problem+json without a detail": {
			body: { type: "about:blank", title: "Too odd" },
			headers: { "content-type": "application/problem+json" },
		},
		"plain text": { body: "Too odd" },
		"an HTML page": { body: "<html><head><title>Too odd</title></head><body>No</body></html>" },
	}).map(([form, fault]) => tells(form, fault)),
	{
		name: "an error without a body still says what happened",
		server: { faults: [{ operation: "retrieve", status: 418, body: "" }] },
		steps: [
			{
				...retrieve,
				sees: {
					error: { _tag: "UnexpectedStatusError", status: 418, body: absent, says: ["retrieve", "418"] },
				},
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "an HTML page of a proxy with 502 is a server's error, which says the page's title",
		server: { faults: [{ operation: "retrieve", fault: "html", status: 502 }] },
		client: { maxRetries: 0 },
		steps: [
			{
				...retrieve,
				sees: {
					error: {
						_tag: "ServerError",
						status: 502,
						body: matching("^<!DOCTYPE html>"),
						says: ["502 from a proxy"],
						hides: ["<"],
					},
				},
			},
		],
		arrive: ["retrieve"],
	},
	...Object.entries({
		error: { error: "Identity not found" },
		message: { message: "Identity not found" },
		"an empty object": {},
		"an HTML page": "<html><title>Not here</title></html>",
		nothing: "",
	}).map(([what, body]) => notFound(what, body)),
	{
		name: "a 404 of a list or a create is about no identity",
		server: { faults: [{ status: 404, body: { error: "Nothing here" } }] },
		steps: [
			{ call: "list", sees: { error: { _tag: "UnexpectedStatusError", status: 404, outcome: "rejected" } } },
			{
				call: "create",
				args: [{ external_id: "user_1" }],
				sees: { error: { _tag: "UnexpectedStatusError", status: 404 } },
			},
		],
		arrive: ["list", "create"],
	},
	{
		name: "an error tells the request id, the headers and the body of the answer",
		server: {
			faults: [
				{
					operation: "retrieve",
					status: 400,
					headers: { "X-Request-Id": "req_4711", "X-Shard": "Eu-1" },
					body: { error: "Too odd", codes: [1, 2] },
				},
			],
		},
		steps: [
			{
				...retrieve,
				sees: {
					error: {
						_tag: "RequestRejectedError",
						requestId: "req_4711",
						headers: { "x-request-id": "req_4711", "x-shard": "Eu-1" },
						body: { error: "Too odd", codes: [1, 2] },
						method: "GET",
						path: "/v2/identities/{id}",
					},
				},
			},
		],
		arrive: ["retrieve"],
	},
	{
		name: "a message does not show the id, the query or the body that the server echoes",
		server: {
			faults: [
				{ operation: "retrieve", status: 400, body: { error: "Bad: nobody@9 or nobody%409" } },
				{ operation: "list", status: 400, body: { error: "Bad: Lindqvist, premium" } },
				{ operation: "create", status: 400, body: { error: "Bad: anna@example.com" } },
			],
		},
		steps: [
			{
				...retrieve,
				sees: { error: { _tag: "RequestRejectedError", says: ["Bad: … or …"], hides: ["nobody"] } },
			},
			{
				call: "list",
				args: [{ search: "Lindqvist", filter_by: { tags: ["premium"] } }],
				sees: { error: { _tag: "RequestRejectedError", says: ["Bad: …, …"] } },
			},
			{
				call: "create",
				args: [{ external_id: "user_1", email: "anna@example.com" }],
				sees: { error: { _tag: "RequestRejectedError", says: ["Bad: …"] } },
			},
		],
		arrive: ["retrieve", "list", "create"],
	},
	{
		name: "a message is one line of bounded length, and the body is bounded too",
		server: {
			faults: [{ operation: "retrieve", status: 400, body: `odd\r\n\u001b[31mred ${"x".repeat(70_000)}` }],
		},
		steps: [
			{
				...retrieve,
				sees: {
					error: {
						_tag: "RequestRejectedError",
						message: matching("^.{20,400}$"),
						body: matching("^odd[^]{65533}$"),
						says: ["odd [31mred xxx"],
						hides: ["\n", "\r", "\u001b"],
					},
				},
			},
		],
		arrive: ["retrieve"],
	},
];

/** A body's words, for a status that is not repeated. */
function tells(form: string, fault: Pick<Fault, "body" | "headers">): Scenario {
	return {
		name: `an error's message takes the words of ${form}`,
		server: { faults: [{ operation: "retrieve", status: 422, ...fault }] },
		steps: [
			{
				...retrieve,
				sees: { error: { _tag: "RequestRejectedError", status: 422, says: ["retrieve", "422", "Too odd"] } },
			},
		],
		arrive: ["retrieve"],
	};
}

function notFound(what: string, body: Pattern): Scenario {
	const error = { _tag: "IdentityNotFoundError", id: "nobody@9", status: 404, attempts: 1 };
	return {
		name: `a 404 whose body is ${what} is not-found for retrieve, update and delete`,
		server: { faults: [{ status: 404, body }] },
		steps: [
			{ ...retrieve, sees: { error } },
			{ call: "update", args: ["nobody@9", { tags: [] }], sees: { error } },
			{ call: "delete", args: ["nobody@9"], sees: { error } },
		],
		arrive: ["retrieve", "update", "delete"],
	};
}
