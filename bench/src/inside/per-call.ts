/**
 * Times calls of a few contenders in this process, over a `fetch` that sends nothing: microseconds a call, for each
 * round. With `heap` the bytes a call allocates instead, which needs a nursery so large that nothing is collected.
 */
import { PerformanceObserver } from "node:perf_hooks";
import type { Client } from "../contender.ts";
import { type ContenderName, contender, floor } from "../contenders.ts";
import { type Rounds, takeTurns } from "../measure/rounds.ts";
import { type CallName, calls } from "./calls.ts";
import { type Stub, stubFetch } from "./stub.ts";

export interface Question {
	readonly names: readonly ContenderName[];
	readonly calls: readonly CallName[];
	readonly rounds: number;
	readonly warmUps: number;
	/** Calls in one round. */
	readonly batch: number;
	readonly heap: boolean;
}

export type Answer = Readonly<Record<CallName, Rounds<ContenderName>>>;

const question = JSON.parse(process.argv[2] ?? "") as Question;

interface Opened {
	readonly client: Client;
	readonly stub: Stub;
}

async function openAll(): Promise<[ContenderName, Opened][]> {
	const all: [ContenderName, Opened][] = [];
	for (const name of question.names) {
		const { open } = await contender(name).open();
		const stub = stubFetch();
		const client = open({ baseUrl: "http://127.0.0.1", apiKey: "bench-key", fetch: stub.fetch });
		all.push([name, { client, stub }]);
	}
	return all;
}

/** The call of everybody who has it. */
function ready(
	all: readonly [ContenderName, Opened][],
	name: CallName,
): Record<string, () => Promise<unknown>> {
	const call = calls[name];
	return Object.fromEntries(
		all.flatMap(([who, { client, stub }]) => {
			stub.status = call.status;
			stub.text = contender(who).wrapped ? call.wrapped : call.text;
			// A refusal is compared with a call that is sent.
			const run = call.of(client) ?? (who === floor ? calls.one.of(client) : undefined);
			return run ? [[who, run]] : [];
		}),
	);
}

let collections = 0;
if (question.heap) {
	new PerformanceObserver((list) => {
		collections += list.getEntries().length;
	}).observe({ entryTypes: ["gc"] });
}

async function time(run: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	for (let count = 0; count < question.batch; count++) await run();
	return ((performance.now() - begun) * 1000) / question.batch;
}

async function allocated(run: () => Promise<unknown>): Promise<number> {
	globalThis.gc?.();
	await observed();
	collections = 0;
	const before = process.memoryUsage().heapUsed;
	for (let count = 0; count < question.batch; count++) await run();
	const bytes = process.memoryUsage().heapUsed - before;
	await observed();
	if (collections > 0) throw new Error("A collection fell into the measurement: make the batch smaller.");
	return bytes / question.batch;
}

/** Collections are told of a little later. */
const observed = () => new Promise((resolve) => setTimeout(resolve, 5));

const all = await openAll();
const answer: Partial<Record<CallName, Rounds>> = {};
for (const name of question.calls) {
	const runs = ready(all, name);
	answer[name] = await takeTurns(Object.keys(runs), question, (who) => {
		const run = runs[who] ?? Promise.reject;
		return question.heap ? allocated(run) : time(run);
	});
}
console.log(JSON.stringify(answer));
process.exit(0);
