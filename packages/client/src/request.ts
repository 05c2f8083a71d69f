/**
 * Between the Fetch API's `Request` and `Response` and the engine's calls and answers: for calls that users make
 * through openapi-fetch, and for those that a middleware looks at.
 */
import { issue, matchPath, plainHeaders, refusal } from "@orq/identities-core/internal";
import type { Outgoing } from "./engine/attempt.ts";
import type { Answer, Call, Engine } from "./engine/loop.ts";
import { type CallDefaults, limitsOf } from "./send.ts";

const callerSignal = Symbol("the caller's signal");

/** A request that may carry the caller's signal beside it. */
interface Signalled extends Request {
	[callerSignal]?: AbortSignal | null | undefined;
}

/**
 * A `Request` constructor that looks the global one up when it is used: the first touch loads Node's fetch.
 * It keeps the caller's signal beside the request, since a `Request` would leave a listener on it for each call;
 * where a middleware may replace the request, the request carries it.
 */
export function lazyRequest(observed: () => boolean): typeof Request {
	class LazyRequest {
		constructor(url: string, { signal, ...init }: RequestInit) {
			// An id that was not given leaves its place in the template.
			const missing = /\{([^{}]+)\}/.exec(url)?.[1];
			if (missing !== undefined) {
				throw refusal([issue(missing, "is required", undefined, "Give it as `params: { path: … }`.")]);
			}
			const request: Signalled = new globalThis.Request(
				url,
				observed() && signal ? { ...init, signal } : init,
			);
			request[callerSignal] = signal;
			// biome-ignore lint/correctness/noConstructorReturn: openapi-fetch calls it with `new`.
			return request;
		}

		static [Symbol.hasInstance](value: unknown): boolean {
			return value instanceof globalThis.Request;
		}
	}
	return LazyRequest as unknown as typeof Request; // its constructor returns one
}

/** What the engine sends for a request. Refuses one that would carry the key to another place. */
export async function outgoingOf(engine: Engine, request: Request): Promise<Outgoing> {
	if (!request.url.startsWith(`${engine.baseUrl}/`)) {
		const fix = "Leave the request's origin and base path as they are, or make a client with that `baseUrl`.";
		throw refusal([
			issue("baseUrl", "must be the client's own: its key is for no other place", request.url, fix),
		]);
	}
	const body = request.method === "GET" ? "" : await request.text();
	return {
		method: request.method,
		url: request.url.slice(engine.baseUrl.length),
		headers: plainHeaders(request.headers),
		body: body === "" ? undefined : body,
	};
}

/** The call that a request makes, by its method and path. */
export async function callOf(engine: Engine, defaults: CallDefaults, request: Request): Promise<Call> {
	const outgoing = await outgoingOf(engine, request);
	const route = matchPath(
		new URL(request.url).pathname.slice(new URL(engine.baseUrl).pathname.replace(/\/$/, "").length),
	);
	const operation = route?.operations.find(({ method }) => method === request.method);
	if (route === undefined || operation === undefined) {
		throw refusal([
			issue("path", "must be one of the document's", request.url, "Use a path of core's `paths`."),
		]);
	}
	return {
		operation,
		input: {},
		request: { ...outgoing, headers: { ...outgoing.headers, ...engine.headers } },
		id: operation.id === undefined ? undefined : route.params[operation.id],
		signal: (request as Signalled)[callerSignal] ?? request.signal,
		...limitsOf(defaults, {}),
	};
}

/** A success as a `Response`. Its body is decoded already, so the headers that speak of its form are left out. */
export function responseOf({ status, headers, text }: Answer): Response {
	const plain = new Headers(headers);
	for (const name of ["content-encoding", "content-length", "transfer-encoding"]) plain.delete(name);
	// A delete that found nothing, since an earlier attempt had done it, has succeeded.
	const success = status === 404 ? 204 : status;
	const bodyless = success === 204 || success === 205;
	return new Response(bodyless ? null : text, { status: success, headers: plain });
}
