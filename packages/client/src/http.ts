/**
 * The client's HTTP surface: one openapi-fetch client over the engine. It carries every method's call, and users
 * get the same one by `pathsClient`, so that a middleware sees the methods' calls too.
 *
 * A method's call is ready to send, so without middleware it passes openapi-fetch as it is. With middleware
 * openapi-fetch builds a real `Request`, and the engine answers with a real `Response`.
 */
import { type Operation, operations, type paths, serializeQuery } from "@orq/identities-core";
import { answerOf, checkId, fillPath, isFields, refusal, wireQuery } from "@orq/identities-core/internal";
import createClient, { type Client } from "openapi-fetch";
import { type Answer, type Call, type Engine, perform } from "./engine/loop.ts";
import { callOf, lazyRequest, outgoingOf, responseOf } from "./request.ts";
import type { CallDefaults } from "./send.ts";

/** The openapi-fetch client as our own calls use it: the operation is known, its types have been checked. */
interface Surface {
	request(
		method: string,
		path: string,
		init: object,
	): Promise<{ readonly error?: unknown; readonly response: object }>;
}

/** What openapi-fetch reads of a response, with the engine's answer in hand. */
interface StandIn {
	readonly ok: true;
	readonly status: number;
	readonly headers: Headers;
	readonly body: null;
	readonly answer: Answer;
}

export interface Http {
	readonly client: Client<paths>;
	readonly perform: (call: Call) => Promise<Answer>;
}

export function createHttp(engine: Engine, defaults: CallDefaults): Http {
	let observed = false;
	const client = createClient<paths>({
		baseUrl: engine.baseUrl,
		Request: lazyRequest(() => observed),
		querySerializer: serializeQuery,
		pathSerializer: checkedPath,
		fetch: async (request) => responseOf(await perform(engine, await callOf(engine, defaults, request))),
	});
	const { use } = client;
	client.use = (...middleware) => {
		use(...middleware);
		observed = true;
	};
	const surface: Surface = client as Surface;
	return {
		client,
		perform: (call) =>
			observed ? performObserved(engine, surface, call) : performReady(engine, surface, call),
	};
}

/** Takes the place of `Request` where nobody looks at it: openapi-fetch copies the call on it. */
class Ready {
	declare readonly call: Call;
}

async function performReady(engine: Engine, surface: Surface, call: Call): Promise<Answer> {
	const { response } = await surface.request(call.operation.method, call.request.url, {
		Request: Ready,
		parseAs: "stream",
		call,
		fetch: async ({ call }: Ready): Promise<StandIn> => {
			const answer = await perform(engine, call);
			return { ok: true, status: answer.status, headers: answer.headers, body: null, answer };
		},
	});
	return (response as StandIn).answer;
}

async function performObserved(engine: Engine, surface: Surface, call: Call): Promise<Answer> {
	const { operation, input, id } = call;
	let answered: { readonly answer: Answer; readonly response: Response } | undefined;
	const { error, response } = await surface.request(operation.method, operation.path, {
		params: {
			path: input.path ?? {},
			query: isFields(input.query) ? wireQuery(operation.query, input.query) : {},
		},
		body: input.body,
		headers: call.request.headers,
		parseAs: "stream",
		fetch: async (request: Request) => {
			const answer = await perform(engine, { ...call, request: await outgoingOf(engine, request) });
			answered = { answer, response: responseOf(answer) };
			return answered.response;
		},
	});
	if (answered?.response === response) return answered.answer;
	// A middleware has answered in the server's place, or changed the answer: read it anew.
	const { status, headers } = response as Response;
	const text = error === undefined ? await (response as Response).text() : textOf(error);
	const attempts = answered?.answer.attempts ?? 0;
	const read = answerOf(operation, { status, headers, text }, { id, attempts });
	if (!read.ok) throw read.error;
	return { data: read.data, status, headers, text, attempts };
}

/** openapi-fetch has read an error's body, and parsed it where it is JSON. */
const textOf = (error: unknown): string => (typeof error === "string" ? error : JSON.stringify(error));

/** openapi-fetch's own would let an empty id or `..` through, and so reach another endpoint. */
function checkedPath(template: string, values: Readonly<Record<string, unknown>>): string {
	const all: readonly Operation[] = Object.values(operations);
	const operation = all.find(({ path }) => path === template);
	const names = operation?.params ?? Object.keys(values);
	const issues = names.map((name) => checkId(name, values[name])).filter((found) => found !== undefined);
	if (issues.length > 0) throw refusal(issues, operation);
	return fillPath(template, values as Record<string, string>); // checked: each is a string
}
