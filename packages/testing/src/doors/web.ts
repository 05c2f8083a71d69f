/**
 * The door for the Web's `Request` and `Response`: no socket, so a dropped connection is what `fetch` makes of it
 * (a TypeError with a cause, as on Node), and a cut body is a stream that errors or never ends.
 */
import { type Answer, bodyBytes, isBodiless } from "../exchange/answer.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { PlainRequest } from "../exchange/request.ts";
import { pause } from "../faults/pause.ts";
import { redirected } from "./redirect.ts";

/** As many redirects as `fetch` follows. */
const longestChain = 20;

/** A `fetch` that reaches the server whatever the URL's host is, and follows redirects as `fetch` does. */
export const fetchOf =
	(exchange: Exchange): typeof fetch =>
	async (input, init) => {
		const signal = signalOf(input, init);
		signal?.throwIfAborted();
		// Without the signal: a Request that chains it leaves a listener on it.
		const request = new Request(input, { ...init, signal: null });
		let sent = await plainRequest(request);
		for (let hops = 0; hops <= longestChain; hops++) {
			const answer = await exchange(sent, signal);
			const next = request.redirect === "manual" ? undefined : redirected(sent, answer);
			if (next === undefined) return responseOf(answer, signal);
			if (request.redirect === "error") throw failedFetch(new Error("unexpected redirect"));
			sent = next;
		}
		throw failedFetch(new Error("redirect count exceeded"));
	};

/** A Fetch handler, as servers and service workers take it; it does not follow redirects. */
export const handleOf =
	(exchange: Exchange): ((request: Request) => Promise<Response>) =>
	async (request) =>
		responseOf(await exchange(await plainRequest(request), request.signal), request.signal);

function signalOf(input: RequestInfo | URL, init: RequestInit | undefined): AbortSignal | undefined {
	if (init?.signal !== undefined) return init.signal ?? undefined;
	return typeof input === "object" && "signal" in input ? input.signal : undefined;
}

async function plainRequest(request: Request): Promise<PlainRequest> {
	const { method, url, headers } = request;
	return { method, url, headers: Object.fromEntries(headers), body: await request.text() };
}

async function responseOf(answer: Answer, signal: AbortSignal | undefined): Promise<Response> {
	const { status, delivery } = answer;
	if (delivery === "reset") throw failedFetch(connectionLoss());
	if (delivery === "silent") await pause(undefined, signal);
	signal?.throwIfAborted();
	const headers = new Headers(answer.headers);
	if (delivery === "whole") {
		const hasBody = answer.body !== "" && !isBodiless(status);
		return new Response(hasBody ? answer.body : null, { status, headers });
	}
	return new Response(cutStream(answer, signal), { status, headers });
}

/** What arrives, and then an error, or nothing until the signal aborts. */
function cutStream(answer: Answer, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
	let { arriving: rest } = bodyBytes(answer);
	let abort = (): void => {};
	return new ReadableStream<Uint8Array>(
		{
			start: (controller) => {
				abort = () => controller.error(signal?.reason);
			},
			// An error empties the stream's queue, so it has to wait until the first part was read.
			pull: (controller) => {
				if (rest.length > 0) {
					controller.enqueue(rest);
					rest = rest.subarray(rest.length);
				} else if (answer.delivery === "truncated") {
					controller.error(new TypeError("terminated", { cause: connectionLoss() }));
				} else if (signal?.aborted) {
					abort();
				} else {
					signal?.addEventListener("abort", abort, { once: true });
				}
			},
			cancel: () => signal?.removeEventListener("abort", abort),
		},
		{ highWaterMark: 0 },
	);
}

const failedFetch = (cause: unknown): TypeError => new TypeError("fetch failed", { cause });

/** As Node's fetch reports it, by code. */
const connectionLoss = (): Error =>
	Object.assign(new Error("other side closed"), { name: "SocketError", code: "UND_ERR_SOCKET" });
