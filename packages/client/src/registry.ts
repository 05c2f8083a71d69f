/**
 * What carries a client's calls: the engine, until `pathsClient` puts openapi-fetch between them. It is kept aside, so
 * that neither it nor openapi-fetch's types show on the client, and who does not import that entry does not pay for it.
 */
import type { Answer, Call, CallDefaults, Engine } from "./engine/call.ts";

export interface Carrier {
	readonly engine: Engine;
	readonly defaults: CallDefaults;
	perform: (call: Call) => Promise<Answer>;
}

export const carrierOf = new WeakMap<object, Carrier>();
