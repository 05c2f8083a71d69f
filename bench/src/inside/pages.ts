/**
 * Times walks over all identities of a list, in ms: with a consumer that only counts, one that waits 5 ms for
 * something after each page's identities, and one that computes for as long.
 */
import type { Client, Each } from "../contender.ts";
import { type ContenderName, contender } from "../contenders.ts";
import { type Rounds, takeTurns } from "../measure/rounds.ts";

export type Consumer = "counts" | "awaits" | "computes";

export interface Question {
	readonly urls: Readonly<Record<string, string>>;
	/** How many identities there are. */
	readonly count: number;
	readonly consumer: Consumer;
	readonly rounds: number;
	readonly warmUps: number;
	/** Those that ask ahead; each of them is named `NAME+`. */
	readonly ahead: readonly string[];
}

export type Answer = Rounds;

const question = JSON.parse(process.argv[2] ?? "") as Question;
const limit = 50;
const workMs = 5;

const consumers: Readonly<Record<Consumer, () => Promise<void> | undefined>> = {
	counts: () => undefined,
	awaits: () => new Promise((resolve) => setTimeout(resolve, workMs)),
	computes: () => {
		const end = performance.now() + workMs;
		while (performance.now() < end);
		return undefined;
	},
};

async function walk(client: Client, prefetch: boolean): Promise<number> {
	const work = consumers[question.consumer];
	let seen = 0;
	const each: Each = () => (++seen % limit === 0 ? work() : undefined);
	const begun = performance.now();
	await client.iterate(limit, each, prefetch);
	const ms = performance.now() - begun;
	if (seen !== question.count) throw new Error(`found ${seen} identities, not ${question.count}`);
	return ms;
}

const clients: Record<string, Client> = {};
for (const [name, baseUrl] of Object.entries(question.urls)) {
	const { open } = await contender(name as ContenderName).open();
	clients[name] = open({ baseUrl, apiKey: "bench-key" });
}
const runners = [...Object.keys(clients), ...question.ahead.map((name) => `${name}+`)];
const rounds: Answer = await takeTurns(runners, question, (runner) => {
	const client = clients[runner.replace("+", "")];
	if (!client) throw new Error(`${runner} is not opened`);
	return walk(client, runner.endsWith("+"));
});
console.log(JSON.stringify(rounds));
process.exit(0);
