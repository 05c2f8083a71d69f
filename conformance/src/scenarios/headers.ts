/** What is sent besides the body, and to where. */
import { serverKey } from "../host.ts";
import { absent, type Json } from "../pattern.ts";
import type { Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

const usual = { accept: "application/json", authorization: `Bearer ${serverKey}` };
const withBody = { ...usual, "content-type": "application/json" };
const withoutBody = { ...usual, "content-type": absent };

export const headers: readonly Scenario[] = [
	{
		name: "every request says what it accepts and who it is, and its content type where it has a body",
		server: { identities: [anna] },
		steps: [
			{ call: "list", sees: {} },
			{ call: "create", args: [{ external_id: "user_1" }], sees: {} },
			{ call: "retrieve", args: ["user_1"], sees: {} },
			{ call: "update", args: ["user_1", { tags: [] }], sees: {} },
			{ call: "delete", args: ["user_1"], sees: {} },
		],
		arrive: [
			{ operation: "list", headers: withoutBody, body: absent },
			{ operation: "create", headers: withBody },
			{ operation: "retrieve", headers: withoutBody, body: absent },
			{ operation: "update", headers: withBody },
			{ operation: "delete", headers: withoutBody, body: absent },
		],
	},
	{
		name: "headers of the client and of the call are sent, names of any case, the call's going first",
		server: { identities: [anna] },
		client: { headers: { "X-Team": "blue", "X-Trace": "of the client" } },
		steps: [
			{ call: "retrieve", args: ["anna@1"], sees: {} },
			{ call: "retrieve", args: ["anna@1"], options: { headers: { "x-trace": "of the call" } }, sees: {} },
			{
				call: "list",
				args: [{ limit: 1 }],
				options: { headers: { "X-Walk": "yes" } },
				take: { walk: "identities" },
				sees: {},
			},
			{ call: "upsert", args: ["user_1", {}], options: { headers: { "X-Step": "both" } }, sees: {} },
		],
		arrive: [
			{ operation: "retrieve", headers: { ...usual, "x-team": "blue", "x-trace": "of the client" } },
			{ operation: "retrieve", headers: { ...usual, "x-team": "blue", "x-trace": "of the call" } },
			{ operation: "list", headers: { "x-walk": "yes", "x-team": "blue" } },
			{ operation: "update", headers: { "x-step": "both" } },
			{ operation: "create", headers: { "x-step": "both" } },
		],
	},
	{
		name: "headers are sent with every attempt",
		server: {
			identities: [anna],
			faults: [{ operation: "update", nth: 1, status: 503, headers: { "retry-after-ms": "1" } }],
		},
		steps: [
			{
				call: "update",
				args: ["anna@1", { tags: [] }],
				options: { headers: { "X-Trace": "t1" } },
				sees: { value: { tags: [] } },
			},
		],
		arrive: [
			{ operation: "update", headers: { ...withBody, "x-trace": "t1" }, body: { tags: [] } },
			{ operation: "update", headers: { ...withBody, "x-trace": "t1" }, body: { tags: [] } },
		],
	},
	...Object.entries({
		"an authorization header": { Authorization: "Bearer stolen" },
		"a header with a line break": { "x-trace": "a\r\nx-admin: 1" },
		"a header outside Latin-1": { "x-name": "日本" },
		"a header whose name is none": { "x trace": "t-4711" },
	}).map(
		([what, given]): Scenario => ({
			name: `${what} is refused, with the client and with the call`,
			steps: [
				{
					call: "list",
					options: { headers: given },
					sees: {
						error: {
							_tag: "InvalidInputError",
							attempts: 0,
							outcome: "not-sent",
							hides: Object.values(given),
						},
					},
				},
			],
			arrive: [],
		}),
	),
	{
		name: "a client with an authorization header of its own is refused",
		client: { headers: { authorization: "Bearer stolen" } },
		refused: { _tag: "InvalidInputError", says: ["apiKey"] },
		arrive: [],
	},
	{
		name: "a base URL may end in a slash",
		server: { identities: [anna] },
		client: { baseUrl: "/" },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: { external_id: "anna@1" } } }],
		arrive: [{ operation: "retrieve", path: "/v2/identities/anna%401" }],
	},
	...Object.entries({
		"plain http to another host": "http://identities.example",
		"another scheme": "ftp://identities.example",
		"no URL at all": "identities.example",
		"a query": "https://identities.example/?x=1",
		"a user": "https://me:secret@identities.example",
	}).map(
		([what, baseUrl]): Scenario => ({
			name: `a base URL with ${what} is refused`,
			about: ["key"],
			client: { baseUrl },
			refused: { _tag: "InvalidInputError", issues: [{ path: "baseUrl" }] },
			arrive: [],
		}),
	),
	...Object.entries({
		"a timeout of 0": { timeoutMs: 0 },
		"a negative total timeout": { totalTimeoutMs: -1 },
		"a timeout that no timer can hold": { timeoutMs: 2_147_483_648 },
		"a number of retries that is no whole number": { maxRetries: 1.5 },
		"a negative number of retries": { maxRetries: -1 },
	}).map(
		([what, options]: [string, Readonly<Record<string, Json>>]): Scenario => ({
			name: `${what} is refused before anything is sent`,
			steps: [
				{
					call: "retrieve",
					args: ["anna@1"],
					options,
					sees: {
						error: {
							_tag: "InvalidInputError",
							issues: [{ path: Object.keys(options)[0] ?? "" }],
							attempts: 0,
						},
					},
				},
				{ call: "list", options, sees: { error: { _tag: "InvalidInputError" } } },
			],
			arrive: [],
		}),
	),
];
