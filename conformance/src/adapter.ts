/**
 * What a client brings to run the scenarios: how it is made, and how a call as data becomes a call of its own.
 * An adapter checks nothing; it only says what its caller sees. It uses Web APIs alone, since it runs wherever
 * its client does.
 */
import type { Json } from "./pattern.ts";
import type { CallOptions, ClientSettings, Feature, Method, Take } from "./scenario.ts";
import type { Seen } from "./seen.ts";

export interface Adapter {
	/** The package it is for. */
	readonly name: string;
	/** What of the features that clients may lack this one has. */
	readonly features: readonly Feature[];
	/** Makes a client. Rejects with the client's own error where it refuses its options. */
	connect(settings: ConnectionSettings): Promise<Connection>;
}

/** A scenario's settings, with the key and the place that are right for its server. */
export interface ConnectionSettings extends Omit<ClientSettings, "apiKey" | "baseUrl"> {
	readonly baseUrl: string;
	readonly apiKey: string | (() => Promise<string>);
}

export interface Connection {
	/** Calls, and tells what came of it; never rejects. */
	call(call: Call): Promise<Seen>;
	/** What the hooks were told; empty for a client without hooks. */
	readonly heard: readonly unknown[];
	close?(): Promise<void>;
}

/** A call whose references are resolved. */
export interface Call {
	readonly method: Method;
	/** All arguments that come before the options. */
	readonly args: readonly (Json | undefined)[];
	readonly options: CallOptions;
	readonly take: Take;
	/** `cancelled` is to be told where the call ends with this signal's reason, and only then. */
	readonly signal: AbortSignal | undefined;
	/** To be called with each thing iterated, before the next is asked for. */
	readonly onItem: () => void;
}
