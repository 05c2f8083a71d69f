/** The default transport: one `fetch` and its whole body, within its time. */
import type { AnswerHeaders, WireAnswer } from "@orq/identities-core";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import { startTimer } from "./timer.ts";
import { type Transport, TransportFailure, type TransportRequest, TransportTimeout } from "./wire.ts";

/** `send` is undefined for the global `fetch`, looked up for each attempt since users patch it. */
export const fetchTransport =
	(send?: typeof fetch): Transport =>
	(request, timeoutMs) =>
		Effect.flatMap(Clock.Clock, (clock) =>
			Effect.callback<WireAnswer, TransportTimeout | TransportFailure>((resume) => {
				const controller = new AbortController();
				const head: Arrived = { answer: undefined };
				const timer = startTimer(clock, timeoutMs, () => {
					resume(head.answer ? Effect.succeed(head.answer) : Effect.fail(new TransportTimeout()));
					controller.abort();
				});
				exchange(send ?? globalThis.fetch, request, controller.signal, head).then(
					(answer) => {
						timer.stop();
						resume(Effect.succeed(answer));
					},
					(cause: unknown) => {
						timer.stop();
						resume(Effect.fail(new TransportFailure(cause)));
					},
				);
				return Effect.sync(() => {
					timer.stop();
					controller.abort();
				});
			}),
		);

/** A failing status that has arrived: it decides, even where the rest of its body does not come. */
interface Arrived {
	answer: WireAnswer | undefined;
}

async function exchange(
	send: typeof fetch,
	{ url, method, headers, body, wantsBody }: TransportRequest,
	signal: AbortSignal,
	arrived: Arrived,
): Promise<WireAnswer> {
	const init: RequestInit = { method, headers, redirect: "manual", signal };
	if (body !== undefined) init.body = body;
	// Where `Request` does not know it, as in workerd with an older compatibility date, it would throw.
	if (method === "GET" && "cache" in Request.prototype) init.cache = "no-store";
	const response = await send(url, init);
	// A browser hides a redirect's status.
	const status = response.type === "opaqueredirect" ? 0 : response.status;
	const answer = { status, headers: response.headers as AnswerHeaders, text: "" };
	// It may also be over by now, where `send` does not heed its signal.
	if (signal.aborted || !wantsBody(status, answer.headers)) {
		response.body?.cancel().catch(() => {});
		return answer;
	}
	if (status >= 200 && status < 300) return { ...answer, text: await response.text() };
	arrived.answer = answer;
	return { ...answer, text: await response.text().catch(() => "") };
}
