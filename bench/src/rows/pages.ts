/** A walk over 5,000 identities, 50 a page. */
import { type ContenderName, contender, floor } from "../contenders.ts";
import type { Answer, Consumer, Question } from "../inside/pages.ts";
import { ask } from "../measure/child.ts";
import { type Measurement, measured } from "../measure/rounds.ts";
import type { Bench, Metric, Row } from "../row.ts";

const count = 5000;

const walkAsk = (bench: Bench, name: ContenderName, consumer: Consumer, delayMs: number, ahead: boolean) => {
	const pair = [...new Set([floor, name])];
	const urlOf = (one: string) =>
		bench.api.urlOf({ count, delayMs, wrapped: contender(one as ContenderName).wrapped ?? false });
	const question: Question = {
		urls: Object.fromEntries(pair.map((one) => [one, urlOf(one)])),
		count,
		consumer,
		rounds: bench.times(delayMs > 0 ? 3 : 10),
		warmUps: ahead ? 0 : 1,
		ahead: ahead ? pair : [],
	};
	return ask<Answer>("src/inside/pages.ts", question);
};

/** Those whose walks can ask ahead; the floor's is written by hand and is the limit. */
const aheadOf = (names: readonly ContenderName[]) =>
	names.filter((name) => name === "client" || name === "browser" || name === "effect");

async function measure(bench: Bench): Promise<Measurement[]> {
	const found: Measurement[] = [];
	for (const name of bench.names) {
		const own = ({ contender }: Measurement) => contender === name;
		for (const delayMs of [0, 5]) {
			const rounds = await walkAsk(bench, name, "counts", delayMs, false);
			found.push(...measured(`pages.${delayMs}`, rounds, floor).filter(own));
		}
	}
	for (const name of aheadOf(bench.names)) {
		for (const consumer of ["awaits", "computes"] as const) {
			const rounds = await walkAsk(bench, name, consumer, 5, true);
			found.push(...aheadMeasured(consumer, name, rounds));
		}
	}
	return found;
}

/** A walk without asking ahead is compared with such a loop by hand, and one that does with that loop by hand. */
function aheadMeasured(consumer: Consumer, name: ContenderName, rounds: Answer): Measurement[] {
	const plain = { [floor]: rounds[floor] ?? [], [name]: rounds[name] ?? [] };
	const ahead = { [floor]: rounds[`${floor}+`] ?? [], [name]: rounds[`${name}+`] ?? [] };
	const gain = { [floor]: plain[name] ?? [], [name]: ahead[name] ?? [] };
	const own = ({ contender }: Measurement) => contender === name;
	return [
		...measured(`pages.${consumer}`, plain, floor).filter(own),
		...measured(`pages.${consumer}.ahead`, ahead, floor).filter(own),
		...measured(`pages.${consumer}.gain`, gain, floor).filter(own),
	];
}

const aheadMetrics = (consumer: Consumer): Metric[] => [
	{ id: `pages.${consumer}`, title: "one page after the other", unit: "ms", base: `${floor} alike` },
	{
		id: `pages.${consumer}.ahead`,
		title: "with `prefetch`",
		unit: "ms",
		base: `${floor} that asks ahead, the limit`,
	},
	{ id: `pages.${consumer}.gain`, title: "`prefetch`, of without", unit: "ms", base: "itself without" },
];

export const pages: Row = {
	id: "pages",
	title: "5,000 identities",
	how:
		"A walk over 5,000 identities at 50 a page, from an API in another process that answers at once or after 5 ms; the " +
		"floor is a loop by hand. Then with a consumer that is busy for 5 ms with each page, either waiting or computing, " +
		"one page after the other and asking ahead (`prefetch`; in Effect `Stream.buffer`). The limit is a loop by hand " +
		"that asks for the next page and lets the event loop turn once before it hands over this one.",
	tables: [
		{
			metrics: [
				{ id: "pages.0", title: "at once", unit: "ms", base: floor, plot: "ratio" },
				{ id: "pages.5", title: "after 5 ms", unit: "ms", base: floor, plot: "ratio" },
			],
		},
		{ title: "A consumer that waits", metrics: aheadMetrics("awaits") },
		{ title: "A consumer that computes", metrics: aheadMetrics("computes") },
	],
	measure,
};
