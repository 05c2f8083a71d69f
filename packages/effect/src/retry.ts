/**
 * When to try again, as a Schedule: a failed attempt's error goes in, the wait before the next attempt comes out.
 * Whether an operation may be repeated at all is core's to say, of a caller's own schedule too.
 */
import type { AnyIdentitiesError } from "@orq/identities-core";
import { mayRetry, retryCost, retryDelayMs, takeTokens } from "@orq/identities-core/internal";
import * as Cause from "effect/Cause";
import * as Duration from "effect/Duration";
import * as Effect from "effect/Effect";
import * as Random from "effect/Random";
import * as Schedule from "effect/Schedule";
import { type Call, nowMs } from "./call.ts";
import type { RetrySchedule } from "./options.ts";

/**
 * Tries until an attempt succeeds or the schedule is done, and fails with the last failure then. The schedule is looked
 * at only after a first failure: a call that succeeds pays nothing for it.
 */
export const retrying = <Value>(
	attempt: Effect.Effect<Value, AnyIdentitiesError>,
	call: Call,
): Effect.Effect<Value, AnyIdentitiesError> => {
	const { clock, limits, operation } = call;
	const attemptOr = (onFailure: (error: AnyIdentitiesError) => Effect.Effect<Value, AnyIdentitiesError>) =>
		Effect.matchEffect(attempt, { onFailure, onSuccess: Effect.succeed });
	return attemptOr((first) =>
		Effect.flatMap(Schedule.toStep(limits.retry ?? decided(call)), (step) => {
			const after = (error: AnyIdentitiesError): Effect.Effect<Value, AnyIdentitiesError> =>
				mayRetry(error, operation)
					? Effect.matchEffect(step(clock.currentTimeMillisUnsafe(), error), {
							onFailure: () => Effect.fail(error), // The schedule is done.
							onSuccess: ([, wait]) => {
								const waitMs = Duration.toMillis(wait);
								const leftMs = call.end - nowMs(clock);
								if (waitMs < leftMs) return Effect.flatMap(clock.sleep(wait), () => attemptOr(after));
								// A wait that can't end in time is not begun; for one without end no time would do.
								call.outOfTime = waitMs < Number.POSITIVE_INFINITY;
								return Effect.fail(error);
							},
						})
					: Effect.fail(error);
			return after(first);
		}),
	);
};

/** Core's decision: backoff with full jitter or the server's wait, as often as the limits and the bucket allow. */
const decided = (call: Call): RetrySchedule =>
	Schedule.fromStep(
		Effect.succeed((_now: number, error: AnyIdentitiesError) =>
			Effect.flatMap(Random.Random, (random) => {
				const delayMs = decide(error, call, random.nextDoubleUnsafe());
				if (!Number.isFinite(delayMs) || !paid(error, call)) {
					call.outOfTime = delayMs === Number.POSITIVE_INFINITY;
					return Cause.done(call.retries);
				}
				call.paid = 0;
				call.retries++;
				return Effect.succeed<[number, Duration.Duration]>([call.retries, Duration.millis(delayMs)]);
			}),
		),
	);

/**
 * Whether this failure will be followed by another attempt for certain, so that nobody will read its body; takes from
 * the bucket at once then, where other calls could be faster. Asked with the longest wait that may be drawn, and with
 * 100 ms to spare until it is begun; of a caller's schedule nothing is certain.
 */
export const willRetry = (error: AnyIdentitiesError, call: Call): boolean =>
	call.limits.retry === undefined && Number.isFinite(decide(error, call, 1, 100)) && paid(error, call);

/** Takes from the bucket what a retry after this failure costs, unless that is done; false where it has too little. */
function paid({ _tag }: AnyIdentitiesError, call: Call): boolean {
	const cost = retryCost(_tag);
	if (!takeTokens(call.settings.bucket, cost - call.paid)) return false;
	call.paid = cost;
	call.lastCost = cost;
	return true;
}

const decide = (error: AnyIdentitiesError, call: Call, random: number, spareMs = 0): number =>
	retryDelayMs(error, {
		operation: call.operation,
		maxRetries: call.limits.maxRetries,
		retries: call.retries,
		leftMs: call.end - nowMs(call.clock) - spareMs,
		random,
	});
