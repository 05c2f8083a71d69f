/** One request and what its answer means: a value, or a failure and what follows it. */
import {
	answerOf,
	errorOfStatus,
	isGone,
	plainHeaders,
	requestIdOf,
	withoutSecret,
} from "@orq/identities-core/internal";
import { discard, failureText, send } from "./attempt.ts";
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
import { tell } from "./hooks.ts";

/** Sends once. Throws whatever `fetch` and reading the body throw. */
export async function exchange(
	engine: Engine,
	call: Call,
	progress: Progress,
	signal: AbortSignal,
): Promise<Answer | Failure> {
	const { auth, hooks, baseUrl } = engine;
	const { operation, request } = call;
	const { headers: identity, secret } = await auth.credentials();
	if (signal.aborted) throw signal.reason;
	progress.secret = secret;
	progress.attempts++;
	tell(hooks.onRequest, () => infoOf(call, progress));
	const response = await send(engine.fetch ?? globalThis.fetch, baseUrl, request, identity, signal);
	// A `fetch` that does not heed its signal: the call has gone on without it.
	if (signal.aborted) {
		discard(response);
		throw signal.reason;
	}
	const { status, headers } = response;
	const clean = (text: string) => withoutSecret({ status, headers, text }, secret);
	tell(hooks.onResponse, () => {
		const requestId = requestIdOf(plainHeaders(clean("").headers));
		return { ...infoOf(call, progress), status, requestId };
	});
	if (status >= 200 && status < 300) {
		const text = await response.text();
		const read = answerOf(operation, { status, headers, text });
		if (read.ok) return { ok: true, data: read.data, status, headers, text, attempts: progress.attempts };
		// Read again for an error without the secret, and with what is known of the call.
		const again = answerOf(operation, clean(text), contextOf(call, progress));
		return { ok: false, error: (again.ok ? read : again).error, because: "not-retryable" };
	}
	const error = errorOfStatus(operation, clean(""), contextOf(call, progress));
	const gone = isGone(error, operation, progress.outcome);
	const failure = gone ? undefined : failureOf(engine, call, progress, error);
	if (failure?.because === undefined) {
		discard(response);
		return failure ?? { ok: true, data: undefined, status, headers, text: "", attempts: progress.attempts };
	}
	progress.arrived = failure;
	const text = await failureText(response);
	return { ...failure, error: errorOfStatus(operation, clean(text), contextOf(call, progress)) };
}
