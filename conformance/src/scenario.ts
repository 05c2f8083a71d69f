/**
 * A scenario as data: what the server holds and does, what is called, what the caller must see, and which requests
 * must arrive. It is JSON, so that it travels to any runtime; who runs it brings an adapter for a client
 * (`adapter.ts`) and a host for the server (`host.ts`).
 */
import type { OperationName } from "@orq/identities-core";
import type { FaultRule, InitialIdentity } from "@orq/identities-testing";
import type { Varying } from "./capability.ts";
import type { Json, Pattern } from "./pattern.ts";

export interface Scenario {
	/** A sentence: what can be observed. */
	readonly name: string;
	/** Parts that not every client has: the scenario is for those that do. */
	readonly about?: readonly Feature[];
	/** Default: an API without identities and faults, which takes the client's key. */
	readonly server?: ServerSetup;
	/** Default: a client with the key, and the client's own defaults. */
	readonly client?: ClientSettings;
	/** Where the client can't be made: what the caller sees then. There are no steps. */
	readonly refused?: ErrorPattern;
	/** One after the other. */
	readonly steps?: readonly Step[];
	/** What the client's hooks are told, in order. */
	readonly hears?: readonly Pattern[];
	/** The requests that arrive, in order. At a redirect's target none may ever arrive. */
	readonly arrive: Varying<readonly Arrival[]>;
}

/** A part of a client that another client may do without. */
export type Feature =
	/** It sends a key of the workspace, given as text or as a function. */
	| "key"
	/** Hooks watch its calls. */
	| "hooks"
	/** `withResponse()` and `result()`. */
	| "views"
	/** A page leads to the next with `nextPage()`. */
	| "nextPage"
	/** An iterator tells its `cursor`. */
	| "iteratorCursor";

export interface ServerSetup {
	/** From the oldest to the newest; lists begin with the newest. */
	readonly identities?: readonly InitialIdentity[];
	readonly faults?: readonly Fault[];
	/** The status that a duplicate `external_id` is refused with; default 409. */
	readonly conflictStatus?: 400 | 409 | 422;
	/** The form of create's, retrieve's and update's answers, where it is not the document's. */
	readonly shape?: "flat" | "wrapped";
	/** The server knows its callers by a session and adds the key: what a client without one is run against. */
	readonly session?: true;
	/** Nobody listens: connections are refused. */
	readonly unreachable?: true;
}

/**
 * As `fail` of the testing package takes it. In `location` and `headers`, `{elsewhere}` is the origin of another
 * server, and `{in two seconds}` the HTTP date of then.
 */
export type Fault = FaultRule;

/** How the client is made. */
export interface ClientSettings {
	/** Several: the client is given a function, which gives these one after the other, then the last for ever. */
	readonly apiKey?: string | readonly string[];
	/** In the place of the server's own; a path beginning with `/` is put behind it. */
	readonly baseUrl?: string;
	readonly timeoutMs?: number | false;
	readonly totalTimeoutMs?: number | false;
	readonly maxRetries?: number;
	readonly headers?: Readonly<Record<string, string>>;
}

/** One call, and what comes of it. */
export interface Step {
	readonly call: Method;
	/** As the caller writes them, without the options. `from` takes one out of an earlier step. */
	readonly args?: readonly Json[];
	readonly options?: CallOptions;
	/** For later steps to refer to. */
	readonly as?: string;
	/** How the caller takes the answer; default: awaits its value. */
	readonly take?: Take;
	readonly abort?: Abort;
	readonly sees: Varying<Expectation>;
}

export type Method = OperationName | "upsert";

export interface CallOptions {
	readonly timeoutMs?: number | false;
	readonly totalTimeoutMs?: number | false;
	readonly maxRetries?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly prefetch?: boolean;
}

/** Awaited, by `withResponse()`, by `result()`, or iterated. */
export type Take = "value" | "response" | "result" | Walk;

/** Iterates a list. */
export interface Walk {
	/** `nextPage`: awaits the first page, and asks each page for the next. */
	readonly walk: "identities" | "pages" | "nextPage";
	/** Stops after so many, as an early `break` does. */
	readonly stopAfter?: number;
}

/** When the caller's signal aborts: before the call, so many ms after it began, or with the nth thing iterated. */
export type Abort = "before" | { readonly afterMs: number } | { readonly atItem: number };

/** Something that an earlier step gave: `from("created", "_id")`, `from("page", "data.0._id")`. */
export const from = (step: string, path: string) => ({ $from: step, path }) as const;

/** What the caller sees. Without `error` and `cancelled` the call succeeds. */
export interface Expectation {
	readonly value?: Pattern;
	/** The call gives nothing. */
	readonly nothing?: true;
	/** What was iterated, up to a failure too. */
	readonly items?: readonly Pattern[];
	/** Where an iterator stands at its end. */
	readonly cursor?: Pattern;
	/** What stands around the data, where the caller takes the response. */
	readonly response?: Pattern;
	readonly error?: ErrorPattern;
	/** The call ends with the reason of the caller's signal. */
	readonly cancelled?: true;
	/** How long it takes. */
	readonly ms?: { readonly atLeast?: number; readonly atMost?: number };
}

/** Fields of an error. */
export interface ErrorPattern {
	readonly _tag: string;
	/** What the message must hold, and what it must not. */
	readonly says?: readonly string[];
	readonly hides?: readonly string[];
	readonly [field: string]: Pattern | undefined;
}

/** A request that arrives: the operation alone, or what of it matters; or several whose number is up to timers. */
export type Arrival = OperationName | ArrivalPattern | SomeArrivals;

/** So many requests of one operation, one after the other. */
export interface SomeArrivals {
	readonly some: OperationName;
	readonly atLeast: number;
	readonly atMost: number;
}

export interface ArrivalPattern {
	readonly operation?: OperationName;
	readonly method?: string;
	/** Still percent-encoded. */
	readonly path?: Pattern;
	/** Decoded. */
	readonly query?: Pattern;
	readonly headers?: Pattern;
	/** Read as JSON. */
	readonly body?: Pattern;
}
