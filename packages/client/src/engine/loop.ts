/**
 * The engine's loop: sends one call until it succeeds or the rules say stop. It only calls its rooms: one attempt
 * (`attempt.ts`), what its answer means (`exchange.ts`), what follows a failure (`decide.ts`), waiting (`wait.ts`).
 */
import { type AnyIdentitiesError, isIdentitiesError } from "@orq/identities-core";
import { errorOfConnection, errorOfTimeout, giveTokens, worseOutcome } from "@orq/identities-core/internal";
import { within } from "./attempt.ts";
import {
	type Answer,
	type Call,
	contextOf,
	type Engine,
	type Failure,
	infoOf,
	type Progress,
} from "./call.ts";
import { failureOf } from "./decide.ts";
import { exchange } from "./exchange.ts";
import { tell } from "./hooks.ts";
import { wait } from "./wait.ts";

/** Sends a call. Rejects with one of core's errors, or with the reason of the caller's signal. */
export async function perform(engine: Engine, call: Call): Promise<Answer> {
	const progress: Progress = {
		attempts: 0,
		retries: 0,
		lastCost: 0,
		renewed: false,
		outcome: "not-sent",
		secret: undefined,
		arrived: undefined,
	};
	for (;;) {
		const tried = await attempt(engine, call, progress);
		if (tried.ok) {
			giveTokens(engine.bucket, progress.lastCost);
			return tried;
		}
		const { error, delayMs, because } = tried;
		progress.outcome = worseOutcome(progress.outcome, error.outcome);
		if (because !== undefined) throw failed(engine, call, progress, error, because);
		if (delayMs === undefined) continue;
		tell(engine.hooks.onRetry, () => ({ ...infoOf(call, progress), reason: error, delayMs }));
		await wait(delayMs, call.signal);
	}
}

/** One attempt, within what is left of the call's time. */
async function attempt(engine: Engine, call: Call, progress: Progress): Promise<Answer | Failure> {
	const { timeoutMs, totalTimeoutMs, signal } = call;
	const { attempts } = progress;
	const leftMs = call.end - performance.now();
	const timedOut = () =>
		leftMs <= timeoutMs
			? errorOfTimeout(call.operation, "total", totalTimeoutMs, contextOf(call, progress))
			: errorOfTimeout(call.operation, "attempt", timeoutMs, contextOf(call, progress));
	try {
		if (leftMs <= 0) throw timedOut();
		const work = (own: AbortSignal) => exchange(engine, call, progress, own);
		return await within(work, Math.min(timeoutMs, leftMs), timedOut, signal);
	} catch (thrown) {
		if (signal?.aborted) throw signal.reason;
		// A failing status that has arrived decides, even where the rest of its body does not come.
		if (progress.arrived) return progress.arrived;
		const error = errorOf(thrown, call, progress);
		// It ended while the credentials were awaited.
		if (progress.attempts === attempts) Object.assign(error, { outcome: "not-sent" });
		return failureOf(engine, call, progress, error);
	}
}

/** Whatever `fetch` or reading a body throws is a `ConnectionError`, unless it is ours, or an abort and not ours. */
function errorOf(thrown: unknown, call: Call, progress: Progress): AnyIdentitiesError {
	if (isIdentitiesError(thrown)) return thrown;
	if ((thrown as { readonly name?: unknown } | null)?.name === "AbortError") throw thrown;
	return errorOfConnection(call.operation, thrown, contextOf(call, progress));
}

/** The last failure, told as that of the whole call. */
function failed(engine: Engine, call: Call, progress: Progress, last: AnyIdentitiesError, because: string) {
	const { operation, method, path, attempt } = infoOf(call, progress);
	// No time for one more attempt: it is the whole call that timed out.
	const error =
		because === "out-of-time" && last._tag === "RequestTimeoutError"
			? errorOfTimeout(call.operation, "total", call.totalTimeoutMs, contextOf(call, progress))
			: last;
	Object.assign(error, { operation, method, path, attempts: attempt, outcome: progress.outcome });
	if (error._tag !== call.expected)
		tell(engine.hooks.onError, () => ({ operation, method, path, attempt, error }));
	return error;
}
