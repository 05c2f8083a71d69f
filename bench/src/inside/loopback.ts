/**
 * Times lists of a few contenders against the API in another process, over connections that stay open: the latency
 * of each call, one after the other, and the time of 64 at once; both in ms, a list for each round.
 */
import type { Client } from "../contender.ts";
import { type ContenderName, contender } from "../contenders.ts";
import { takeTurns } from "../measure/rounds.ts";
import { quantile } from "../measure/sample.ts";

export interface Question {
	readonly urls: Readonly<Partial<Record<ContenderName, string>>>;
	readonly rounds: number;
	readonly warmUps: number;
	/** Calls in one round. */
	readonly batch: number;
}

export interface Answer {
	/** The median of each round's calls; the 99th percentile of all of them, since a round has too few; 64 at once. */
	readonly p50: Readonly<Record<string, number[]>>;
	readonly p99: Readonly<Record<string, number[]>>;
	readonly together: Readonly<Record<string, readonly number[]>>;
}

const question = JSON.parse(process.argv[2] ?? "") as Question;
const names = Object.keys(question.urls) as ContenderName[];
const clients: Partial<Record<ContenderName, Client>> = {};
for (const name of names) {
	const { open } = await contender(name).open();
	clients[name] = open({ baseUrl: question.urls[name] ?? "", apiKey: "bench-key" });
}
const list = (name: ContenderName): Promise<unknown> => clients[name]?.list(10) ?? Promise.reject(name);

const sorted = (all: readonly number[]): number[] => all.toSorted((one, other) => one - other);

const latencies: Record<string, number[][]> = Object.fromEntries(names.map((name) => [name, []]));
await takeTurns(names, question, async (name, round) => {
	const calls: number[] = [];
	for (let count = 0; count < question.batch; count++) {
		const begun = performance.now();
		await list(name);
		calls.push(performance.now() - begun);
	}
	if (round >= 0) latencies[name]?.push(sorted(calls));
	return 0;
});
const p50 = Object.fromEntries(
	names.map((name) => [name, (latencies[name] ?? []).map((all) => quantile(all, 0.5))]),
);
const p99 = Object.fromEntries(
	names.map((name) => [name, [quantile(sorted((latencies[name] ?? []).flat()), 0.99)]]),
);

const together = await takeTurns(names, question, async (name) => {
	const begun = performance.now();
	await Promise.all(Array.from({ length: 64 }, () => list(name)));
	return performance.now() - begun;
});
console.log(JSON.stringify({ p50, p99, together } satisfies Answer));
process.exit(0);
