/**
 * The server's side of a run. A host lives where ports can be opened; the runner may live elsewhere, in a page or
 * a worker, and reach it over HTTP. So all that passes between them is JSON.
 */
import type { ServerSetup } from "./scenario.ts";

export interface Host {
	/** Starts a fresh API in memory. */
	open(setup: ServerSetup): Promise<Place>;
}

/** A server that is up. */
export interface Place {
	readonly baseUrl: string;
	/** Ends it, and tells what has arrived. */
	close(): Promise<Arrived>;
}

export interface Arrived {
	/** In order. */
	readonly requests: readonly ArrivedRequest[];
	/** At the other origin that a redirect led to. */
	readonly elsewhere: readonly ArrivedRequest[];
	/** What was sent or answered and is not as the document says. */
	readonly violations: readonly string[];
}

export interface ArrivedRequest {
	/** Undefined where no operation has this path and method. */
	readonly operation?: string | undefined;
	readonly method: string;
	/** Still percent-encoded. */
	readonly path: string;
	readonly query: Readonly<Record<string, string | readonly string[]>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** The key that every server takes, and that nothing but the `authorization` header may ever show. */
export const serverKey = "sk-orq-4f1c8e7a-secret";
