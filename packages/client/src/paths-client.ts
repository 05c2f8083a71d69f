/**
 * openapi-fetch as a client's HTTP surface: one openapi-fetch client over the engine, for calls of users' own to any
 * path of the document. As soon as it has a middleware the methods' calls go through it, too. openapi-fetch builds a
 * real `Request`, and the engine answers with a real `Response`.
 */
import { type paths, serializeQuery } from "@orq/identities-core";
import {
	dataOf,
	type Fields,
	issue,
	plainHeaders,
	type Row,
	refusal,
	rows,
	valuesIn,
} from "@orq/identities-core/internal";
import createClient, { type Client } from "openapi-fetch";
import type { IdentitiesClient } from "./client.ts";
import type { Answer, Call, Engine, Outgoing } from "./engine/call.ts";
import { type Carrier, carrierOf } from "./registry.ts";

/**
 * The openapi-fetch client of this client, the same one each time: any path of the document, typed by `paths`, with the
 * same key, retries, time limits and errors (it rejects with core's classes). A middleware given to `use` sees the
 * methods' calls too: `onRequest` once a call, before its attempts; `onResponse` for a success; `onError` for
 * everything else. It does not see the key, and can't send it elsewhere. `paths` follows the wire, not semver.
 *
 * @example
 * pathsClient(client).use({ onRequest: ({ schemaPath }) => console.log(schemaPath) });
 * const { data } = await pathsClient(client).GET("/v2/identities/{id}", { params: { path: { id: "user_1" } } });
 */
export function pathsClient(client: IdentitiesClient): Client<paths> {
	const carrier = carrierOf(client);
	if (carrier === undefined) {
		const fix = "Give one made with `new IdentitiesClient()`.";
		throw refusal([issue("client", "an IdentitiesClient", client, fix)]);
	}
	const made = clients.get(carrier) ?? openApiFetch(carrier);
	clients.set(carrier, made);
	return made;
}

const clients = new WeakMap<Carrier, Client<paths>>();

/** What our own code gives to openapi-fetch, and takes from it: the types of `paths` are for users. */
type OpenApiFetch = (method: string, path: string, init?: Init) => Promise<Fetched>;

interface Init {
	readonly params?: { readonly path?: Readonly<Record<string, unknown>>; readonly query?: unknown };
	readonly body?: unknown;
	readonly signal?: AbortSignal | null;
	readonly [option: string]: unknown;
}

interface Fetched {
	readonly error?: unknown;
	readonly response: object;
}

/** An openapi-fetch client whose calls the engine sends, and whose middleware sees the methods' calls. */
function openApiFetch(carrier: Carrier): Client<paths> {
	const { perform: unobserved, engine } = carrier;
	const client = createClient<paths>({ baseUrl: engine.baseUrl, querySerializer: serializeQuery });
	const surface = client as unknown as Record<string, unknown>;
	const { request, use } = surface as { request: OpenApiFetch; use: (...middleware: object[]) => void };
	const direct = (method: string, path: string, init?: Init) =>
		performDirect(carrier, request, method.toUpperCase(), path, init);
	for (const name of Object.keys(surface)) {
		// The verbs are in capitals: `GET`.
		if (/^[A-Z]+$/.test(name)) surface[name] = (path: string, init?: Init) => direct(name, path, init);
	}
	surface["request"] = direct;
	let observed = false;
	surface["use"] = (...middleware: object[]) => {
		use(...middleware);
		observed = true;
	};
	carrier.perform = (call) => (observed ? performObserved(carrier, request, call) : unobserved(call));
	return client;
}

/** A user's own call: any operation of the document, with the client's limits. */
async function performDirect(
	{ engine, defaults, tools }: Carrier,
	request: OpenApiFetch,
	method: string,
	path: string,
	{ signal, ...init }: Init = {},
): Promise<Fetched> {
	const all: readonly Row[] = Object.values(rows);
	const row = all.find((each) => each.path === path && each.method === method);
	if (row === undefined) {
		throw refusal([issue("path", "one of the document's", path, "Give a path and method of `paths`.")]);
	}
	const { path: values, query } = init.params ?? {};
	const input = { path: values, query, body: init.body };
	const call: Call = { row, input, options: signal ? { signal } : {}, defaults };
	// Checked before openapi-fetch writes it, which leaves `{id}` in a path without an id.
	tools.requestFor(engine, call);
	return throughRequest(tools, request, method, path, init, signal, async (outgoing) => {
		const sent = await outgoingOf(engine, outgoing);
		const headers = { accept: "application/json", ...engine.headers, ...sent.headers };
		return responseOf(await tools.perform(engine, call, { ...sent, headers }));
	});
}

/** A method's call that a middleware looks at. */
async function performObserved(
	{ engine, tools }: Carrier,
	request: OpenApiFetch,
	call: Call,
): Promise<Answer> {
	const { row, options } = call;
	const written = tools.requestFor(engine, call);
	const input = call.input as Readonly<Record<string, Fields | undefined>>; // checked
	const { path = {}, query = {}, body } = input;
	const names = Object.keys(row.query ?? {});
	const params = { path, query: row.flatten?.(query, names) ?? query };
	const init = { params, body, headers: written.headers, parseAs: "stream" };
	let answered: { readonly answer: Answer; readonly response: Response } | undefined;
	const fetch = async (outgoing: Request) => {
		const answer = await tools.perform(engine, call, await outgoingOf(engine, outgoing));
		answered = { answer, response: responseOf(answer) };
		return answered.response;
	};
	const fetched = await throughRequest(tools, request, row.method, row.path, init, options.signal, fetch);
	const { error, response } = fetched;
	if (answered?.response === response) return answered.answer;
	// A middleware has answered in the server's place, or changed the answer: read it anew.
	const { status, headers: theirs } = response as Response;
	const text = error === undefined ? await (response as Response).text() : textOf(error);
	const attempts = answered?.answer.attempts ?? 0;
	const context = { id: row.id && String(path[row.id]), attempts, hide: valuesIn(written) };
	const data = dataOf(row, { status, headers: theirs, text }, context);
	return { ok: true, data, status, headers: theirs, text, attempts };
}

/** openapi-fetch has read an error's body, and parsed it where it is JSON. */
const textOf = (error: unknown): string => (typeof error === "string" ? error : JSON.stringify(error));

/**
 * A call with a real `Request`, without the caller's signal, on which it would leave a listener for each call.
 * The signal ends the call all the same, in a middleware too.
 */
const throughRequest = (
	{ within }: Carrier["tools"],
	request: OpenApiFetch,
	method: string,
	path: string,
	init: Init,
	signal: AbortSignal | null | undefined,
	fetch: (request: Request) => Promise<Response>,
): Promise<Fetched> => {
	// `Request` is looked up now: the first touch of the global one loads Node's fetch.
	const own = { ...init, Request: globalThis.Request, fetch };
	return within(() => request(method, path, own), signal);
};

/** What the engine sends for a request. Refuses one that would carry the key to another place. */
async function outgoingOf(engine: Engine, request: Request): Promise<Outgoing> {
	const { method, url } = request;
	if (!url.startsWith(`${engine.baseUrl}/`)) {
		const fix = "Leave origin and base path as they are, or make a client with that `baseUrl`.";
		throw refusal([issue("baseUrl", "the client's own: its key is for no other place", url, fix)]);
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
