/**
 * The engine's loop: sends one call until it succeeds or the rules say stop. It only calls its rooms, one
 * attempt (`attempt.ts`), who we are (`auth.ts`), waiting (`wait.ts`), and core's decisions.
 */
import {
	type AnyIdentitiesError,
	type CallContext,
	isIdentitiesError,
	type Operation,
	type Outcome,
} from "@orq/identities-core";
import {
	answerOf,
	decideRetry,
	errorOfConnection,
	errorOfStatus,
	errorOfTimeout,
	giveTokens,
	isGone,
	plainHeaders,
	requestIdOf,
	retryCost,
	type TokenBucket,
	takeTokens,
	type UncheckedInput,
	valuesIn,
	withoutSecret,
	worseOutcome,
} from "@orq/identities-core/internal";
import type { AttemptInfo, Hooks } from "../options.ts";
import { discard, exchange, type Outgoing, within } from "./attempt.ts";
import type { Auth } from "./auth.ts";
import { tell } from "./hooks.ts";
import { wait } from "./wait.ts";

/** What a client has for all its calls. */
export interface Engine {
	/** Without a trailing slash. */
	readonly baseUrl: string;
	readonly auth: Auth;
	/** Undefined for the global `fetch`, looked up for each attempt since users patch it. */
	readonly fetch: typeof fetch | undefined;
	readonly hooks: Hooks;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly bucket: TokenBucket;
}

/** One call, checked and ready to send. */
export interface Call {
	readonly operation: Operation;
	/** What the caller gave, for a transport that writes the request itself. */
	readonly input: UncheckedInput;
	/** Its URL is relative to the base URL. */
	readonly request: Outgoing;
	/** The identity's id in the path. */
	readonly id: string | undefined;
	readonly signal: AbortSignal | null | undefined;
	/** In ms; `Infinity` for no limit. */
	readonly timeoutMs: number;
	readonly totalTimeoutMs: number;
	/** When the total time ends, on the clock of `performance.now()`. */
	readonly end: number;
	readonly maxRetries: number;
}

/** A success. */
export interface Answer {
	readonly data: unknown;
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** How many requests were sent. */
	readonly attempts: number;
}

/** A failed attempt, and what follows: another one after a wait (none with new credentials), or the end. */
interface Failure {
	readonly error: AnyIdentitiesError;
	readonly delayMs?: number;
	/** Why there is no further attempt. */
	readonly because?: string;
}

/** How far a call has come. */
interface Progress {
	attempts: number;
	retries: number;
	/** What the last retry took from the bucket. */
	lastCost: number;
	/** Whether a 401 has had new credentials asked for. */
	renewed: boolean;
	/** What the failed attempts say together of a write. */
	outcome: Outcome;
	/** The secret of the present attempt. */
	secret: string | undefined;
}

