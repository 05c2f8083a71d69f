/** Iterating a list: every page in either direction, and how to go on after a break or a failure. */
import { exactly } from "../pattern.ts";
import { from, type Scenario, type Step, type Walk } from "../scenario.ts";
import { anna, bert, carl, dora, emil, five, ids } from "./people.ts";

const identities: Walk = { walk: "identities" };
const pages: Walk = { walk: "pages" };

const after = (id: string) =>
	({ operation: "list", query: exactly({ limit: "2", starting_after: id }) }) as const;
const before = (id: string) =>
	({ operation: "list", query: exactly({ limit: "2", ending_before: id }) }) as const;
const first = { operation: "list", query: exactly({ limit: "2" }) } as const;

const down = [first, after("contact_04"), after("contact_02")];
const up = [before("contact_01"), before("contact_03")];
const threePages = [{ data: ids(emil, dora) }, { data: ids(carl, bert) }, { data: ids(anna) }];

/** A walk through the five identities, two on a page. */
const walk = (take: Walk, sees: Step["sees"], more: Partial<Step> = {}): Step => ({
	call: "list",
	args: [{ limit: 2 }],
	take,
	sees,
	...more,
});

/** The same from the oldest identity upwards. */
const walkUp = (take: Walk, sees: Step["sees"], more: Partial<Step> = {}): Step =>
	walk(take, sees, { args: [{ limit: 2, ending_before: "contact_01" }], ...more });

const prefetch = { options: { prefetch: true } };

