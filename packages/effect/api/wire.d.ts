/** What a transport is asked for, and what it answers. */
import type { AnswerHeaders, WireAnswer } from "@orq/identities-core";
import type * as Effect from "effect/Effect";
/** A request, ready to go. Redirects must not be followed: a body, and the key, must not travel elsewhere. */
export interface TransportRequest {
    readonly method: string;
    /** Absolute. */
    readonly url: string;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** JSON text. */
    readonly body?: string | undefined;
    /**
     * Whether anybody will read the body of an answer with this head. Where not, let go of it, and answer with an
     * empty text: a broken server's body may never end. To read it all the same is allowed.
     */
    readonly wantsBody: (status: number, headers: AnswerHeaders) => boolean;
}
/** No whole answer within the time that was given. */
export declare class TransportTimeout {
    readonly _tag = "TransportTimeout";
}
/**
 * No answer, or one that was cut: `cause` is what was thrown, and becomes a `ConnectionError`'s; one of our errors that
 * every operation can fail with stays itself.
 */
export declare class TransportFailure {
    readonly _tag = "TransportFailure";
    readonly cause: unknown;
    constructor(cause: unknown);
}
/**
 * Sends a request and reads the whole answer, whatever its status, within `timeoutMs` (`Infinity` for no limit).
 * Interruption aborts the request. Where a status that is no success has arrived and its body is cut or late, the
 * answer has an empty text: the status says enough.
 */
export type Transport = (request: TransportRequest, timeoutMs: number) => Effect.Effect<WireAnswer, TransportTimeout | TransportFailure>;
