/** What the engine's rooms speak of: a client's engine, a call, and how far the call has come. */
import type { AnyIdentitiesError, CallContext, Operation, Outcome } from "@orq/identities-core";
import { type TokenBucket, type UncheckedInput, valuesIn } from "@orq/identities-core/internal";
import type { AttemptInfo, Hooks } from "../options.ts";
import type { Outgoing } from "./attempt.ts";
import type { Auth } from "./auth.ts";

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
	/** A failure that is a step of a longer call, so that no hook hears of it. */
	readonly expected?: string | undefined;
}

/** A success. */
export interface Answer {
	readonly ok: true;
	readonly data: unknown;
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** How many requests were sent. */
	readonly attempts: number;
}

/** A failed attempt, and what follows: another one after a wait (none with new credentials), or the end. */
export interface Failure {
	readonly ok: false;
	readonly error: AnyIdentitiesError;
	readonly delayMs?: number;
	/** Why there is no further attempt. */
	readonly because?: string;
}

/** How far a call has come. */
export interface Progress {
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
	/** What a failing status that has arrived means, while its body is read. */
	arrived: Failure | undefined;
}

/** What an error may tell of the call, and must not. */
export const contextOf = ({ id, request }: Call, { attempts, secret }: Progress): CallContext => ({
	id,
	attempts,
	hide: [...valuesIn(request), ...(secret === undefined ? [] : [secret])],
});

/** What a hook is told of the attempt. */
export const infoOf = ({ operation }: Call, { attempts }: Progress): AttemptInfo => ({
	operation: operation.name,
	method: operation.method,
	path: operation.path,
	attempt: attempts,
});
