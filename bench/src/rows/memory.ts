/** What a long walk and many calls hold on to. */
import { contender, floor } from "../contenders.ts";
import type { Answer } from "../inside/one-signal.ts";
import { ask } from "../measure/child.ts";
import { fixed, type Measurement, measured, takeTurns } from "../measure/rounds.ts";
import type { Bench, Row } from "../row.ts";

const count = 100_000;
const calls = 10_000;
/** V8 would let go of code that has not run for 30 s, 5 MB of what Node starts with. */
const nodeArgs = ["--expose-gc", "--no-flush-bytecode"];

async function measure({ api, names, quick, times }: Bench): Promise<Measurement[]> {
	const found: Measurement[] = [];
	const walked = quick ? 10_000 : count;
	const peaks = await takeTurns(names, { rounds: times(3) }, (name) => {
		const baseUrl = api.urlOf({ count: walked, wrapped: contender(name).wrapped ?? false });
		return ask<number>("src/inside/walk-memory.ts", { name, baseUrl, count: walked });
	});
	found.push(...measured("memory.peak", peaks, floor));
	for (const name of names) {
		const baseUrl = api.urlOf({ wrapped: contender(name).wrapped ?? false });
		const question = { name, baseUrl, calls: quick ? 1000 : calls };
		const left = await ask<Answer>("src/inside/one-signal.ts", question, nodeArgs);
		found.push(fixed("memory.listeners", name, left.listeners), fixed("memory.heap", name, left.heap));
	}
	return found;
}

export const memory: Row = {
	id: "memory",
	title: "Memory",
	how:
		"The peak of resident memory of a process that walks over 100,000 identities, 50 a page. Then 10,000 calls over the " +
		"loopback that are given one and the same signal, after as many that have signals of their own: how many listeners " +
		"are on it afterwards, before a collection is asked for, and by how much the heap has grown after one.",
	tables: [
		{
			metrics: [
				{ id: "memory.peak", title: "peak over 100,000 identities", unit: "MB", base: floor, plot: "ratio" },
				{ id: "memory.listeners", title: "listeners left", unit: "count" },
				{ id: "memory.heap", title: "heap growth", unit: "MB" },
			],
		},
	],
	measure,
};
