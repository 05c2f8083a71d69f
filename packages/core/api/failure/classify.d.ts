import { type Row } from "../wire/operation.js";
import { type AnyIdentitiesError, ConnectionError, RequestTimeoutError } from "./classes.js";
/** Headers as any HTTP stack has them: a plain object (Node's has lists, too), or pairs (a `Headers` or a `Map`). */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[] | undefined>> | Iterable<readonly [string, string]>;
/** An HTTP answer, read to its end. */
export interface WireAnswer {
    readonly status: number;
    readonly headers: AnswerHeaders;
    readonly text: string;
}
/** What is known of a call besides its answer. */
export interface CallContext {
    /** The identity's id in the path; where it is missing, an `IdentityNotFoundError` has an empty one. */
    readonly id?: string | undefined;
    /** How many requests were sent; 1 where it is missing. */
    readonly attempts?: number | undefined;
    /** The key, which must show nowhere: neither in a message nor in headers or a body that the server echoes. */
    readonly secret?: string | undefined;
    /** Values that must not show in a message: what the caller gave. */
    readonly hide?: readonly string[] | undefined;
}
/** The headers as a plain object with names in lower case; several values in a list are one text (RFC 9110 §5.3). */
export declare function plainHeaders(headers?: AnswerHeaders, // Stand-ins for `fetch` may answer without any.
clean?: (text: string) => string): Record<string, string>;
export declare const requestIdOf: (headers: Readonly<Record<string, string>>) => string | undefined;
/**
 * JSON where it is JSON, else the text; undefined for nothing. `clean` is given each text in the JSON: only there
 * are escapes (`\/`) gone.
 */
export declare function parsed(text: string, clean?: (text: string) => string): unknown;
/**
 * The error of an answer: of one that is not a success, or, where there is a `problem`, of one that is not what was
 * promised (`data[3]._id: not a string`). `now` is in ms since the epoch, for a `Retry-After` date.
 */
export declare function errorOfAnswer(operation: Row, { status, headers: given, text: whole }: WireAnswer, context?: CallContext, problem?: string, now?: number): AnyIdentitiesError;
/** The error of an attempt that gave no whole answer: `thrown` is what the transport threw. */
export declare function errorOfConnection(operation: Row, thrown: unknown, context?: CallContext): ConnectionError;
/** The error of an attempt, or a whole call, that ran out of time. */
export declare const errorOfTimeout: (operation: Row, scope: "attempt" | "total", timeoutMs: number, context?: CallContext) => RequestTimeoutError;
