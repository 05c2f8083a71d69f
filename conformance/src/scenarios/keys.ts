/** The key: where it is refused, asked for anew, and never shown. */
import { serverKey } from "../host.ts";
import type { Fault, Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const wrongKey = "sk-orq-revoked-0815";
const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

export const keys: readonly Scenario[] = [
	{
		name: "a key that the server does not take fails at once",
		about: ["key"],
		server: { identities: [anna] },
		client: { apiKey: wrongKey },
		steps: [
			{
				call: "retrieve",
				args: ["anna@1"],
				sees: { error: { _tag: "UnauthorizedError", status: 401, attempts: 1, outcome: "rejected" } },
			},
			{ call: "create", args: [{ external_id: "user_1" }], sees: { error: { _tag: "UnauthorizedError" } } },
		],
		arrive: [{ operation: "retrieve", headers: withKey(wrongKey) }, "create"],
	},
	{
		name: "a function that gives the key is asked once more after a 401, for a create too",
		about: ["key"],
		client: { apiKey: [wrongKey, serverKey], maxRetries: 0 },
		steps: [
			{ call: "create", args: [{ external_id: "user_1" }], sees: { value: { external_id: "user_1" } } },
		],
		arrive: [
			{ operation: "create", headers: withKey(wrongKey) },
			{ operation: "create", headers: withKey(serverKey) },
		],
	},
	{
		name: "a function that gives the key is not asked a third time",
		about: ["key"],
		server: { identities: [anna] },
		client: { apiKey: [wrongKey, "sk-orq-revoked-0816"] },
		steps: [
			{ call: "retrieve", args: ["anna@1"], sees: { error: { _tag: "UnauthorizedError", attempts: 2 } } },
		],
		arrive: ["retrieve", "retrieve"],
	},
	{
		name: "asking for a new key counts as no retry",
		about: ["key"],
		server: {
			identities: [anna],
			faults: [{ operation: "retrieve", nth: 2, status: 503, headers: { "retry-after-ms": "5" } }],
		},
		client: { apiKey: [wrongKey, serverKey], maxRetries: 1 },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: { external_id: "anna@1" } } }],
		arrive: ["retrieve", "retrieve", "retrieve"],
	},
	...Object.entries({
		"with a line break": `${serverKey}\n`,
		"with a space": "sk-orq two-words",
		"with a control character": "sk-orq-\u0007-bell",
		"outside Latin-1": "ключ-от-дома",
	}).flatMap(([what, key]) => refusedKey(what, key)),
	{
		name: "an empty key is refused where the client is made, and the error says how to set one",
		about: ["key"],
		client: { apiKey: "" },
		refused: { _tag: "InvalidInputError", says: ["ORQ_API_KEY"] },
		arrive: [],
	},
	...Object.entries({
		"in a 401": { status: 401, body: { error: `No such key: ${serverKey}` } },
		"in a header": { status: 403, headers: { "x-seen": `Bearer ${serverKey}` } },
		"in a web page": { status: 502, body: `<title>${serverKey}</title>` },
		"in a success that can't be read": { status: 200, body: { key: serverKey } },
		"in text that is no JSON": { status: 200, body: `{"key": "${serverKey}"` },
	}).map(([where, fault]) => echoedKey(where, fault)),
];

/** A key that a header can't carry. */
function refusedKey(what: string, key: string): readonly Scenario[] {
	return [
		{
			name: `a key ${what} is refused where the client is made, and not shown`,
			about: ["key"],
			client: { apiKey: key },
			refused: { _tag: "InvalidInputError", issues: [{ path: "apiKey" }], outcome: "not-sent" },
			arrive: [],
		},
		{
			name: `a key ${what} that a function gives fails the call before anything is sent, and is not shown`,
			about: ["key"],
			client: { apiKey: [key] },
			steps: [
				{
					call: "list",
					sees: {
						error: {
							_tag: "InvalidInputError",
							issues: [{ path: "apiKey" }],
							attempts: 0,
							outcome: "not-sent",
						},
					},
				},
			],
			arrive: [],
		},
	];
}

/** That the key shows nowhere is checked in every scenario; here the server does its best. */
function echoedKey(where: string, fault: Pick<Fault, "status" | "headers" | "body">): Scenario {
	const tag = { 200: "DecodeError", 401: "UnauthorizedError", 403: "ForbiddenError" }[Number(fault.status)];
	return {
		name: `a key that the server echoes ${where} shows nowhere in the error`,
		about: ["key"],
		server: { faults: [{ operation: "retrieve", ...fault }] },
		client: { maxRetries: 0 },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { error: { _tag: tag ?? "ServerError" } } }],
		arrive: ["retrieve"],
	};
}
