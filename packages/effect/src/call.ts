/** One call: what it sends and within which limits, and how far it has come. */
import type { CallContext, InvalidInputError, Outcome, Result, WireRequest } from "@orq/identities-core";
import {
	isFields,
	lowerCase,
	type Row,
	refusal,
	requestOf,
	type UncheckedInput,
	valuesIn,
} from "@orq/identities-core/internal";
import type * as Clock from "effect/Clock";
import { checkLimits, type Limits, limitsOf } from "./limits.ts";
import type { RequestOptions } from "./options.ts";
import type { Settings } from "./settings.ts";

/** What methods hand on: the caller's options, and what only our own code sets. */
export interface CallOptions extends RequestOptions {
	/** The query of an operation that also has path parameters or a body. */
	readonly query?: unknown;
	/** When a call of several requests began, as `nowMs` tells it: its total time counts from there. */
	readonly since?: number | undefined;
}

export interface Call {
	readonly settings: Settings;
	readonly clock: Clock.Clock;
	readonly operation: Row;
	/** Its URL is relative to the base URL. */
	readonly request: WireRequest;
	/** The identity's id in the path. */
	readonly id: string | undefined;
	readonly limits: Limits;
	/** When the total time ends, as `nowMs` tells it. */
	readonly end: number;
	/** How many requests were sent. */
	attempts: number;
	retries: number;
	/** What the last retry took from the bucket. */
	lastCost: number;
	/** What the retry that comes next has taken already. */
	paid: number;
	/** Whether a 401 has had a new key asked for. */
	renewed: boolean;
	/** What the failed attempts say together of a write. */
	outcome: Outcome;
	/** Whether it stopped because the next wait would not end in time. */
	outOfTime: boolean;
}

/** Monotonic, for limits: a wall clock that is set right must not end a call. */
export const nowMs = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / 1_000_000;

/** Checks input and options and writes the request. */
export function callOf(
	settings: Settings,
	clock: Clock.Clock,
	operation: Row,
	asked: UncheckedInput,
	given: CallOptions | null | undefined,
): Result<Call, InvalidInputError> {
	const options = given ?? {}; // Plain JavaScript may say null for none.
	const issues = checkLimits(options);
	if (issues.length > 0) return { ok: false, error: refusal(issues, operation) };
	const input = options.query === undefined ? asked : { ...asked, query: options.query };
	const built = requestOf(operation, input);
	if (!built.ok) return built;
	const limits = limitsOf(options, settings.limits);
	const call: Call = {
		settings,
		clock,
		operation,
		request: {
			...built.data,
			headers: { ...built.data.headers, ...settings.headers, ...lowerCase(options.headers) },
		},
		id: idOf(operation, input.path),
		limits,
		end: (options.since ?? nowMs(clock)) + limits.totalTimeoutMs,
		attempts: 0,
		retries: 0,
		lastCost: 0,
		paid: 0,
		renewed: false,
		outcome: "not-sent",
		outOfTime: false,
	};
	return { ok: true, data: call };
}

function idOf({ id: parameter }: Row, path: unknown): string | undefined {
	const id = parameter !== undefined && isFields(path) ? path[parameter] : undefined;
	return typeof id === "string" ? id : undefined;
}

/** What an error may tell of the call, and what it must not. */
export const contextOf = ({ id, attempts, request }: Call, secret?: string): CallContext => ({
	id,
	attempts,
	secret,
	hide: valuesIn(request),
});
