/**
 * Runs one scenario with one client against one server, and tells everything that was not as expected.
 * Uses Web APIs alone: it runs in every runtime that the clients run in.
 */
import { callerSignal } from "./abort.ts";
import type { Adapter, Call, Connection } from "./adapter.ts";
import { arrivalProblems } from "./arrival.ts";
import { type Capabilities, valueFor } from "./capability.ts";
import { expectationProblems } from "./expectation.ts";
import type { Host, Place } from "./host.ts";
import { arityOf } from "./on-the-wire.ts";
import { mismatches, shown } from "./pattern.ts";
import { type Given, resolved } from "./reference.ts";
import type { Method, Scenario, Step } from "./scenario.ts";
import { keyProblems, personalProblems } from "./secrecy.ts";
import { errorOf, type Seen } from "./seen.ts";
import { connectionSettings, keysOf } from "./settings.ts";

export interface Environment {
	readonly adapter: Adapter;
	readonly host: Host;
	/** What the runtime can do that others can't. */
	readonly capabilities: Capabilities;
}

/** Whether the scenario is about something that this client has. */
export const applies = ({ about = [] }: Scenario, { features }: Pick<Adapter, "features">): boolean =>
	about.every((feature) => features.includes(feature));

/** Everything that was not as the scenario says; empty where it passed. */
export async function runScenario(scenario: Scenario, environment: Environment): Promise<string[]> {
	const { adapter, host, capabilities } = environment;
	const hasKey = adapter.features.includes("key");
	const place = await host.open({ ...scenario.server, ...(hasKey ? {} : { session: true }) });
	const problems = await played(scenario, environment, place).catch((thrown: unknown) => [
		`the run itself failed: ${errorOf(thrown).printed}`,
	]);
	const { requests, elsewhere, violations } = await place.close();
	return [
		...problems,
		...arrivalProblems(valueFor(scenario.arrive, capabilities), requests),
		...(elsewhere.length > 0 ? [`a redirect was followed: ${shown(elsewhere)}`] : []),
		...violations,
	];
}

async function played(scenario: Scenario, environment: Environment, place: Place): Promise<string[]> {
	const { client = {}, refused, steps = [], hears } = scenario;
	const keys = keysOf(client);
	const made = await environment.adapter.connect(connectionSettings(client, place.baseUrl)).then(
		(connection) => ({ connection }),
		(thrown: unknown) => ({ error: errorOf(thrown) }),
	);
	const making = { error: "error" in made ? made.error : undefined };
	const problems = [
		...expectationProblems(refused ? { error: refused } : {}, seenOf(making.error), 0, "making the client"),
		...keyProblems(keys, making, "making the client"),
	];
	if (!("connection" in made)) return problems;
	const { connection } = made;
	const given = new Map<string, Seen>();
	for (const [index, step] of steps.entries()) {
		const at = `step ${index + 1} (${step.call})`;
		const { call, seen, ms } = await taken(step, connection, given);
		if (step.as !== undefined) given.set(step.as, seen);
		problems.push(
			...expectationProblems(valueFor(step.sees, environment.capabilities), seen, ms, at),
			...keyProblems(keys, seen.error, at),
			...personalProblems(call, seen, at),
		);
	}
	if (hears) problems.push(...mismatches(hears, connection.heard, "hears"));
	problems.push(...keyProblems(keys, connection.heard, "hears"));
	await connection.close?.();
	return problems;
}

const seenOf = (error: Seen["error"]): Seen => (error === undefined ? {} : { error });

async function taken(step: Step, connection: Connection, given: Given) {
	const { call: method, args = [], options = {}, take = "value", abort } = step;
	const start = await now();
	const { signal, onItem, end } = callerSignal(abort);
	const before: Call["args"] = Array.from({ length: arity(method) }, (_, index) => {
		const arg = args[index];
		return arg === undefined ? undefined : resolved(arg, given);
	});
	const call: Call = { method, args: before, options, take, signal, onItem };
	const seen = await inTime(connection.call(call));
	end();
	return { call, seen, ms: (await now()) - start };
}

/** The time in ms. The clock of workerd stands still between events, so it is read in a new one. */
const now = (): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(performance.now())));

/** How many arguments come before the options. */
const arity = (method: Method): number => (method === "upsert" ? 2 : arityOf(method));

/** No call may take longer, whatever its scenario expects: a hang should have a name. */
const patienceMs = 15_000;

async function inTime(seen: Promise<Seen>): Promise<Seen> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const hung = new Promise<Seen>((resolve) => {
		timer = setTimeout(() => resolve({ error: errorOf(`nothing after ${patienceMs} ms`) }), patienceMs);
	});
	try {
		return await Promise.race([seen, hung]);
	} finally {
		clearTimeout(timer);
	}
}
