/** Makes many calls on one signal, and prints what stays: listeners before any collection asked for, heap after one. */
import { getEventListeners, setMaxListeners } from "node:events";
import { setTimeout } from "node:timers/promises";
import { idOfNumber } from "../answers/identities.ts";
import { type ContenderName, contender } from "../contenders.ts";

export interface Question {
	readonly name: ContenderName;
	readonly baseUrl: string;
	readonly calls: number;
}

export interface Answer {
	readonly listeners: number;
	/** In MB. */
	readonly heap: number;
}

const { name, baseUrl, calls } = JSON.parse(process.argv[2] ?? "") as Question;
const { open } = await contender(name).open();
const client = open({ baseUrl, apiKey: "bench-key" });
const { signal } = new AbortController();
setMaxListeners(0, signal);
const many = async (signalOf: () => AbortSignal) => {
	for (let call = 0; call < calls; call++) await client.retrieve(idOfNumber(call % 5000), signalOf());
};
/** What a collection frees may free more when its finalizers have run: Node's fetch has some for its signals. */
const settledHeap = async () => {
	for (let round = 0; round < 3; round++) {
		globalThis.gc?.();
		await setTimeout(20);
	}
	return process.memoryUsage().heapUsed;
};

// The first calls compile code and open connections, which is no leak: they have signals of their own. As many as are
// counted, since V8 goes on optimizing for thousands of calls.
await many(() => new AbortController().signal);
const before = await settledHeap();
await many(() => signal);
const listeners = getEventListeners(signal, "abort").length;
const answer: Answer = { listeners, heap: ((await settledHeap()) - before) / 1e6 };
console.log(JSON.stringify(answer));
process.exit(0);
