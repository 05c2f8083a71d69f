/**
 * The engine's loop: sends one call until it succeeds or core's rules say stop. One attempt is in `attempt.ts`; what
 * an answer means and what follows a failure are core's to say.
 */
import {
	type AnyIdentitiesError,
	type CallContext,
	isIdentitiesError,
	type Outcome,
} from "@orq/identities-core";
import {
	about,
	checkOptions,
	dataOf,
	decideRetry,
	defaultMaxRetries,
	defaultTimeoutMs,
	errorOfConnection,
	errorOfStatus,
	errorOfTimeout,
	giveTokens,
	isGone,
	longestTimeoutMs,
	lowerCase,
	type RetryDecision,
	type Row,
	refuse,
	retryCost,
	takeTokens,
	textsIn,
	worseOutcome,
	writeRequest,
} from "@orq/identities-core/internal";
import type { AttemptInfo } from "../options.ts";
import { discard, failureText, wait, within } from "./attempt.ts";
import type { Answer, Call, Engine, Outgoing } from "./call.ts";

/** Checks a call and writes its request. Throws an `InvalidInputError`. */
export function requestFor(engine: Engine, { row, input, options }: Call): Outgoing {
	refuse(checkOptions(options), row);
	const request = writeRequest(row, input);
	return { ...request, headers: { ...request.headers, ...engine.headers, ...lowerCase(options.headers) } };
}

/**
 * Checks a call, and sends it. Rejects with one of core's errors, or with the reason of the caller's signal.
 * `request` may be given in the place of the one that would be written.
 */
export async function perform(
	engine: Engine,
	call: Call,
	request = requestFor(engine, call),
): Promise<Answer> {
	const { auth, bucket, hooks } = engine;
	const { row, input, options, defaults } = call;
	const { signal } = options;
	// `false` is for the longest that a timer can hold, some 24.8 days.
	const timeoutMs = (options.timeoutMs ?? defaults.timeoutMs ?? defaultTimeoutMs) || longestTimeoutMs;
	const totalTimeoutMs = (options.totalTimeoutMs ?? defaults.totalTimeoutMs) || longestTimeoutMs;
	const end = (options.since ?? performance.now()) + totalTimeoutMs;
	/** What the last retry took from the bucket. */
	let lastCost = 0;
	/** Whether a 401 has had new credentials asked for. */
	let renewed = false;
	/** What the failed attempts say together of a write. */
	let outcome: Outcome = "not-sent";
	/** What a failing status that has arrived means, and what follows it, while its body is read. */
	let arrived: AnyIdentitiesError | undefined;
	let decision: RetryDecision | undefined;

	/** How far the call has come. (No getters in here or below: V8 makes a hidden class for each, which lives long.) */
	const state = {
		operation: row,
		attempts: 0,
		retries: 0,
		maxRetries: options.maxRetries ?? defaults.maxRetries ?? defaultMaxRetries,
		secret: undefined as string | undefined,
	};

	/** What an error may tell of the call, and must not. */
	const context = (): CallContext => ({
		...state,
		id: row.id && (input.path as Readonly<Record<string, string>>)[row.id], // checked
		hide: textsIn(input),
	});

	/** Tells a hook of the attempt, and shields the call from it: one that throws or rejects is a bug elsewhere. */
	const tell = <More>(hook: ((info: AttemptInfo & More) => unknown) | undefined, more: More) =>
		hook && (async () => hook({ ...about(row), attempt: state.attempts, ...more }))().catch(() => {});

	const timeout = (scope: "attempt" | "total") =>
		errorOfTimeout(row, scope, scope === "total" ? totalTimeoutMs : timeoutMs, state);

	/** Whether another attempt follows a failure; takes a retry's price from the client's bucket. */
	const decide = (error: AnyIdentitiesError): RetryDecision => {
		const leftMs = end - performance.now();
		const decided = decideRetry(error, { ...state, leftMs, random: Math.random() });
		const cost = retryCost(error._tag);
		if (!decided.retry || !takeTokens(bucket, cost)) return { ...decided, retry: false };
		state.retries++;
		lastCost = cost;
		return decided;
	};

	/** Sends once. Throws one of core's errors, or whatever `fetch` and reading the body throw. */
	const exchange = async (own: AbortSignal): Promise<Answer> => {
		const credentials = await auth.credentials();
		own.throwIfAborted();
		state.secret = credentials.secret;
		state.attempts++;
		tell(hooks.onRequest, {});
		// Redirects are not followed: a body must not travel elsewhere.
		const { method, url, body = null } = request;
		const identified = { ...request.headers, ...credentials.headers };
		const init: RequestInit = { method, body, headers: identified, redirect: "manual", signal: own };
		// workerd with an older compatibility date does not know it, and throws.
		if (method === "GET" && "cache" in Request.prototype) init.cache = "no-store";
		const response = await (engine.fetch ?? globalThis.fetch)(engine.baseUrl + url, init);
		const { status, headers } = response;
		const failed = (text = "") => errorOfStatus(row, { status, headers, text }, context());
		// A `fetch` that does not heed its signal: the call has gone on without it.
		if (own.aborted) discard(response);
		own.throwIfAborted();
		if (hooks.onResponse) tell(hooks.onResponse, { status, requestId: failed().requestId });
		const { attempts } = state;
		if (response.ok) {
			const text = await response.text();
			const data = dataOf(row, { status, headers, text }, state);
			return { ok: true, data, status, headers, text, attempts };
		}
		arrived = failed();
		if (isGone(arrived, row, outcome)) {
			discard(response);
			return { ok: true, data: undefined, status, headers, text: "", attempts };
		}
		decision = decide(arrived);
		if (decision.retry) discard(response);
		else arrived = failed(await failureText(response));
		throw arrived;
	};

	for (;;) {
		const sent = state.attempts;
		arrived = decision = undefined;
		try {
			const ms = Math.min(timeoutMs, end - performance.now());
			if (ms <= 0) throw timeout("total");
			const answer = await within(exchange, signal, ms, () => timeout(ms < timeoutMs ? "total" : "attempt"));
			giveTokens(bucket, lastCost);
			return answer;
		} catch (thrown) {
			signal?.throwIfAborted();
			// A failing status that has arrived decides, even where the rest of its body does not come.
			const error = arrived ?? errorOf(thrown, row, context);
			if (state.attempts === sent) Object.assign(error, { outcome: "not-sent" });
			outcome = worseOutcome(outcome, error.outcome);
			if (error._tag === "UnauthorizedError" && auth.renews && !renewed) {
				renewed = true;
				continue;
			}
			const next = decision ?? decide(error);
			if (!next.retry) {
				// No time for one more attempt: it is the whole call that timed out.
				const last = next.because && error._tag === "RequestTimeoutError" ? timeout("total") : error;
				Object.assign(last, about(row), { attempts: state.attempts, outcome });
				if (last._tag !== options.expected) tell(hooks.onError, { error: last });
				throw last;
			}
			tell(hooks.onRetry, { reason: error, delayMs: next.delayMs });
			await wait(next.delayMs, signal);
		}
	}
}

/** Whatever `fetch` or reading a body throws is a `ConnectionError`, unless it is ours, or an abort and not ours. */
function errorOf(thrown: unknown, row: Row, context: () => CallContext): AnyIdentitiesError {
	if (isIdentitiesError(thrown)) return thrown;
	if ((thrown as { readonly name?: unknown } | null)?.name === "AbortError") throw thrown;
	return errorOfConnection(row, thrown, context());
}
