/** How long and how often: a caller's durations as ms, and what is refused besides core's rules. */
import type { InputIssue } from "@orq/identities-core";
import {
	checkOptions,
	defaultMaxRetries,
	defaultTimeoutMs,
	longestTimeoutMs,
	type Rules,
} from "@orq/identities-core/internal";
import * as Duration from "effect/Duration";
import * as Schedule from "effect/Schedule";
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
	// Null, which plain JavaScript may give, says nothing, here as in the rules.
	timeoutMs: timeout == null ? over.timeoutMs : msOf(timeout),
	totalTimeoutMs: totalTimeout == null ? over.totalTimeoutMs : msOf(totalTimeout),
	maxRetries: maxRetries ?? over.maxRetries,
	// A schedule wins over the number beside it, and a call's number over its layer's schedule.
	retry: retry ?? (maxRetries == null ? over.retry : undefined),
});

/** All that is wrong with the options that a layer and a call share. */
export const checkLimits = (options: RequestOptions): InputIssue[] => checkOptions(options, rules);

const msOf = (limit: Duration.Input | false): number =>
	limit === false ? Number.POSITIVE_INFINITY : Duration.toMillis(limit);

/** Here a limit is a duration, whatever its unit, and may be infinite. */
const duration: Rules[string] = [
	"a duration up to 2147483647 ms (a number is ms), or false", // A template would keep it in every bundle.
	(it) => {
		try {
			const ms = msOf(it as Duration.Input | false);
			return ms > 0 && (ms <= longestTimeoutMs || ms === Number.POSITIVE_INFINITY);
		} catch {
			return false; // It is no duration.
		}
	},
];

const rules: Rules = {
	timeout: duration,
	totalTimeout: duration,
	retry: ["a Schedule", (it) => Schedule.isSchedule(it)],
};
