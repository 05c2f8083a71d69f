/**
 * The client's HTTP surface: one openapi-fetch client over the engine. It carries every method's call, and users
 * get the same one by `pathsClient`, so that a middleware sees the methods' calls too.
 *
 * A method's call is ready to send, so without middleware it passes openapi-fetch as it is. With middleware, and for
 * users' own calls, openapi-fetch builds a real `Request`, and the engine answers with a real `Response`.
 */
import { type Operation, operations, type paths, serializeQuery } from "@orq/identities-core";
import {
	answerOf,
	checkId,
	issue,
	plainHeaders,
	refusal,
	valuesIn,
	wireQuery,
} from "@orq/identities-core/internal";
import createClient, { type Client } from "openapi-fetch";
import { type Outgoing, within } from "./engine/attempt.ts";
import type { Answer, Call, Engine } from "./engine/call.ts";
import { perform } from "./engine/loop.ts";
import { type CallDefaults, limitsOf } from "./send.ts";

export interface Http {
	readonly client: Client<paths>;
	readonly perform: (call: Call) => Promise<Answer>;
}

/** What our own code gives to openapi-fetch, and takes from it: the types of `paths` are for users. */
type OpenApiFetch = (method: string, path: string, init?: Init) => Promise<Fetched>;

interface Init {
	readonly params?: { readonly path?: Readonly<Record<string, unknown>>; readonly query?: unknown };
	readonly signal?: AbortSignal | null;
	readonly [option: string]: unknown;
}

interface Fetched {
	readonly error?: unknown;
	readonly response: object;
}

/** Takes the place of `Request` where nobody looks at it: openapi-fetch copies the call on it. */
class Ready {
	declare readonly call: Call;
}

export function createHttp(engine: Engine, defaults: CallDefaults): Http {
	const sendReady = ({ call }: Ready): Promise<Answer> => perform(engine, call);
	const client = createClient<paths>({
		baseUrl: engine.baseUrl,
		querySerializer: serializeQuery,
		// Both stand-ins, as is the answer: openapi-fetch only looks at its `ok`, status and headers.
		Request: Ready as unknown as typeof Request,
		fetch: sendReady as unknown as (input: Request) => Promise<Response>,
	});
	const surface = client as unknown as Record<string, unknown>;
	const { request, use } = surface as { request: OpenApiFetch; use: (...middleware: object[]) => void };
	const direct: OpenApiFetch = (method, path, init) =>
		performDirect(engine, defaults, request, method.toUpperCase(), path, init);
	for (const name of Object.keys(client)) {
		// The verbs are in capitals: `GET`.
		if (/^[A-Z]+$/.test(name)) surface[name] = (path: string, init?: Init) => direct(name, path, init);
	}
	surface["request"] = direct;
	let observed = false;
	surface["use"] = (...middleware: object[]) => {
		use(...middleware);
		observed = true;
	};
	return {
		client,
		perform: (call) =>
			observed
				? performObserved(engine, request, call)
				: request(call.request.method, call.request.url, { parseAs: "stream", call }).then(answerIn),
	};
}

const answerIn = ({ response }: Fetched): Answer => response as Answer;

/** A user's own call: any operation of the document, with the client's limits. */
async function performDirect(
	engine: Engine,
	defaults: CallDefaults,
	request: OpenApiFetch,
	method: string,
	path: string,
	{ signal, ...init }: Init = {},
): Promise<Fetched> {
	const all: readonly Operation[] = Object.values(operations);
	const operation = all.find((each) => each.path === path && each.method === method);
	if (operation === undefined) {
		throw refusal([issue("path", "is none of the document's", path, "Give a path and method of `paths`.")]);
	}
	const values = init.params?.path ?? {};
	const issues = operation.params.map((name) => checkId(name, values[name])).filter((found) => !!found);
	if (issues.length > 0) throw refusal(issues, operation);
	const call = {
		operation,
		input: {},
		id: operation.id && String(values[operation.id]),
		signal,
		...limitsOf(defaults, {}),
	};
	return throughRequest(request, method, path, init, signal, async (outgoing: Request) => {
		const sent = await outgoingOf(engine, outgoing);
		const headers = { accept: "application/json", ...engine.headers, ...sent.headers };
		return responseOf(await perform(engine, { ...call, request: { ...sent, headers } }));
	});
}

/** A method's call that a middleware looks at. */
async function performObserved(engine: Engine, request: OpenApiFetch, call: Call): Promise<Answer> {
	const { operation, input, id, signal } = call;
	const { path, query } = input as { path?: Record<string, unknown>; query?: Record<string, unknown> }; // checked
	const init = {
		params: { path: path ?? {}, query: wireQuery(operation.query, query ?? {}) },
		body: input.body,
		headers: call.request.headers,
		parseAs: "stream",
	};
	let answered: { readonly answer: Answer; readonly response: Response } | undefined;
	const { error, response } = await throughRequest(
		request,
		operation.method,
		operation.path,
		init,
		signal,
		async (outgoing) => {
			const answer = await perform(engine, { ...call, request: await outgoingOf(engine, outgoing) });
			answered = { answer, response: responseOf(answer) };
			return answered.response;
		},
	);
	if (answered?.response === response) return answered.answer;
	// A middleware has answered in the server's place, or changed the answer: read it anew.
	const { status, headers } = response as Response;
	const text = error === undefined ? await (response as Response).text() : textOf(error);
	const attempts = answered?.answer.attempts ?? 0;
	const context = { id, attempts, hide: valuesIn(call.request) };
	const read = answerOf(operation, { status, headers, text }, context);
	if (!read.ok) throw read.error;
	return { ok: true, data: read.data, status, headers, text, attempts };
}

/** openapi-fetch has read an error's body, and parsed it where it is JSON. */
const textOf = (error: unknown): string => (typeof error === "string" ? error : JSON.stringify(error));

/**
 * A call with a real `Request`, without the caller's signal, on which it would leave a listener for each call.
 * The signal ends the call all the same, in a middleware too.
 */
const throughRequest = (
	request: OpenApiFetch,
	method: string,
	path: string,
	init: Init,
	signal: AbortSignal | null | undefined,
	fetch: (request: Request) => Promise<Response>,
): Promise<Fetched> =>
	within(
		// Looked up now: the first touch of the global `Request` loads Node's fetch.
		() => request(method, path, { ...init, Request: globalThis.Request, fetch }),
		Number.POSITIVE_INFINITY,
		() => undefined,
		signal,
	);

/** What the engine sends for a request. Refuses one that would carry the key to another place. */
async function outgoingOf(engine: Engine, request: Request): Promise<Outgoing> {
	const { method, url } = request;
	if (!url.startsWith(`${engine.baseUrl}/`)) {
		const fix = "Leave origin and base path as they are, or make a client with that `baseUrl`.";
		throw refusal([issue("baseUrl", "must be the client's own: its key is for no other place", url, fix)]);
	}
	return {
		method,
		url: url.slice(engine.baseUrl.length),
		headers: plainHeaders(request.headers),
		body: (await request.text()) || undefined,
	};
}

/** A success as a `Response`. Its body is decoded already, so the headers that speak of its form are left out. */
function responseOf({ data, status, headers, text }: Answer): Response {
	const plain = new Headers(headers);
	for (const name of ["content-encoding", "content-length", "transfer-encoding"]) plain.delete(name);
	// A delete that found nothing, since an earlier attempt had done it, has succeeded.
	return new Response(data === undefined ? null : text, {
		status: status === 404 ? 204 : status,
		headers: plain,
	});
}
