/** One attempt of a call: the key, one request, and what its answer means. */
import {
	type AnyIdentitiesError,
	type CommonError,
	isIdentitiesError,
	type Result,
	type WireAnswer,
} from "@orq/identities-core";
import {
	answerOf,
	dated,
	errorOfAnswer,
	errorOfConnection,
	errorOfTimeout,
	isGone,
	isTransient,
} from "@orq/identities-core/internal";
import * as Effect from "effect/Effect";
import { type Call, contextOf, nowMs } from "./call.ts";
import { utcOf } from "./dates.ts";
import { keyOf, mayRenew } from "./key.ts";
import { willRetry } from "./retry.ts";
import { attemptSpan, tellAnswer, tellError, traceHeaders } from "./spans.ts";
import type { TransportRequest } from "./wire.ts";

/** Sends a call once. Fails at once where none of its time is left. */
export const attempt = (call: Call): Effect.Effect<unknown, AnyIdentitiesError> =>
	Effect.suspend(() => {
		const { settings, clock, limits } = call;
		const begun = nowMs(clock);
		const leftMs = call.end - begun;
		const limitMs = Math.min(limits.timeoutMs, leftMs);
		const timedOut = () => errorOfLimit(call, leftMs > limits.timeoutMs ? "attempt" : "total");
		// Nothing is sent before the key is there.
		const early = (error: AnyIdentitiesError) => Effect.fail(Object.assign(error, { outcome: "not-sent" }));
		if (limitMs <= 0) return early(timedOut());
		return Effect.matchEffect(keyOf(settings.apiKey, clock, limitMs, timedOut), {
			onFailure: early,
			onSuccess: (key) => {
				call.attempts++;
				return exchange(call, key, limitMs - (nowMs(clock) - begun), timedOut);
			},
		});
	});

/** The error of a call or an attempt whose time has run out. */
export const errorOfLimit = (call: Call, scope: "attempt" | "total"): AnyIdentitiesError => {
	const { timeoutMs, totalTimeoutMs } = call.limits;
	return errorOfTimeout(
		call.operation,
		scope,
		scope === "total" ? totalTimeoutMs : timeoutMs,
		contextOf(call),
	);
};

/** One request and what its answer means. */
const exchange = (
	call: Call,
	key: string,
	limitMs: number,
	timedOut: () => AnyIdentitiesError,
): Effect.Effect<unknown, AnyIdentitiesError> =>
	attemptSpan(call, (span, current) => {
		const { transport, propagateTrace } = call.settings;
		const fail = (error: AnyIdentitiesError) => {
			tellError(span, error);
			return Effect.fail(error);
		};
		const request = outgoing(call, {
			...(propagateTrace && traceHeaders(current)),
			authorization: `Bearer ${key}`,
		});
		return Effect.matchEffect(transport(request, limitMs), {
			onFailure: (failure) => {
				if (failure._tag === "TransportTimeout") return fail(timedOut());
				const { cause } = failure;
				return fail(isCommon(cause) ? cause : errorOfConnection(call.operation, cause, contextOf(call, key)));
			},
			onSuccess: (answer) => {
				tellAnswer(span, answer);
				const read = meaningOf(answer, call, key);
				return read.ok ? Effect.succeed(read.data) : fail(read.error);
			},
		});
	});

/** One of our errors that every operation can fail with, and that a call can write its attempts into. */
const isCommon = (thrown: unknown): thrown is CommonError =>
	isIdentitiesError(thrown) &&
	!/^(IdentityNotFound|Conflict)/.test(thrown._tag) &&
	Object.isExtensible(thrown);

/** The request as it goes out; of a failing answer it wants the body only where somebody will read it. */
const outgoing = (call: Call, headers: Readonly<Record<string, string>>): TransportRequest => ({
	...call.request,
	url: call.settings.baseUrl + call.request.url,
	headers: { ...call.request.headers, ...headers },
	wantsBody: (status, headers) => {
		if (isGone({ status }, call.operation, call.outcome)) return false;
		// An error is made only where one of these may decide on another attempt.
		if (!isTransient(status) && status !== 401) return true;
		const error = errorOf({ status, headers, text: "" }, call);
		return !mayRenew(error, call) && !willRetry(error, call);
	},
});

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** An error does not have the key, which servers like to echo. */
function meaningOf(answer: WireAnswer, call: Call, key: string): Result<unknown, AnyIdentitiesError> {
	if (!isSuccess(answer.status)) return { ok: false, error: errorOf(answer, call, key) };
	const { operation, attempts } = call;
	return answerOf(operation, answer, { attempts, secret: key }, dated(operation, utcOf));
}

/** The error of a failing status. The wall clock is for a `Retry-After` that is a date. */
const errorOf = (answer: WireAnswer, call: Call, key?: string): AnyIdentitiesError =>
	errorOfAnswer(
		call.operation,
		answer,
		contextOf(call, key),
		undefined,
		call.clock.currentTimeMillisUnsafe(),
	);
