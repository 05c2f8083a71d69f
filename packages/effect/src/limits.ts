/** How long and how often: a caller's durations as ms, checked by core's rules. */
import type { InputIssue } from "@orq/identities-core";
import { checkOptions, defaultMaxRetries, defaultTimeoutMs } from "@orq/identities-core/internal";
import * as Duration from "effect/Duration";
import type { RequestOptions, RetrySchedule } from "./options.ts";

export interface Limits {
	/** In ms; `Infinity` for no limit. */
	readonly timeoutMs: number;
	readonly totalTimeoutMs: number;
	readonly maxRetries: number;
	/** Undefined for core's decisions. */
	readonly retry: RetrySchedule | undefined;
}

export const defaultLimits = (): Limits => ({
	timeoutMs: defaultTimeoutMs,
	totalTimeoutMs: Number.POSITIVE_INFINITY,
	maxRetries: defaultMaxRetries,
	retry: undefined,
});

/** What these options say, over the limits of whoever is asked next. Call it after `checkLimits`. */
export const limitsOf = (
	{ timeout, totalTimeout, maxRetries, retry }: RequestOptions,
	over: Limits,
): Limits => ({
	timeoutMs: timeout === undefined ? over.timeoutMs : msOf(timeout),
	totalTimeoutMs: totalTimeout === undefined ? over.totalTimeoutMs : msOf(totalTimeout),
	maxRetries: maxRetries ?? over.maxRetries,
	retry: retry ?? over.retry,
});

/** All that is wrong with the options that a layer and a call share. */
export const checkLimits = ({ timeout, totalTimeout, ...others }: RequestOptions): InputIssue[] =>
	checkOptions({ ...others, timeoutMs: limit(timeout), totalTimeoutMs: limit(totalTimeout) })
		// Here a limit is a duration, whatever its unit.
		.map((wrong) => ({ ...wrong, path: wrong.path.replace(/Ms$/, "") }));

const msOf = (limit: Duration.Input | false): number =>
	limit === false ? Number.POSITIVE_INFINITY : Duration.toMillis(limit);

/** A limit as core's rules know it; what is no duration stays as it is, to be refused. */
function limit(input: Duration.Input | false | undefined): unknown {
	try {
		return input === undefined || msOf(input) === Number.POSITIVE_INFINITY ? false : msOf(input);
	} catch {
		return input;
	}
}
