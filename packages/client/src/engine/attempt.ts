/**
 * One attempt: one `fetch` and its whole body, within its time, ended at once by the caller's signal.
 *
 * The caller's signal is never handed to `fetch`: it would keep a listener for each call. The attempt has a
 * controller of its own, and takes its listener off the signal when it ends.
 */

/** What a transport is asked to send. */
export interface Outgoing {
	readonly method: string;
	/** Relative to the base URL. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
}

/**
 * Runs `work` with a signal that ends with it. Rejects at once with the caller's reason, or with `timedOut()`
 * when `ms` have passed, even where `work` does not heed its signal.
 */
export function within<Value>(
	work: (signal: AbortSignal) => Promise<Value>,
	ms: number,
	timedOut: () => unknown,
	signal: AbortSignal | null | undefined,
): Promise<Value> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) return reject(signal.reason);
		const controller = new AbortController();
		const end = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", onAbort);
		};
		const stop = (reason: unknown) => {
			reject(reason);
			end();
			controller.abort(reason);
		};
		const onAbort = () => stop(signal?.reason);
		const timer = ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(() => stop(timedOut()), ms);
		signal?.addEventListener("abort", onAbort);
		work(controller.signal).then(
			(value) => {
				end();
				resolve(value);
			},
			(error: unknown) => {
				end();
				reject(error);
			},
		);
	});
}

/** Sends a request and takes the answer's head. Redirects are not followed: a body must not travel elsewhere. */
export function send(
	fetch: typeof globalThis.fetch,
	baseUrl: string,
	{ method, url, headers, body }: Outgoing,
	identity: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<Response> {
	const init: RequestInit = { method, headers: { ...headers, ...identity }, redirect: "manual", signal };
	if (body !== undefined) init.body = body;
	if (method === "GET" && takesCache()) init.cache = "no-store";
	return fetch(baseUrl + url, init);
}

/** Lets go of a body that nobody will read, so that its connection is free. */
export function discard({ body }: Response): void {
	// A `fetch` of the caller's may give a body of another kind.
	if (typeof body?.cancel === "function") body.cancel().catch(() => {});
}

/** What is read of a failing answer's body at the most, in bytes: an error keeps no more of it. */
const failureLimit = 65_536;

/** The text of a failing answer, as far as an error needs it: a broken server's body may never end. */
export async function failureText(response: Response): Promise<string> {
	if (typeof response.body?.getReader !== "function") return response.text();
	const reader = response.body.getReader();
	const decoder = new TextDecoder();
	let text = "";
	for (let read = 0; read < failureLimit; ) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		text += decoder.decode(value, { stream: true });
		read += value.byteLength;
	}
	reader.cancel().catch(() => {});
	return text;
}

let cacheTaken: boolean | undefined;

/** Whether this runtime's `Request` knows `cache`: workerd with an older compatibility date throws. */
function takesCache(): boolean {
	if (cacheTaken === undefined) {
		try {
			cacheTaken = !!new Request("http://localhost", { cache: "no-store" });
		} catch {
			cacheTaken = false;
		}
	}
	return cacheTaken;
}
