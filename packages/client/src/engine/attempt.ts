/**
 * One attempt: one `fetch` and its whole body, within its time, ended at once by the caller's signal.
 *
 * The caller's signal is never handed to `fetch`: it would keep a listener for each call. The attempt has a
 * controller of its own, and takes its listener off the signal when it ends.
 */
import { longestTimeoutMs } from "@orq/identities-core/internal";

/**
 * Runs `work`, which must not throw by itself, with a signal that ends with it. Rejects at once with the caller's
 * reason, or with `timedOut()` when `ms` have passed, even where `work` does not heed its signal.
 */
export const within = <Value>(
	work: (signal: AbortSignal) => Promise<Value>,
	signal: AbortSignal | null | undefined,
	ms = Number.POSITIVE_INFINITY,
	timedOut?: () => unknown,
	controller = new AbortController(),
): Promise<Value> =>
	new Promise((resolve, reject) => {
		if (signal?.aborted) throw signal.reason;
		const ending =
			<Result>(settle: (result: Result) => void) =>
			(result: Result) => {
				clearTimeout(timer);
				signal?.removeEventListener("abort", stop);
				settle(result);
			};
		const stop = () => {
			const reason: unknown = signal?.aborted ? signal.reason : timedOut?.();
			ending(reject)(reason);
			controller.abort(reason);
		};
		// Infinity would be no time at all for a timer.
		const timer = ms <= longestTimeoutMs ? setTimeout(stop, ms) : undefined;
		signal?.addEventListener("abort", stop);
		work(controller.signal).then(ending(resolve), ending(reject));
	});

/** Waits before a retry; ends at once, too, where the caller's signal aborts. */
export const wait = (ms: number, signal: AbortSignal | null | undefined): Promise<void> =>
	within<void>(() => new Promise(() => {}), signal, ms).catch(() => {});

/** Lets go of a body that nobody will read, so that its connection is free. A caller's `fetch` may have other bodies. */
export const discard = ({ body }: Response): unknown => body?.cancel?.().catch(() => {});

/**
 * How many characters of a failing answer's body are read. An error keeps 65,536 of them: behind these an echoed key may
 * be cut, where it could not be found any more.
 */
const failureLimit = 73_728;

/** The text of a failing answer, as far as an error needs it: a broken server's body may never end. */
export async function failureText(response: Response): Promise<string> {
	const reader = response.body?.getReader?.();
	if (!reader) return response.text();
	const decoder = new TextDecoder();
	let text = "";
	while (text.length < failureLimit) {
		const { done, value } = await reader.read();
		if (done) return text;
		text += decoder.decode(value, { stream: true });
	}
	reader.cancel().catch(() => {});
	return text;
}
