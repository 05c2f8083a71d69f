/**
 * The client's HTTP surface: one openapi-fetch client over the engine, which carries every method's call. A method's
 * call is ready to send, so it passes openapi-fetch as it is. `pathsClient` hands the same client to users, and makes
 * it one for calls of their own and for middleware (`paths-client.ts`): who does not import that does not pay for it.
 */
import type { paths } from "@orq/identities-core";
import createClient, { type Client } from "openapi-fetch";
import type { Answer, Call, CallDefaults, Engine } from "./engine/call.ts";
import { perform } from "./engine/loop.ts";

/** What carries a client's calls. `perform` may be replaced, by one that lets middleware see the calls. */
export interface Http {
	readonly client: Client<paths>;
	readonly engine: Engine;
	readonly defaults: CallDefaults;
	perform: (call: Call) => Promise<Answer>;
}

/** What our own code gives to openapi-fetch, and takes from it: the types of `paths` are for users. */
export type OpenApiFetch = (
	method: string,
	path: string,
	init?: object,
) => Promise<{ readonly error?: unknown; readonly response: object }>;

/** Takes the place of `Request`, which nobody looks at: openapi-fetch copies the call on it. */
class Ready {
	declare readonly call: Call;
}

export function createHttp(engine: Engine, defaults: CallDefaults): Http {
	const client = createClient<paths>({
		baseUrl: engine.baseUrl,
		// Both stand-ins, as is the answer: openapi-fetch only looks at its `ok`, status and headers.
		Request: Ready as unknown as typeof Request,
		fetch: (({ call }: Ready) => perform(engine, call)) as unknown as typeof fetch,
	});
	const request = client.request as unknown as OpenApiFetch;
	return {
		client,
		engine,
		defaults,
		perform: (call) =>
			// Of what openapi-fetch writes nothing is looked at.
			request("GET", "", { parseAs: "stream", call }).then(({ response }) => response as Answer),
	};
}
