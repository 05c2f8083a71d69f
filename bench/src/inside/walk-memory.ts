/** Walks over all identities of a list once, and prints the process's peak of resident memory, in MB. */
import { type ContenderName, contender } from "../contenders.ts";

export interface Question {
	readonly name: ContenderName;
	readonly baseUrl: string;
	readonly count: number;
}

const { name, baseUrl, count } = JSON.parse(process.argv[2] ?? "") as Question;
const { open } = await contender(name).open();
const client = open({ baseUrl, apiKey: "bench-key" });
let seen = 0;
await client.iterate(50, () => {
	seen++;
	return undefined;
});
if (seen !== count) throw new Error(`${name} has found ${seen} identities, not ${count}.`);
console.log(process.resourceUsage().maxRSS / 1000);
process.exit(0);
