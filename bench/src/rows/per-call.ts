/** What a call costs in this process, over a `fetch` that sends nothing. */
import { type ContenderName, floor } from "../contenders.ts";
import type { Answer, Question } from "../inside/per-call.ts";
import { ask } from "../measure/child.ts";
import { joined, type Measurement, measured } from "../measure/rounds.ts";
import type { Bench, Metric, Row } from "../row.ts";

const timed = ["list", "one", "write", "not-found", "refusal"] as const;
const weighed = ["list", "one"] as const;

const titles = {
	list: "list of ten",
	one: "one identity",
	write: "create",
	"not-found": "typed 404",
	refusal: "refused input",
} as const;

const ours = new Set<string>(["client", "browser"]);

const time = (name: (typeof timed)[number]): Metric => ({
	id: `per-call.${name}`,
	title: titles[name],
	unit: "µs",
	base: floor,
	...(name === "list" || name === "one" ? { plot: "ratio" } : {}),
});

const heap = (name: (typeof weighed)[number]): Metric => ({
	id: `per-call.${name}.heap`,
	title: titles[name],
	unit: "bytes",
	base: floor,
});

const beside = (name: (typeof timed)[number]): Metric => ({
	id: `per-call.${name}.beside`,
	title: titles[name],
	unit: "µs",
	base: "openapi-fetch",
});

const nursery = ["--min-semi-space-size=256", "--max-semi-space-size=256", "--expose-gc"];

/** A process for each contender, with the floor and openapi-fetch beside it, so that no peer's objects slow it down. */
async function askEach(
	bench: Bench,
	question: Omit<Question, "names">,
	passes: number,
	nodeArgs: readonly string[] = [],
) {
	const answers: { readonly name: ContenderName; readonly answer: Answer }[] = [];
	for (let pass = 0; pass < passes; pass++) {
		for (const name of bench.names) {
			const names = [...new Set([floor, "openapi-fetch", name] as const)];
			const answer = await ask<Answer>("src/inside/per-call.ts", { names, ...question }, nodeArgs);
			answers.push({ name, answer });
		}
	}
	return bench.names.map((name) => ({
		name,
		answers: answers.filter((one) => one.name === name).map(({ answer }) => answer),
	}));
}

async function measure(bench: Bench): Promise<Measurement[]> {
	const measurements: Measurement[] = [];
	const times = { calls: timed, rounds: bench.times(20), warmUps: bench.times(8), batch: 200, heap: false };
	for (const { name, answers } of await askEach(bench, times, bench.times(3))) {
		const keep = ({ contender }: Measurement) => contender === name;
		for (const call of timed) {
			const rounds = joined(answers.map((answer) => answer[call]));
			measurements.push(...measured(`per-call.${call}`, rounds, floor).filter(keep));
			if (ours.has(name) && (call === "list" || call === "one")) {
				measurements.push(...measured(`per-call.${call}.beside`, rounds, "openapi-fetch").filter(keep));
			}
		}
	}
	// Until V8 has compiled what it compiles, that is on the heap, too: some 3,000 calls.
	const sizes = { calls: weighed, rounds: bench.times(9), warmUps: bench.times(15), batch: 200, heap: true };
	for (const { name, answers } of await askEach(bench, sizes, 1, nursery)) {
		for (const call of weighed) {
			const rounds = joined(answers.map((answer) => answer[call]));
			const kept = measured(`per-call.${call}.heap`, rounds, floor).filter(
				({ contender }) => contender === name,
			);
			measurements.push(...kept);
		}
	}
	return measurements;
}

export const perCall: Row = {
	id: "per-call",
	title: "Per call",
	how:
		"Over a `fetch` that answers at once with a real `Response`: what is left is the client. Each contender runs in a " +
		"process of its own beside the floor and openapi-fetch, in turns of 200 calls. Refused input is compared with a " +
		"call that is sent. Heap is what a call allocates after 3,000 others, in a nursery so large that nothing is collected " +
		"meanwhile.",
	tables: [
		{ title: "Time a call", metrics: timed.map(time) },
		{ title: "Beside openapi-fetch in the same process", metrics: [beside("list"), beside("one")] },
		{ title: "Heap a call", metrics: weighed.map(heap) },
	],
	measure,
};
