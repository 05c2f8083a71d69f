/**
 * What carries a client's calls: the engine, until `pathsClient` puts openapi-fetch between them. It is kept under a
 * symbol that other copies of this file know, since each entry of the package is one file that shares nothing with the
 * others; it shows neither when a client is printed nor in its type.
 */
import type { within } from "./engine/attempt.ts";
import type { Answer, Call, CallDefaults, Engine } from "./engine/call.ts";
import type { perform, requestFor } from "./engine/loop.ts";

export interface Carrier {
	readonly engine: Engine;
	readonly defaults: CallDefaults;
	/** What the other entry uses of the engine. */
	readonly tools: {
		readonly within: typeof within;
		readonly perform: typeof perform;
		readonly requestFor: typeof requestFor;
	};
	/** Replaced by a way that lets middleware see the calls. */
	perform: (call: Call) => Promise<Answer>;
}

const key = Symbol.for("@orq/identities-client/carrier");

export function setCarrier(client: object, carrier: Carrier): void {
	Object.defineProperty(client, key, { value: () => carrier });
}

/** Undefined for what is no client. */
export const carrierOf = (client: unknown): Carrier | undefined =>
	(Object(client) as { readonly [key]?: () => Carrier })[key]?.();
