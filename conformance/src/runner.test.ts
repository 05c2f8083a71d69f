/** The runner must be able to say no: each expectation is missed once, and told with its place. */
import { describe, expect, test } from "vitest";
import type { Adapter } from "./adapter.ts";
import { clientAdapter } from "./adapters/client.ts";
import { allCapabilities } from "./capability.ts";
import { serverKey } from "./host.ts";
import { nodeHost } from "./node-host.ts";
import { absent, between, exactly, matching, present } from "./pattern.ts";
import { applies, runScenario } from "./runner.ts";
import type { Expectation, Scenario, Step } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import { anna, five } from "./scenarios/people.ts";
import { errorOf } from "./seen.ts";

const environment = { adapter: clientAdapter, host: nodeHost, capabilities: allCapabilities };
const run = (scenario: Omit<Scenario, "name">, more: Partial<typeof environment> = {}) =>
	runScenario({ name: "made up", ...scenario }, { ...environment, ...more });

const retrieve = (sees: Step["sees"], more: Partial<Step> = {}): Omit<Scenario, "name"> => ({
	server: { identities: [anna] },
	steps: [{ call: "retrieve", args: ["anna@1"], sees, ...more }],
	arrive: ["retrieve"],
});

test("what is as expected has no problems", async () => {
	expect(await run(retrieve({ value: { external_id: "anna@1" } }))).toEqual([]);
});

describe("what is not as expected is told with its place", () => {
	test.each<[told: string, sees: Expectation]>([
		['value.external_id: "bert@2" expected, "anna@1" seen', { value: { external_id: "bert@2" } }],
		["value.email: nothing expected", { value: { email: absent } }],
		["value.nickname: missing", { value: { nickname: present } }],
		["value.email: a text like", { value: { email: matching("^bert") } }],
		["value.metadata.seats: 4 to 5 expected, 3 seen", { value: { metadata: { seats: between(4, 5) } } }],
		["value.tags: 1 elements expected, 2 seen", { value: { tags: ["premium"] } }],
		['value.tags[1]: "free" expected', { value: { tags: ["premium", "free"] } }],
		["value.display_name: nothing expected", { value: exactly({ external_id: "anna@1" }) }],
		["nothing expected", { nothing: true }],
		["ServerError expected, ended with a success", { error: { _tag: "ServerError" } }],
		["the caller's reason expected, ended with a success", { cancelled: true }],
		["items: [] expected, undefined seen", { items: [] }],
		["response: {} expected, undefined seen", { response: {} }],
		["60000 to Infinity ms expected", { ms: { atLeast: 60_000 } }],
		["0 to 0 ms expected", { ms: { atMost: 0 } }],
	])("%s", async (told, sees) => {
		expect((await run(retrieve(sees))).join("\n")).toContain(`step 1 (retrieve): ${told}`);
	});

	test("an error's fields and words", async () => {
		const error = { _tag: "ConflictError", attempts: 2, says: ["sorry"], hides: ["404"] };
		const problems = await run(retrieve({ error }, { args: ["nobody@9"] }));
		expect(problems).toEqual([
			expect.stringContaining('error._tag: "ConflictError" expected, "IdentityNotFoundError" seen'),
			expect.stringContaining("error.attempts: 2 expected, 1 seen"),
			expect.stringContaining("should say sorry"),
			expect.stringContaining("should hide 404"),
		]);
	});

	test("a failure where a success was expected", async () => {
		const problems = await run(retrieve({}, { args: ["nobody@9"] }));
		expect(problems).toEqual([
			expect.stringContaining("a success expected, ended with IdentityNotFoundError"),
		]);
	});

	test("requests that are missing, that nobody expected, or that differ", async () => {
		const scenario = retrieve({});
		const arriving = async (arrive: Scenario["arrive"]) => (await run({ ...scenario, arrive })).join("\n");
		expect(await arriving([])).toContain("[] expected, [retrieve] arrived");
		expect(await arriving(["retrieve", "retrieve"])).toContain("request 2: missing");
		expect(await arriving(["list"])).toContain('request 1.operation: "list" expected');
		expect(await arriving([{ operation: "retrieve", path: "/x" }])).toContain(
			'request 1.path: "/x" expected',
		);
		expect(await arriving([{ operation: "retrieve", headers: { accept: absent } }])).toContain(
			"headers.accept",
		);
		expect(await arriving([{ some: "retrieve", atLeast: 2, atMost: 3 }])).toContain("1 requests of");
	});

	test("what the hooks heard", async () => {
		const problems = await run({ ...retrieve({}), hears: [{ hook: "onError" }] });
		expect(problems).toEqual([expect.stringContaining("hears: 1 elements expected, 2 seen")]);
	});

	test("a client that is made where it should be refused, and the other way round", async () => {
		const made = await run({ refused: { _tag: "InvalidInputError" }, arrive: [] });
		expect(made).toEqual([expect.stringContaining("InvalidInputError expected, ended with a success")]);
		const refused = await run({ client: { apiKey: "" }, steps: [], arrive: [] });
		expect(refused).toEqual([expect.stringContaining("a success expected, ended with")]);
	});
});

