/** What follows a failed attempt: new credentials, a wait for another attempt, or the end. */
import type { AnyIdentitiesError } from "@orq/identities-core";
import { decideRetry, retryCost, takeTokens } from "@orq/identities-core/internal";
import type { Call, Engine, Failure, Progress } from "./call.ts";

/** Decides by core's rules; takes a retry's price from the client's bucket. */
export function failureOf(
	engine: Engine,
	call: Call,
	progress: Progress,
	error: AnyIdentitiesError,
): Failure {
	if (error._tag === "UnauthorizedError" && engine.auth.renews && !progress.renewed) {
		progress.renewed = true;
		return { ok: false, error };
	}
	const decision = decideRetry(error, {
		operation: call.operation,
		maxRetries: call.maxRetries,
		retries: progress.retries,
		leftMs: call.end - performance.now(),
		random: Math.random(),
	});
	if (!decision.retry) return { ok: false, error, because: decision.because };
	const cost = retryCost(error._tag);
	if (!takeTokens(engine.bucket, cost)) return { ok: false, error, because: "bucket-empty" };
	progress.retries++;
	progress.lastCost = cost;
	return { ok: false, error, delayMs: decision.delayMs };
}
