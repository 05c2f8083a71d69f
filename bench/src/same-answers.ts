/**
 * Before any clock starts: every contender gives the same answers to the same questions, and tells a missing identity
 * from others. Whoever read less than the rest would win every row.
 */
import { deepEqual, equal } from "node:assert/strict";
import { idOfNumber } from "./answers/identities.ts";
import type { Api } from "./answers/start.ts";
import type { Client, PlainIdentity } from "./contender.ts";
import { type ContenderName, contender } from "./contenders.ts";

interface Answers {
	readonly list: readonly PlainIdentity[];
	readonly one: PlainIdentity;
	readonly created: PlainIdentity;
	readonly walked: readonly string[];
	readonly walkedAhead: readonly string[];
	readonly missing: boolean;
}

/** @throws AssertionError that names the contender and the answer. */
export async function assertSameAnswers(api: Api, names: readonly ContenderName[]): Promise<void> {
	const [first, ...others] = names;
	if (first === undefined) return;
	const expected = await answersOf(api, first);
	equal(expected.walked.length, 120, `${first} has not found all identities`);
	for (const name of others) {
		const answers = await answersOf(api, name);
		for (const question of Object.keys(expected) as (keyof Answers)[]) {
			deepEqual(answers[question], expected[question], `${name} and ${first} differ in ${question}`);
		}
	}
}

async function answersOf(api: Api, name: ContenderName): Promise<Answers> {
	const { wrapped = false, open } = contender(name);
	const baseUrl = api.urlOf({ count: 120, wrapped });
	const client = (await open()).open({ baseUrl, apiKey: "bench-key" });
	return {
		list: (await client.list(10)).map(client.plain),
		one: client.plain(await client.retrieve(idOfNumber(7))),
		created: client.plain(await client.create("user_0")),
		walked: await walked(client, false),
		walkedAhead: await walked(client, true),
		missing: await client.retrieve("nobody").then(() => false, client.isNotFound),
	};
}

async function walked(client: Client, prefetch: boolean): Promise<string[]> {
	const found: string[] = [];
	await client.iterate(
		50,
		(identity) => {
			found.push(client.plain(identity).external_id);
			return undefined;
		},
		prefetch,
	);
	return found;
}
