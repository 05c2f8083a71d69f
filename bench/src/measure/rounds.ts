/**
 * Contenders take turns: each round runs every one of them once, each round beginning with another one, so that a
 * machine that slows down or warms up does so for all. A ratio is taken within its round.
 */
import { exactly, type Sample, sampleOf } from "./sample.ts";

/** What was measured of one contender. */
export interface Measurement {
	readonly metric: string;
	readonly contender: string;
	readonly value: Sample;
	/** To the metric's base, round by round. */
	readonly ratio?: Sample;
}

/** The figures of each contender, one for each round. */
export type Rounds<Name extends string = string> = Readonly<Record<Name, readonly number[]>>;

/** Runs the rounds one run at a time; the first `warmUps` rounds do not count. */
export async function takeTurns<Name extends string>(
	names: readonly Name[],
	{ rounds, warmUps = 0 }: { readonly rounds: number; readonly warmUps?: number },
	run: (name: Name, round: number) => number | Promise<number>,
): Promise<Rounds<Name>> {
	const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
	for (let round = -warmUps; round < rounds; round++) {
		const turn = Math.abs(round) % names.length;
		for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
			const figure = await run(name, round);
			if (round >= 0) figures[name].push(figure);
		}
	}
	return figures;
}

/** Rounds of the same contenders, one after the other. */
export function joined<Name extends string>(all: readonly Rounds<Name>[]): Rounds<Name> {
	const names = Object.keys(all[0] ?? {}) as Name[];
	const figures = names.map((name) => [name, all.flatMap((rounds) => rounds[name])] as const);
	return Object.fromEntries(figures) as unknown as Rounds<Name>; // has each name
}

/** Each contender's figures, and its ratio to `base` in the same round. */
export function measured(metric: string, rounds: Rounds, base?: string): Measurement[] {
	const bases = base === undefined ? undefined : rounds[base];
	return Object.entries(rounds).map(([contender, figures]) => ({
		metric,
		contender,
		value: sampleOf(figures),
		...(bases && { ratio: sampleOf(figures.map((figure, round) => figure / (bases[round] ?? Number.NaN))) }),
	}));
}

/** A figure that does not depend on the run. */
export const fixed = (metric: string, contender: string, value: number, base?: number): Measurement => ({
	metric,
	contender,
	value: exactly(value),
	...(base !== undefined && { ratio: exactly(value / base) }),
});
