/** Makes many calls on one signal, and prints what stays: listeners before any collection asked for, heap after one. */
import { getEventListeners, setMaxListeners } from "node:events";
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
const many = async (count: number) => {
	for (let call = 0; call < count; call++) await client.retrieve(idOfNumber(call % 5000), signal);
};
const settledHeap = () => {
	globalThis.gc?.();
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
};

// The first calls compile code and open connections, which is no leak: they have a signal of their own.
for (let call = 0; call < 1000; call++) await client.retrieve(idOfNumber(call), new AbortController().signal);
const before = settledHeap();
await many(calls);
const listeners = getEventListeners(signal, "abort").length;
const answer: Answer = { listeners, heap: (settledHeap() - before) / 1e6 };
console.log(JSON.stringify(answer));
process.exit(0);