/** Sends a call. Rejects with one of core's errors, or with the reason of the caller's signal. */
export async function perform(engine: Engine, call: Call): Promise<Answer> {
	const progress: Progress = {
		attempts: 0,
		retries: 0,
		lastCost: 0,
		renewed: false,
		outcome: "not-sent",
		secret: undefined,
	};
	for (;;) {
		const tried = await attempt(engine, call, progress);
		if ("data" in tried) {
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
	const { operation, timeoutMs, signal } = call;
	const { attempts } = progress;
	const leftMs = call.end - performance.now();
	const scope = leftMs <= timeoutMs ? "total" : "attempt";
	const timedOut = () => errorOfTimeout(operation, scope, scopeMs(call, scope), contextOf(call, progress));
	if (leftMs <= 0) return { error: timedOut(), because: "out-of-time" };
	// A failing status that has arrived decides, even where the rest of its body does not come.
	let arrived: Failure | undefined;
	const work = async (own: AbortSignal): Promise<Answer | Failure> => {
		const response = await send(engine, call, progress, own);
		const { status, headers } = response;
		if (status >= 200 && status < 300) return readSuccess(call, progress, response);
		const head = withoutSecret({ status, headers, text: "" }, progress.secret);
		const error = errorOfStatus(operation, head, contextOf(call, progress));
		if (isGone(error, operation, progress.outcome)) {
			discard(response);
			return { data: undefined, status, headers, text: "", attempts: progress.attempts };
		}
		arrived = failureOf(engine, call, progress, error);
		if (arrived.because === undefined) {
			discard(response);
			return arrived;
		}
		const whole = withoutSecret({ status, headers, text: await response.text() }, progress.secret);
		return { ...arrived, error: errorOfStatus(operation, whole, contextOf(call, progress)) };
	};
	try {
		return await within(work, Math.min(timeoutMs, leftMs), timedOut, signal);
	} catch (thrown) {
		if (signal?.aborted) throw signal.reason;
		if (arrived) return arrived;
		const error = errorOf(thrown, call, progress);
		// It ended while the credentials were awaited.
		if (progress.attempts === attempts) Object.assign(error, { outcome: "not-sent" });
		return failureOf(engine, call, progress, error);
	}
}

const scopeMs = (call: Call, scope: "attempt" | "total"): number =>
	scope === "total" ? call.totalTimeoutMs : call.timeoutMs;

async function send(engine: Engine, call: Call, progress: Progress, signal: AbortSignal): Promise<Response> {
	const { hooks } = engine;
	const { headers, secret } = await engine.auth.credentials();
	if (signal.aborted) throw signal.reason;
	progress.secret = secret;
	progress.attempts++;
	tell(hooks.onRequest, () => infoOf(call, progress));
	const { request } = call;
	const outgoing: Outgoing = {
		method: request.method,
		url: engine.baseUrl + request.url,
		headers: { ...request.headers, ...headers },
		body: request.body,
	};
	const response = await exchange(engine.fetch ?? globalThis.fetch, outgoing, signal);
	if (signal.aborted) {
		// From a `fetch` that does not heed its signal: the call has gone on without it.
		discard(response);
		throw signal.reason;
	}
	tell(hooks.onResponse, () => {
		const head = withoutSecret({ status: response.status, headers: response.headers, text: "" }, secret);
		return {
			...infoOf(call, progress),
			status: head.status,
			requestId: requestIdOf(plainHeaders(head.headers)),
		};
	});
	return response;
}

async function readSuccess(call: Call, progress: Progress, response: Response): Promise<Answer | Failure> {
	const { status, headers } = response;
	const text = await response.text();
	const read = answerOf(call.operation, { status, headers, text });
	if (read.ok) return { data: read.data, status, headers, text, attempts: progress.attempts };
	// Read again for an error without the secret, and with what is known of the call.
	const answer = withoutSecret({ status, headers, text }, progress.secret);
	const again = answerOf(call.operation, answer, contextOf(call, progress));
	return { error: (again.ok ? read : again).error, because: "not-retryable" };
}

/** Whatever `fetch` or reading a body throws is a `ConnectionError`, unless it is ours, or an abort and not ours. */
function errorOf(thrown: unknown, call: Call, progress: Progress): AnyIdentitiesError {
	if (isIdentitiesError(thrown)) return thrown;
	if ((thrown as { readonly name?: unknown } | null)?.name === "AbortError") throw thrown;
	return errorOfConnection(call.operation, thrown, contextOf(call, progress));
}

function failureOf(engine: Engine, call: Call, progress: Progress, error: AnyIdentitiesError): Failure {
	if (error._tag === "UnauthorizedError" && engine.auth.renews && !progress.renewed) {
		progress.renewed = true;
		return { error };
	}
	const decision = decideRetry(error, {
		operation: call.operation,
		maxRetries: call.maxRetries,
		retries: progress.retries,
		leftMs: call.end - performance.now(),
		random: Math.random(),
	});
	if (!decision.retry) return { error, because: decision.because };
	const cost = retryCost(error._tag);
	if (!takeTokens(engine.bucket, cost)) return { error, because: "bucket-empty" };
	progress.retries++;
	progress.lastCost = cost;
	return { error, delayMs: decision.delayMs };
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
	tell(engine.hooks.onError, () => ({ operation, method, path, attempt, error }));
	return error;
}

const contextOf = ({ id, request }: Call, { attempts, secret }: Progress): CallContext => ({
	id,
	attempts,
	hide: [...valuesIn(request), ...(secret === undefined ? [] : [secret])],
});

const infoOf = ({ operation }: Call, { attempts }: Progress): AttemptInfo => ({
	operation: operation.name,
	method: operation.method,
	path: operation.path,
	attempt: attempts,
});
