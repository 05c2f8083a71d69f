/** What a call costs over HTTP, the API being a process of its own on the same machine. */
import { type ContenderName, contender, floor } from "../contenders.ts";
import type { Answer, Question } from "../inside/loopback.ts";
import { ask } from "../measure/child.ts";
import { joined, type Measurement, measured } from "../measure/rounds.ts";
import type { Bench, Row } from "../row.ts";

const parts = ["p50", "p99", "together"] as const;

async function measure({ api, names, times }: Bench): Promise<Measurement[]> {
	const answers: { readonly name: ContenderName; readonly answer: Answer }[] = [];
	for (let pass = 0; pass < times(3); pass++) {
		for (const name of names) {
			const urls = Object.fromEntries(
				[floor, name].map((one) => [
					one,
					api.urlOf({ wrapped: contender(one as ContenderName).wrapped ?? false }),
				]),
			);
			const question: Question = { urls, rounds: times(15), warmUps: 3, batch: 100 };
			answers.push({ name, answer: await ask<Answer>("src/inside/loopback.ts", question) });
		}
	}
	return names.flatMap((name) => {
		const own = answers.filter((one) => one.name === name).map(({ answer }) => answer);
		return parts.flatMap((part) =>
			measured(`loopback.${part}`, joined(own.map((answer) => answer[part])), floor).filter(
				({ contender }) => contender === name,
			),
		);
	});
}

export const loopback: Row = {
	id: "loopback",
	title: "Over the loopback",
	how:
		"A list of ten from an API in another process, over connections that stay open, in turns of 100 calls. The 99th " +
		"percentile is that of all calls of a process.",
	tables: [
		{
			metrics: [
				{ id: "loopback.p50", title: "median", unit: "ms", base: floor, plot: "ratio" },
				{ id: "loopback.p99", title: "99th percentile", unit: "ms", base: floor },
				{ id: "loopback.together", title: "64 at once", unit: "ms", base: floor, plot: "ratio" },
			],
		},
	],
	measure,
};
