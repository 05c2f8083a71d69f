/** What came of a scenario, as a run reports it and as the matrix judges it. */
import type { Adapter } from "../adapter.ts";
import { applies } from "../runner.ts";
import type { Scenario } from "../scenario.ts";

/** Of one scenario with one client in one runtime. */
export interface Outcome {
	readonly runtime: string;
	readonly client: string;
	readonly scenario: string;
	/** Empty where it passed. */
	readonly problems: readonly string[];
}

export interface Row {
	readonly theme: string;
	readonly scenario: string;
	/** One for each runtime. */
	readonly cells: readonly Cell[];
}

/** One for each client, in their order; undefined where the scenario is about a part that the client has not. */
export type Cell = readonly (Outcome | undefined)[];

export type Client = Pick<Adapter, "name" | "features">;

/** A row for each scenario, with every cell filled: what nobody reported has failed. */
export function rowsOf(
	themes: Readonly<Record<string, readonly Scenario[]>>,
	runtimes: readonly string[],
	clients: readonly Client[],
	outcomes: readonly Outcome[],
): Row[] {
	const known = new Map(outcomes.map((outcome) => [keyOf(outcome), outcome]));
	const cellOf = (scenario: Scenario, runtime: string): Cell =>
		clients.map((client) => {
			if (!applies(scenario, client)) return undefined;
			const place = { runtime, client: client.name, scenario: scenario.name };
			return known.get(keyOf(place)) ?? { ...place, problems: ["no result"] };
		});
	return Object.entries(themes).flatMap(([theme, all]) =>
		all.map((scenario) => ({
			theme,
			scenario: scenario.name,
			cells: runtimes.map((runtime) => cellOf(scenario, runtime)),
		})),
	);
}

const keyOf = ({ runtime, client, scenario }: Omit<Outcome, "problems">): string =>
	[runtime, client, scenario].join("\n");

export const hasFailed = (outcome: Outcome): boolean => outcome.problems.length > 0;

export const outcomesOf = (rows: readonly Row[]): Outcome[] =>
	rows.flatMap(({ cells }) => cells.flat()).filter((outcome) => outcome !== undefined);
