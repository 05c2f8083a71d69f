/**
 * The engine: sends one call until it succeeds or the rules say stop. One attempt is `attempt.ts`; what an answer
 * means, whether a failure is tried again and after which wait are core's to say.
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
	defaultMaxRetries,
	defaultTimeoutMs,
	errorOfAnswer,
	errorOfConnection,
	errorOfTimeout,
	giveTokens,
	isGone,
	isTransient,
	lowerCase,
	refusal,
	refuse,
	retryCost,
	retryDelayMs,
	takeTokens,
	valuesIn,
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
	Object.assign(request.headers, engine.headers, options.headers && lowerCase(options.headers));
	return request;
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
	// `false` is for no limit.
	const timeoutMs = (options.timeoutMs ?? defaults.timeoutMs ?? defaultTimeoutMs) || Number.POSITIVE_INFINITY;
	const totalTimeoutMs = (options.totalTimeoutMs ?? defaults.totalTimeoutMs) || Number.POSITIVE_INFINITY;
	const maxRetries = options.maxRetries ?? defaults.maxRetries ?? defaultMaxRetries;
	const end = (options.since ?? performance.now()) + totalTimeoutMs;
	let attempts = 0;
	let retries = 0;
	/** What the last retry took from the bucket. */
	let lastCost = 0;
	/** Whether a 401 may have new credentials asked for, which it does once. */
	let renewable = auth.renews;
	/** What the failed attempts say together of a write. */
	let outcome: Outcome = "not-sent";
	let secret: string | undefined;
	/** The failing answer that has arrived, as far as its body is read. */
	let arrived: Arrived | undefined;
	/** The wait after the last failure, as core's `retryDelayMs` tells it. */
	let delayMs: number;

	/** What an error may tell of the call, and must not. */
	const context = (): CallContext => ({
		id: row.id && (input.path as Readonly<Record<string, string>>)[row.id], // checked
		attempts,
		secret,
		hide: valuesIn(request),
	});

	/** Tells a hook of the attempt, and shields the call from it: one that throws or rejects is a bug elsewhere. */
	const tell = <More>(hook: ((info: AttemptInfo & More) => unknown) | undefined, more: More) =>
		hook && (async () => hook({ ...about(row), attempt: attempts, ...more }))().catch(() => {});

	const timeout = (scope: "attempt" | "total") =>
		errorOfTimeout(row, scope, scope === "total" ? totalTimeoutMs : timeoutMs, { attempts });

	/** The wait before another attempt; takes a retry's price from the client's bucket. */
	const decide = (error: AnyIdentitiesError): number => {
		const leftMs = end - performance.now();
		const ms = retryDelayMs(error, { operation: row, maxRetries, retries, leftMs, random: Math.random() });
		if (ms < Number.POSITIVE_INFINITY) {
			const cost = retryCost(error._tag);
			if (!takeTokens(bucket, cost)) return Number.NaN;
			retries++;
			lastCost = cost;
		}
		return ms;
	};

	/** What the caller's function throws is not told: a secret may be in its words. */
	const refuseAuth = (cause: unknown) => {
		if (isIdentitiesError(cause, "InvalidInputError")) throw cause;
		throw refusal([{ path: auth.option, problem: "could not be had", fix: "See `cause`." }], row, { cause });
	};

	/** Sends once. Throws one of core's errors, or whatever `fetch` and reading the body throw. */
	const exchange = async (own: AbortSignal): Promise<Answer> => {
		const given = auth.credentials();
		const credentials = "headers" in given ? given : await given.catch(refuseAuth);
		if (own.aborted) throw own.reason;
		({ secret } = credentials);
		attempts++;
		tell(hooks.onRequest, {});
		const { method, url, headers: sent, body = null } = request;
		// workerd with an older compatibility date does not know it, and throws.
		const knowsCache = "cache" in Object(globalThis.Request?.prototype);
		const response = await (engine.fetch ?? globalThis.fetch)(engine.baseUrl + url, {
			method,
			body,
			headers: { ...sent, ...credentials.headers },
			redirect: "manual", // Not followed: a body must not travel elsewhere.
			signal: own,
			...(method === "GET" && knowsCache && { cache: "no-store" }),
		});
		const { status, headers } = response;
		// A `fetch` that does not heed its signal: the call has gone on without it.
		if (own.aborted) {
			discard(response);
			throw own.reason;
		}
		if (hooks.onResponse) {
			const { requestId } = errorOfAnswer(row, { status, headers, text: "" }, context());
			tell(hooks.onResponse, { status, requestId });
		}
		let text = "";
		let data: unknown;
		if (status >= 200 && status < 300) {
			text = await response.text();
			data = dataOf(row, { status, headers, text }, { attempts, secret });
		} else if (isGone(response, row, outcome)) discard(response);
		else {
			arrived = { status, headers, text };
			if (isTransient(status)) delayMs = decide(errorOfAnswer(row, arrived, context()));
			if (delayMs < Number.POSITIVE_INFINITY || (status === 401 && renewable)) discard(response);
			else arrived.text = await failureText(response);
			throw undefined; // What has arrived says it.
		}
		return { ok: true, data, status, headers, text, attempts };
	};

	for (;;) {
		const sent = attempts;
		arrived = undefined;
		delayMs = Number.NaN;
		try {
			const ms = Math.min(timeoutMs, end - performance.now());
			if (ms <= 0) throw timeout("total");
			const answer = await within(exchange, signal, ms, () => timeout(ms < timeoutMs ? "total" : "attempt"));
			giveTokens(bucket, lastCost);
			return answer;
		} catch (thrown) {
			if (signal?.aborted) throw signal.reason;
			let error = thrown as AnyIdentitiesError;
			// A failing status that has arrived decides, even where the rest of its body does not come.
			if (arrived) error = errorOfAnswer(row, arrived, context());
			else if (!isIdentitiesError(thrown)) {
				if (Object(thrown).name === "AbortError") throw thrown;
				error = errorOfConnection(row, thrown, context());
			}
			if (attempts === sent) Object.assign(error, { outcome: "not-sent" });
			if (!arrived) delayMs = decide(error);
			outcome = worseOutcome(outcome, error.outcome);
			if (error.status === 401 && renewable) {
				renewable = false;
				continue;
			}
			if (delayMs < Number.POSITIVE_INFINITY) {
				tell(hooks.onRetry, { reason: error, delayMs });
				await wait(delayMs, signal);
				continue;
			}
			// No time for one more attempt: it is the whole call that timed out.
			if (delayMs > 0 && error._tag === "RequestTimeoutError") error = timeout("total");
			Object.assign(error, about(row), { attempts, outcome });
			const failure = options.endOf ? options.endOf(error) : error;
			if (failure) {
				const { operation, method, path } = failure; // Of an earlier step, it may be.
				tell(hooks.onError, { operation, method, path, error: failure });
			}
			throw error;
		}
	}
}

/** What {@link errorOfAnswer} reads. */
interface Arrived {
	readonly status: number;
	readonly headers: Headers;
	text: string;
}
