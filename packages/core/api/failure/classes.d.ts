/**
 * The twelve error classes that every client fails with.
 *
 * `_tag` is an own, enumerable text, so that `switch`, Effect's `catchTag` and JSON see it and minifiers can't
 * change it; `name` is on the prototype. A brand in the global symbol registry lets `isIdentitiesError` know
 * errors of another copy of this package, where `instanceof` says no.
 */
import { type CommonFields, type Cursor, type InputIssue, type Outcome } from "./taxonomy.js";
/** What every constructor takes besides the class's own fields. */
export interface ErrorFields extends CommonFields {
    readonly message?: string | undefined;
    readonly cause?: unknown;
}
/** The base of all errors. Catch a class below it, or use {@link isIdentitiesError}. */
export declare abstract class IdentitiesError extends Error {
    abstract readonly _tag: string;
    /** The method that was called: `retrieve`. */
    readonly operation: string | undefined;
    /** The HTTP method. */
    readonly method: string | undefined;
    /** The path template, never the path itself: `/v2/identities/{id}`. */
    readonly path: string | undefined;
    /** The answer's HTTP status; 0 where a browser hides a redirect's. */
    readonly status: number | undefined;
    /** From `x-request-id`, else `request-id`: name it when you ask orq.ai for help. */
    readonly requestId: string | undefined;
    /** The answer's headers, names in lower case. */
    readonly headers: Readonly<Record<string, string>> | undefined;
    /** The answer's body: parsed JSON, else text; at most 65,536 characters, except on a `DecodeError`. */
    readonly body: unknown;
    /** How many requests were sent for this call. */
    readonly attempts: number | undefined;
    /** Whether the same call may succeed later. Says nothing of whether repeating it is safe: see `outcome`. */
    readonly isRetryable: boolean;
    /** Whether a write may have happened: `not-sent`, `rejected` or `unknown`. */
    readonly outcome: Outcome;
    /** While iterating: how far it came; give it to `list` to go on. */
    readonly cursor: Cursor | undefined;
    constructor(fields?: ErrorFields, usual?: ErrorFields);
}
/** Input that was refused before anything was sent: `issues` says where, what, and what to do. */
export declare class InvalidInputError extends IdentitiesError {
    readonly _tag: "InvalidInputError";
    readonly issues: readonly InputIssue[];
    constructor(fields: ErrorFields & {
        readonly issues: readonly InputIssue[];
    });
    get name(): string;
}
/** 401: the API key is missing, wrong or revoked. */
export declare class UnauthorizedError extends IdentitiesError {
    readonly _tag: "UnauthorizedError";
    constructor(fields?: ErrorFields);
    get name(): string;
}
/** 403: the key may not do this. */
export declare class ForbiddenError extends IdentitiesError {
    readonly _tag: "ForbiddenError";
    constructor(fields?: ErrorFields);
    get name(): string;
}
/** 404 where the path holds an identity's id: no identity has this id or external id. */
export declare class IdentityNotFoundError extends IdentitiesError {
    readonly _tag: "IdentityNotFoundError";
    /** The id that was asked for. */
    readonly id: string;
    constructor(fields: ErrorFields & {
        readonly id: string;
    });
    get name(): string;
}
/** 409 of an operation that takes a body: an `external_id` that is already taken, for one. */
export declare class ConflictError extends IdentitiesError {
    readonly _tag: "ConflictError";
    constructor(fields?: ErrorFields);
    get name(): string;
}
/** 400 or 422: the server does not take the request as it is. */
export declare class RequestRejectedError extends IdentitiesError {
    readonly _tag: "RequestRejectedError";
    constructor(fields?: ErrorFields);
    get name(): string;
}
/** 429: too many requests. */
export declare class RateLimitError extends IdentitiesError {
    readonly _tag: "RateLimitError";
    /** How long the server asks to wait, in ms; undefined where it does not say. */
    readonly retryAfterMs: number | undefined;
    constructor(fields?: ErrorFields & {
        readonly retryAfterMs?: number | undefined;
    });
    get name(): string;
}
/** 5xx: the server failed. */
export declare class ServerError extends IdentitiesError {
    readonly _tag: "ServerError";
    /** How long the server asks to wait, in ms; undefined where it does not say. */
    readonly retryAfterMs: number | undefined;
    constructor(fields?: ErrorFields & {
        readonly retryAfterMs?: number | undefined;
    });
    get name(): string;
}
/** Any other status, redirects too: they are not followed, since a body must not travel elsewhere. */
export declare class UnexpectedStatusError extends IdentitiesError {
    readonly _tag: "UnexpectedStatusError";
    constructor(fields?: ErrorFields);
    get name(): string;
}
/** No answer, or one that was cut: `cause` is what the transport threw. */
export declare class ConnectionError extends IdentitiesError {
    readonly _tag: "ConnectionError";
    constructor(fields?: ErrorFields);
    get name(): string;
}
/** No whole answer in time. */
export declare class RequestTimeoutError extends IdentitiesError {
    readonly _tag: "RequestTimeoutError";
    /** The limit that ran out, in ms. */
    readonly timeoutMs: number;
    /** Whether one attempt's limit ran out, or that of the whole call. */
    readonly scope: "attempt" | "total";
    constructor(fields: ErrorFields & {
        readonly timeoutMs: number;
        readonly scope: "attempt" | "total";
    });
    get name(): string;
}
/** A whole success that is not what was promised, or a page whose cursor does not advance. */
export declare class DecodeError extends IdentitiesError {
    readonly _tag: "DecodeError";
    /** The beginning of the body, at most 200 characters. */
    readonly snippet: string;
    constructor(fields: ErrorFields & {
        readonly snippet: string;
    });
    get name(): string;
}
/** What every operation can fail with. */
export type CommonError = InvalidInputError | UnauthorizedError | ForbiddenError | RequestRejectedError | RateLimitError | ServerError | UnexpectedStatusError | ConnectionError | RequestTimeoutError | DecodeError;
/** Every error there is. */
export type AnyIdentitiesError = CommonError | ConflictError | IdentityNotFoundError;
/** The tags of the twelve classes. */
export type IdentitiesErrorTag = AnyIdentitiesError["_tag"];
/**
 * Whether this is one of the twelve errors, of whichever copy of the package; with a tag, whether it is that one.
 *
 * @example
 * if (isIdentitiesError(error, "RateLimitError")) console.log(error.retryAfterMs);
 */
export declare function isIdentitiesError(error: unknown): error is AnyIdentitiesError;
export declare function isIdentitiesError<Tag extends IdentitiesErrorTag>(error: unknown, tag: Tag): error is Extract<AnyIdentitiesError, {
    readonly _tag: Tag;
}>;
