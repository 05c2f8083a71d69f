/** Compares what a caller saw with what a scenario expects; gives what is different, each with its place. */
import { mismatches, type Pattern, shown } from "./pattern.ts";
import type { ErrorPattern, Expectation } from "./scenario.ts";
import type { Seen, SeenError } from "./seen.ts";

export function expectationProblems(expected: Expectation, seen: Seen, ms: number, at: string): string[] {
	const { value, nothing, items, cursor, response } = expected;
	return [
		...endProblems(expected, seen, at),
		...(nothing && seen.value !== undefined ? [`${at}: nothing expected, ${shown(seen.value)} seen`] : []),
		...optional(value, seen.value, `${at}: value`),
		...optional(items, seen.items, `${at}: items`),
		...optional(cursor, seen.cursor, `${at}: cursor`),
		...optional(response, seen.response, `${at}: response`),
		...timeProblems(expected, ms, at),
	];
}

const optional = (pattern: Pattern | undefined, value: unknown, at: string): string[] =>
	pattern === undefined ? [] : mismatches(pattern, value, at);

function endProblems({ error, cancelled }: Expectation, seen: Seen, at: string): string[] {
	if (error && seen.error) return errorProblems(error, seen.error, `${at}: error`);
	const expectedEnd = error ? error._tag : cancelled ? "the caller's reason" : "a success";
	const seenEnd = seen.error ? told(seen.error) : seen.cancelled ? "the caller's reason" : "a success";
	if (Boolean(seen.error) === Boolean(error) && Boolean(seen.cancelled) === Boolean(cancelled)) return [];
	return [`${at}: ${expectedEnd} expected, ended with ${seenEnd}`];
}

/** With its stack where nobody can have expected it. */
const told = (error: SeenError): string =>
	"operation" in error ? `${error["_tag"]}: ${error.message}` : error.printed;

export function errorProblems(expected: ErrorPattern, seen: SeenError, at: string): string[] {
	const { says = [], hides = [], ...fields } = expected;
	return [
		...Object.entries(fields).flatMap(([name, pattern]) => optional(pattern, seen[name], `${at}.${name}`)),
		...says
			.filter((text) => !seen.message.includes(text))
			.map((text) => `${at}: should say ${text}: ${seen.message}`),
		...hides
			.filter((text) => seen.message.includes(text))
			.map((text) => `${at}: should hide ${text}: ${seen.message}`),
	];
}

function timeProblems({ ms: limits = {} }: Expectation, ms: number, at: string): string[] {
	const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = limits;
	// Timers may fire a little early.
	return ms < atLeast - 5 || ms > atMost
		? [`${at}: ${atLeast} to ${atMost} ms expected, took ${Math.round(ms)} ms`]
		: [];
}
