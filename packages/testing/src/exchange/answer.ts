/**
 * An HTTP answer as plain data, together with how much of it arrives.
 * Handlers and faults only make such values; each door (the Fetch handler, the HTTP server) carries them out
 * with its own means: a stream that errors there, a destroyed socket here.
 */

/**
 * - `whole`: all of it.
 * - `truncated`: the headers and half of the body, then the connection is dropped.
 * - `stalled`: the headers and half of the body, then nothing more.
 * - `reset`: nothing, the connection is dropped.
 * - `silent`: nothing, and the connection stays open.
 */
export type Delivery = "whole" | "truncated" | "stalled" | "reset" | "silent";

export interface Answer {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Text; empty where there is no body. */
	readonly body: string;
	readonly delivery: Delivery;
}

type Headers = Answer["headers"];

/** Statuses whose answers never have a body (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
export const isBodiless = (status: number): boolean => status === 204 || status === 205 || status === 304;

export const textAnswer = (status: number, body: string, headers: Headers): Answer => ({
	status,
	headers,
	body,
	delivery: "whole",
});

export const jsonAnswer = (status: number, value: unknown, headers: Headers = {}): Answer =>
	textAnswer(status, JSON.stringify(value), { "content-type": "application/json", ...headers });

/** A refusal in the form that most failures have: `{ "error": … }`. */
export const refusal = (status: number, error: string, headers?: Headers): Answer =>
	jsonAnswer(status, { error }, headers);

/** The body as bytes, and those of them that arrive. */
export function bodyBytes({ body, delivery }: Answer): {
	readonly all: Uint8Array<ArrayBuffer>;
	readonly arriving: Uint8Array<ArrayBuffer>;
} {
	const all = new TextEncoder().encode(body);
	return { all, arriving: delivery === "whole" ? all : all.subarray(0, all.length >> 1) };
}
