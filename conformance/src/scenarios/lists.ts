/** One page of a list: how it is cut, searched and filtered. */
import { tagsInQuery } from "../on-the-wire.ts";
import { absent, exactly, type Json } from "../pattern.ts";
import { from, type Scenario } from "../scenario.ts";
import { anna, bert, carl, dora, emil, five, ids } from "./people.ts";

const twelve = Array.from({ length: 12 }, (_, index) => ({ external_id: `user_${index + 1}` }));

/** What is wrong, the query, and where the issues are. */
const wrongQueries: readonly (readonly [string, Json, ...string[]])[] = [
	["a limit of 0", { limit: 0 }, "limit"],
	["a limit of 51", { limit: 51 }, "limit"],
	["a limit that is no whole number", { limit: 1.5 }, "limit"],
	["a limit given as text", { limit: "10" }, "limit"],
	["a search of one character", { search: "j" }, "search"],
	["a search with a lone surrogate", { search: "jo\ud83e" }, "search"],
	["an empty cursor", { starting_after: "" }, "starting_after"],
	["both cursors at once", { starting_after: "contact_01", ending_before: "contact_02" }, "ending_before"],
	["a parameter that it does not know", { order: "newest" }, "order"],
	["a filter that is no object", { filter_by: "tags=premium" }, "filter_by"],
	["a query that is no object", "limit=50", "query"],
	["two mistakes at once", { limit: 0, search: "j" }, "limit", "search"],
];

export const lists: readonly Scenario[] = [
	{
		name: "a list has ten identities on its first page and says that there are more",
		server: { identities: twelve },
		steps: [
			{
				call: "list",
				sees: { value: { object: "list", data: ids(...twelve.slice(2).reverse()), has_more: true } },
			},
		],
		arrive: [{ operation: "list", method: "GET", path: "/v2/identities", query: exactly({}) }],
	},
	{
		name: "a workspace without identities has an empty page",
		steps: [{ call: "list", sees: { value: { object: "list", data: [], has_more: false } } }],
		arrive: ["list"],
	},
	{
		name: "starting_after gives the page behind an identity, and ending_before the one in front of it",
		server: { identities: five },
		steps: [
			{ call: "list", args: [{ limit: 2 }], sees: { value: { data: ids(emil, dora), has_more: true } } },
			{
				call: "list",
				args: [{ limit: 2, starting_after: "contact_04" }],
				sees: { value: { data: ids(carl, bert), has_more: true } },
			},
			{
				call: "list",
				args: [{ limit: 2, starting_after: "contact_02" }],
				sees: { value: { data: ids(anna), has_more: false } },
			},
			{
				call: "list",
				args: [{ limit: 2, ending_before: "contact_01" }],
				sees: { value: { data: ids(carl, bert), has_more: true } },
			},
			{
				call: "list",
				args: [{ limit: 2, ending_before: "contact_03" }],
				sees: { value: { data: ids(emil, dora), has_more: false } },
			},
		],
		arrive: [
			{ operation: "list", query: exactly({ limit: "2" }) },
			{ operation: "list", query: exactly({ limit: "2", starting_after: "contact_04" }) },
			{ operation: "list", query: exactly({ limit: "2", starting_after: "contact_02" }) },
			{ operation: "list", query: exactly({ limit: "2", ending_before: "contact_01" }) },
			{ operation: "list", query: exactly({ limit: "2", ending_before: "contact_03" }) },
		],
	},
	{
		name: "a cursor keeps its place when its identity is deleted and a newer one is created",
		server: { identities: five },
		steps: [
			{ call: "list", args: [{ limit: 2 }], as: "page", sees: {} },
			{ call: "delete", args: ["dora@4"], sees: {} },
			{ call: "create", args: [{ external_id: "zoe@9" }], sees: {} },
			{
				call: "list",
				args: [{ limit: 2, starting_after: from("page", "value.data.1._id") }],
				sees: { value: { data: ids(carl, bert), has_more: true } },
			},
		],
		arrive: ["list", "delete", "create", "list"],
	},
	{
		name: "search finds a part of the name or of the e-mail address, in any case",
		server: { identities: five },
		steps: [
			{ call: "list", args: [{ search: "ANN" }], sees: { value: { data: ids(carl, anna) } } },
			{ call: "list", args: [{ search: "bert@exa" }], sees: { value: { data: ids(bert) } } },
			{ call: "list", args: [{ search: "&x=1#" }], sees: { value: { data: [] } } },
		],
		arrive: [
			{ operation: "list", query: exactly({ search: "ANN" }) },
			{ operation: "list", query: exactly({ search: "bert@exa" }) },
			{ operation: "list", query: exactly({ search: "&x=1#" }) },
		],
	},
	{
		name: "filter_by travels as the API takes it and finds those who carry every tag, commas and all",
		server: { identities: five },
		steps: [
			{
				call: "list",
				args: [{ filter_by: { tags: ["premium"] } }],
				sees: { value: { data: ids(bert, anna) } },
			},
			{
				call: "list",
				args: [{ filter_by: { tags: ["premium", "beta-user"] } }],
				sees: { value: { data: ids(anna) } },
			},
			{ call: "list", args: [{ filter_by: { tags: ["a,b"] } }], sees: { value: { data: ids(carl) } } },
		],
		arrive: [
			{ operation: "list", query: exactly(tagsInQuery("premium")) },
			{ operation: "list", query: exactly(tagsInQuery("premium", "beta-user")) },
			{ operation: "list", query: exactly(tagsInQuery("a,b")) },
		],
	},
	{
		name: "include_metrics adds the usage of each identity, which is left out otherwise",
		server: { identities: [anna, bert] },
		steps: [
			{
				call: "list",
				args: [{ include_metrics: true }],
				sees: {
					value: {
						data: [
							{ metrics: { total_cost: 0, total_tokens: 0, total_requests: 0, error_rate: 0 } },
							{ metrics: { total_cost: 1.5, total_tokens: 900, total_requests: 12, error_rate: 0.25 } },
						],
					},
				},
			},
			{
				call: "list",
				args: [{ include_metrics: false }],
				sees: { value: { data: [{ metrics: absent }, { metrics: absent }] } },
			},
		],
		arrive: [{ operation: "list", query: exactly({ include_metrics: "true" }) }, "list"],
	},
	{
		name: "null and empty filters are left out of the query",
		server: { identities: [anna] },
		steps: [
			{
				call: "list",
				args: [
					{ limit: null, search: null, filter_by: { tags: [] }, include_metrics: null, starting_after: null },
				],
				sees: { value: { data: ids(anna) } },
			},
			{ call: "list", args: [{ filter_by: {} }], sees: { value: { data: ids(anna) } } },
			{ call: "list", args: [null], sees: { value: { data: ids(anna) } } },
		],
		arrive: [
			{ operation: "list", query: exactly({}) },
			{ operation: "list", query: exactly({}) },
			{ operation: "list", query: exactly({}) },
		],
	},
	...wrongQueries.map(([what, query, ...paths]) => isRefused(what, query, paths)),
];

function isRefused(what: string, query: Json, paths: readonly string[]): Scenario {
	const error = {
		_tag: "InvalidInputError",
		operation: "list",
		issues: paths.map((path) => ({ path })),
		attempts: 0,
		outcome: "not-sent",
	};
	return {
		name: `list refuses ${what} before anything is sent`,
		steps: [
			{ call: "list", args: [query], sees: { error } },
			{ call: "list", args: [query], take: { walk: "identities" }, sees: { error, items: [] } },
		],
		arrive: [],
	};
}
