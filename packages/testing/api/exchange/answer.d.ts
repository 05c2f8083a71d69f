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
export declare const isBodiless: (status: number) => boolean;
export declare const textAnswer: (status: number, body: string, headers: Headers) => Answer;
export declare const jsonAnswer: (status: number, value: unknown, headers?: Headers) => Answer;
/** A refusal in the form that most failures have: `{ "error": … }`. */
export declare const refusal: (status: number, error: string, headers?: Headers) => Answer;
/** The body as bytes, and those of them that arrive. */
export declare function bodyBytes({ body, delivery }: Answer): {
    readonly all: Uint8Array<ArrayBuffer>;
    readonly arriving: Uint8Array<ArrayBuffer>;
};
export {};
