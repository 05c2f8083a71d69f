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
import { exchange, type Incoming, type Outgoing, within } from "./attempt.ts";
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
	readonly signal: AbortSignal | undefined;
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
}

type Next = { readonly after: number } | { readonly after: "renewal" } | { readonly stop: string };
type Tried = { readonly answer: Answer } | { readonly error: AnyIdentitiesError; readonly next: Next };

/** Sends a call. Rejects with one of core's errors, or with the reason of the caller's signal. */
export async function perform(engine: Engine, call: Call): Promise<Answer> {
	const progress: Progress = { attempts: 0, retries: 0, lastCost: 0, renewed: false, outcome: "not-sent" };
	for (;;) {
		const tried = await attempt(engine, call, progress);
		if ("answer" in tried) {
			giveTokens(engine.bucket, progress.lastCost);
			return tried.answer;
		}
		const { error, next } = tried;
		progress.outcome = worseOutcome(progress.outcome, error.outcome);
		if ("stop" in next) throw failed(engine, call, progress, error, next.stop);
		if (next.after === "renewal") continue;
		const delayMs = next.after;
		tell(engine.hooks.onRetry, () => ({ ...infoOf(call, progress), reason: error, delayMs }));
		await wait(delayMs, call.signal);
	}
}

async function attempt(engine: Engine, call: Call, progress: Progress): Promise<Tried> {
	const { operation, timeoutMs, end, signal } = call;
	const leftMs = end - performance.now();
	const scope = leftMs <= timeoutMs ? "total" : "attempt";
	const limitMs = scope === "total" ? call.totalTimeoutMs : timeoutMs;
	if (leftMs <= 0) {
		const error = errorOfTimeout(operation, "total", call.totalTimeoutMs, contextOf(call, progress));
		return { error, next: { stop: "out-of-time" } };
	}
	progress.attempts++;
	// A failing status that has arrived decides, even where the rest of its body does not come.
	let arrived: AnyIdentitiesError | undefined;
	const timedOut = () => arrived ?? errorOfTimeout(operation, scope, limitMs, contextOf(call, progress));
	try {
		return await within(
			async (own) => {
				const incoming = await send(engine, call, progress, own);
				if (incoming.status >= 200 && incoming.status < 300) return readSuccess(incoming, call, progress);
				const head = { status: incoming.status, headers: incoming.headers, text: "" };
				arrived = errorOfStatus(operation, head, contextOf(call, progress));
				if (isGone(arrived, call, progress)) {
					incoming.cancel();
					return { answer: { ...head, data: undefined, attempts: progress.attempts } };
				}
				const next = nextAfter(engine, call, progress, arrived);
				if ("after" in next) {
					incoming.cancel();
					return { error: arrived, next };
				}
				const text = await incoming.text().catch(() => "");
				const answer = withoutSecret({ ...head, text }, incoming.secret);
				return { error: errorOfStatus(operation, answer, contextOf(call, progress, incoming.secret)), next };
			},
			Math.min(timeoutMs, leftMs),
			timedOut,
			signal,
		);
	} catch (thrown) {
		if (signal?.aborted || !isIdentitiesError(thrown)) throw thrown;
		return { error: thrown, next: nextAfter(engine, call, progress, thrown) };
	}
}

async function send(engine: Engine, call: Call, progress: Progress, signal: AbortSignal) {
	const { headers, secret } = await engine.auth.credentials();
	if (signal.aborted) throw signal.reason;
	tell(engine.hooks.onRequest, () => infoOf(call, progress));
	const outgoing: Outgoing = {
		...call.request,
		url: engine.baseUrl + call.request.url,
		headers: { ...call.request.headers, ...headers },
	};
	const incoming = await orConnectionError(call, progress, secret, () => {
		// A local name, since a fetch must not be called as somebody's method.
		const fetch = engine.fetch ?? globalThis.fetch;
		return exchange(fetch, outgoing, signal);
	});
	tell(engine.hooks.onResponse, () => ({
		...infoOf(call, progress),
		status: incoming.status,
		requestId: requestIdOf(plainHeaders(incoming.headers)),
	}));
	return { ...incoming, secret, text: () => orConnectionError(call, progress, secret, incoming.text) };
}

/** Whatever `fetch` or reading a body throws is a `ConnectionError`, unless it is ours or an abort. */
async function orConnectionError<Value>(
	call: Call,
	progress: Progress,
	secret: string | undefined,
	work: () => Promise<Value>,
): Promise<Value> {
	try {
		return await work();
	} catch (thrown) {
		const aborted = thrown instanceof Error && thrown.name === "AbortError";
		if (aborted || isIdentitiesError(thrown)) throw thrown;
		throw errorOfConnection(call.operation, thrown, contextOf(call, progress, secret));
	}
}

async function readSuccess(
	incoming: Incoming & { readonly secret: string | undefined },
	call: Call,
	progress: Progress,
): Promise<Tried> {
	const { status, headers } = incoming;
	const text = await incoming.text();
	const read = answerOf(call.operation, { status, headers, text });
	if (read.ok) return { answer: { data: read.data, status, headers, text, attempts: progress.attempts } };
	// Read again for an error without the secret, and with what is known of the call.
	const answer = withoutSecret({ status, headers, text }, incoming.secret);
	const again = answerOf(call.operation, answer, contextOf(call, progress, incoming.secret));
	return { error: again.ok ? read.error : again.error, next: { stop: "not-retryable" } };
}

/** A delete that may have happened already, and now finds nothing: it has happened. */
const isGone = (error: AnyIdentitiesError, call: Call, progress: Progress): boolean =>
	error._tag === "IdentityNotFoundError" &&
	call.operation.method === "DELETE" &&
	progress.outcome === "unknown";

function nextAfter(engine: Engine, call: Call, progress: Progress, error: AnyIdentitiesError): Next {
	if (error._tag === "UnauthorizedError" && engine.auth.renews && !progress.renewed) {
		progress.renewed = true;
		return { after: "renewal" };
	}
	const decision = decideRetry(error, {
		operation: call.operation,
		maxRetries: call.maxRetries,
		retries: progress.retries,
		leftMs: call.end - performance.now(),
		random: Math.random(),
	});
	if (!decision.retry) return { stop: decision.because };
	const cost = retryCost(error._tag);
	if (!takeTokens(engine.bucket, cost)) return { stop: "bucket-empty" };
	progress.retries++;
	progress.lastCost = cost;
	return { after: decision.delayMs };
}

function failed(engine: Engine, call: Call, progress: Progress, last: AnyIdentitiesError, because: string) {
	const { operation, totalTimeoutMs } = call;
	// No time for one more attempt: it is the whole call that timed out.
	const error =
		because === "out-of-time" && last._tag === "RequestTimeoutError"
			? errorOfTimeout(operation, "total", totalTimeoutMs, contextOf(call, progress))
			: last;
	Object.assign(error, { attempts: progress.attempts, outcome: progress.outcome });
	tell(engine.hooks.onError, () => ({ ...infoOf(call, progress), error }));
	return error;
}

const contextOf = (call: Call, progress: Progress, secret?: string): CallContext => ({
	id: call.id,
	attempts: progress.attempts,
	hide: [...valuesIn(call.request), ...(secret === undefined ? [] : [secret])],
});

const infoOf = ({ operation }: Call, { attempts }: Progress): AttemptInfo => ({
	operation: operation.name,
	method: operation.method,
	path: operation.path,
	attempt: attempts,
});