/** A client that does one thing wrong. */
const misbehaving = (call: Awaited<ReturnType<Adapter["connect"]>>["call"]): Adapter => ({
	...clientAdapter,
	connect: async () => ({ heard: [], call }),
});

describe("what no scenario has to ask for is checked in each", () => {
	const seeing = { error: { _tag: "none of the SDK's" } };

	test("a key in an error", async () => {
		const leak = new Error("no", { cause: new Error(`sent ${serverKey}`) });
		const adapter = misbehaving(async () => ({ error: errorOf(leak) }));
		expect(await run({ ...retrieve(seeing), arrive: [] }, { adapter })).toEqual([
			expect.stringContaining("shows the key"),
		]);
	});

	test("an id in a message", async () => {
		const adapter = misbehaving(async () => ({ error: errorOf(new Error("no anna@1 here")) }));
		const problems = await run({ ...retrieve(seeing), arrive: [] }, { adapter });
		expect(problems).toEqual([expect.stringContaining("the message shows anna@1")]);
	});

	test("a redirect that is followed", async () => {
		const followed = await run(
			{
				...retrieve({ error: { _tag: "UnexpectedStatusError" } }),
				server: {
					faults: [{ operation: "retrieve", fault: "redirect", location: "{elsewhere}/v2/identities/x" }],
				},
			},
			{ adapter: following },
		);
		expect(followed.join("\n")).toContain("a redirect was followed");
	});

	test("a request that the document does not describe", async () => {
		const adapter = { ...clientAdapter, connect: plainFetch("/v2/identities?order=newest", {}) };
		const problems = await run({ ...retrieve({}), arrive: ["list"] }, { adapter });
		expect(problems).toEqual([expect.stringContaining("order is not declared")]);
	});
});

/** A client of one line, which sends the same request whatever is called. */
const plainFetch =
	(path: string, init: RequestInit): Adapter["connect"] =>
	async ({ baseUrl }) => ({
		heard: [],
		call: async () => {
			const headers = { authorization: `Bearer ${serverKey}` };
			return { value: await (await fetch(baseUrl + path, { headers, ...init })).json() };
		},
	});

const following: Adapter = {
	...clientAdapter,
	connect: plainFetch("/v2/identities/x", { redirect: "follow" }),
};

test("a scenario states what is seen where a runtime lacks a capability", async () => {
	const scenario = {
		...retrieve({
			capability: "tellsRefused",
			has: { value: { external_id: "anna@1" } },
			lacks: { value: { external_id: "bert@2" } },
		}),
		arrive: {
			capability: "showsRedirectStatus",
			has: ["retrieve"],
			lacks: ["list"],
		},
	} as const;
	expect(await run(scenario)).toEqual([]);
	const less = await run(scenario, { capabilities: { tellsRefused: false, showsRedirectStatus: false } });
	expect(less).toHaveLength(3);
});

test("later steps take what earlier ones gave", async () => {
	const scenario = (path: string): Omit<Scenario, "name"> => ({
		server: { identities: five },
		steps: [
			{ call: "list", as: "page", sees: {} },
			{ call: "retrieve", args: [{ $from: "page", path }], sees: { value: { external_id: "dora@4" } } },
		],
		arrive: [
			{ some: "list", atLeast: 1, atMost: 1 },
			{ some: "retrieve", atLeast: 0, atMost: 1 },
		],
	});
	expect(await run(scenario("value.data.1._id"))).toEqual([]);
	expect((await run(scenario("value.data.9._id"))).join("\n")).toContain("no earlier step gave page");
});

describe("the table", () => {
	const all = Object.values(scenarios).flat();

	test("is JSON, so that it travels to any runtime", () => {
		expect(JSON.parse(JSON.stringify(all))).toEqual(all);
	});

	test("names each scenario once", () => {
		const names = all.map(({ name }) => name);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	test("has no scenario that checks nothing", () => {
		expect(all.filter(({ steps = [], refused }) => steps.length === 0 && !refused)).toEqual([]);
	});

	test("is for every client but for what that client has not", () => {
		const bare = { ...clientAdapter, features: [] };
		expect(all.every((scenario) => applies(scenario, clientAdapter))).toBe(true);
		expect(
			all.filter((scenario) => applies(scenario, bare)).every(({ about = [] }) => about.length === 0),
		).toBe(true);
	});
});