export const walks: readonly Scenario[] = [
	{
		name: "iterating gives every identity, page after page, and then ends",
		server: { identities: five },
		steps: [walk(identities, { items: ids(emil, dora, carl, bert, anna) })],
		arrive: down,
	},
	{
		name: "iterating with prefetch gives the same with the same requests",
		server: { identities: five },
		steps: [walk(identities, { items: ids(emil, dora, carl, bert, anna) }, prefetch)],
		arrive: down,
	},
	{
		name: "with ending_before iteration walks away from the cursor, from older to newer",
		server: { identities: five },
		steps: [walkUp(identities, { items: ids(bert, carl, dora, emil) })],
		arrive: up,
	},
	{
		name: "with ending_before and prefetch iteration gives the same with the same requests",
		server: { identities: five },
		steps: [walkUp(identities, { items: ids(bert, carl, dora, emil) }, prefetch)],
		arrive: up,
	},
	{
		name: "pages come as the server gives them, in the direction that was asked for",
		server: { identities: five },
		steps: [
			walk(pages, { items: threePages }),
			walk(pages, { items: threePages }, prefetch),
			walkUp(pages, { items: [{ data: ids(carl, bert) }, { data: ids(emil, dora) }] }),
		],
		arrive: [...down, ...down, ...up],
	},
	{
		name: "nextPage leads from page to page in both directions",
		about: ["nextPage"],
		server: { identities: five },
		steps: [
			walk({ walk: "nextPage" }, { items: threePages }),
			walkUp({ walk: "nextPage" }, { items: [{ data: ids(carl, bert) }, { data: ids(emil, dora) }] }),
		],
		arrive: [...down, ...up],
	},
	{
		name: "an early break asks for no further page",
		server: { identities: five },
		steps: [
			walk({ ...identities, stopAfter: 2 }, { items: ids(emil, dora) }),
			walk({ ...pages, stopAfter: 1 }, { items: [{ data: ids(emil, dora) }] }),
		],
		arrive: [first, first],
	},
	{
		name: "an iterator tells where it stands, and a list goes on from there",
		about: ["iteratorCursor"],
		server: { identities: five },
		steps: [
			walk(
				{ ...identities, stopAfter: 3 },
				{ items: ids(emil, dora, carl), cursor: exactly({ starting_after: "contact_03" }) },
				{ as: "broken off" },
			),
			{
				call: "list",
				args: [from("broken off", "cursor")],
				take: identities,
				sees: { items: ids(bert, anna), cursor: exactly({ starting_after: "contact_01" }) },
			},
			walkUp(
				{ ...identities, stopAfter: 3 },
				{ items: ids(bert, carl, dora), cursor: exactly({ ending_before: "contact_04" }) },
				{ as: "upwards" },
			),
			{
				call: "list",
				args: [from("upwards", "cursor")],
				take: identities,
				sees: { items: ids(emil), cursor: exactly({ ending_before: "contact_05" }) },
			},
		],
		arrive: [
			first,
			after("contact_04"),
			{ operation: "list", query: exactly({ starting_after: "contact_03" }) },
			...up,
			{ operation: "list", query: exactly({ ending_before: "contact_04" }) },
		],
	},
	{
		name: "a failure while iterating tells how far it came, and a list goes on from there",
		server: { identities: five, faults: [{ operation: "list", nth: 2, status: 503 }] },
		client: { maxRetries: 0 },
		steps: [
			walk(
				identities,
				{
					items: ids(emil, dora),
					error: { _tag: "ServerError", status: 503, cursor: exactly({ starting_after: "contact_04" }) },
				},
				{ as: "failed" },
			),
			{
				call: "list",
				args: [from("failed", "error.cursor")],
				take: identities,
				sees: { items: ids(carl, bert, anna) },
			},
		],
		arrive: [
			first,
			after("contact_04"),
			{ operation: "list", query: exactly({ starting_after: "contact_04" }) },
		],
	},
	{
		name: "a failing page is retried in the midst of a walk",
		server: {
			identities: five,
			faults: [{ operation: "list", nth: 2, status: 503, headers: { "retry-after-ms": "10" } }],
		},
		steps: [walk(identities, { items: ids(emil, dora, carl, bert, anna) })],
		arrive: [first, after("contact_04"), after("contact_04"), after("contact_02")],
	},
	{
		name: "a failing page that was asked for ahead fails only where the walk gets to it",
		server: { identities: five, faults: [{ operation: "list", nth: 2, status: 500 }] },
		client: { maxRetries: 0 },
		steps: [
			walk(
				identities,
				{ items: ids(emil, dora), error: { _tag: "ServerError", cursor: { starting_after: "contact_04" } } },
				prefetch,
			),
		],
		arrive: [first, after("contact_04")],
	},
	{
		name: "the total timeout covers all pages of a walk",
		server: { identities: five, faults: [{ operation: "list", delayMs: 200 }] },
		steps: [
			{
				call: "list",
				args: [{ limit: 1 }],
				options: { totalTimeoutMs: 500 },
				take: identities,
				sees: {
					error: { _tag: "RequestTimeoutError", scope: "total", timeoutMs: 500 },
					ms: { atLeast: 350, atMost: 1500 },
				},
			},
		],
		arrive: [{ some: "list", atLeast: 1, atMost: 3 }],
	},
	{
		name: "a cursor that does not advance ends the walk with an error",
		server: {
			identities: five,
			faults: [{ operation: "list", nth: 2, status: 200, body: stuck("contact_04") }],
		},
		steps: [
			walk(identities, {
				items: ids(emil, dora),
				error: { _tag: "DecodeError", outcome: "unknown", cursor: { starting_after: "contact_04" } },
			}),
		],
		arrive: [first, after("contact_04")],
	},
	{
		name: "a cursor that does not advance upwards ends the walk with an error",
		server: { identities: five, faults: [{ operation: "list", status: 200, body: stuck("contact_01") }] },
		steps: [walkUp(identities, { items: [], error: { _tag: "DecodeError" } })],
		arrive: [before("contact_01")],
	},
	{
		name: "an empty page that says there are more ends the walk with an error",
		server: {
			faults: [{ operation: "list", status: 200, body: { object: "list", data: [], has_more: true } }],
		},
		steps: [
			walk(identities, { items: [], error: { _tag: "DecodeError" } }),
			{ call: "list", sees: { value: { data: [], has_more: true } } },
		],
		arrive: ["list", "list"],
	},
];

/** A page that ends where it should start. */
function stuck(id: string) {
	return { object: "list", data: [{ _id: id, external_id: "again@1" }], has_more: true };
}
