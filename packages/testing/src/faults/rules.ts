/**
 * Decides which fault a request meets. Every rule counts the requests it means, whatever happens to them;
 * of those that hit, the oldest rule wins. So two rules with `times: 1` follow one another.
 */
import { seededRandom } from "../state/random.ts";
import type { FaultRule } from "./rule.ts";

export interface FaultRules {
	/** Adds a rule; the function returned takes it away. */
	add(rule: FaultRule): () => void;
	/** The fault of the next request; undefined where all is well. */
	next(operation: string | undefined): FaultRule | undefined;
	/** Without rules again, and with the same chances to come. */
	reset(): void;
}

interface Entry {
	readonly rule: FaultRule;
	/** Requests that the rule means, and those that it hit. */
	seen: number;
	hits: number;
}

export function faultRules(seed: number): FaultRules {
	let entries: readonly Entry[] = [];
	let random = seededRandom(seed);
	return {
		add: (rule) => {
			const entry: Entry = { rule, seen: 0, hits: 0 };
			entries = [...entries, entry];
			return () => {
				entries = entries.filter((other) => other !== entry);
			};
		},
		next: (operation) => {
			const hitting = entries.filter((entry) => {
				if (!isMeant(entry.rule, operation)) return false;
				entry.seen++;
				// Drawn for each, also where another rule wins, so that rules don't shift each other's chances.
				const lucky = entry.rule.chance !== undefined && random() >= entry.rule.chance;
				return !lucky && isInWindow(entry);
			});
			const [winner] = hitting;
			if (winner === undefined) return undefined;
			winner.hits++;
			return winner.rule;
		},
		reset: () => {
			entries = [];
			random = seededRandom(seed);
		},
	};
}

const isMeant = ({ operation }: FaultRule, name: string | undefined): boolean =>
	operation === undefined || [operation].flat().some((meant) => meant === name);

function isInWindow({ rule: { nth, times }, seen, hits }: Entry): boolean {
	if (nth === undefined) return hits < (times ?? Number.POSITIVE_INFINITY);
	return seen >= nth && seen < nth + (times ?? 1);
}
