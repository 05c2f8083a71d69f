/**
 * The twelve error classes that every client fails with.
 *
 * `_tag` is an own, enumerable text, so that `switch`, Effect's `catchTag` and JSON see it and minifiers can't
 * change it; `name` is on the prototype. A brand in the global symbol registry lets `isIdentitiesError` know
 * errors of another copy of this package, where `instanceof` says no.
 */
import {
	type CommonFields,
	type Cursor,
	type InputIssue,
	isTransient,
	type Outcome,
	outcomeOfStatus,
} from "./taxonomy.ts";

const brand = Symbol.for("@orq/identities-core/error");

/** What every constructor takes besides the class's own fields. */
export interface ErrorFields extends CommonFields {
	readonly message?: string | undefined;
	readonly cause?: unknown;
}

/** The base of all errors. Catch a class below it, or use {@link isIdentitiesError}. */
export abstract class IdentitiesError extends Error {
	declare abstract readonly _tag: string;
	/** The method that was called: `retrieve`. */
	declare readonly operation: string | undefined;
	/** The HTTP method. */
	declare readonly method: string | undefined;
	/** The path template, never the path itself: `/v2/identities/{id}`. */
	declare readonly path: string | undefined;
	/** The answer's HTTP status; 0 where a browser hides a redirect's. */
	declare readonly status: number | undefined;
	/** From `x-request-id`, else `request-id`: name it when you ask orq.ai for help. */
	declare readonly requestId: string | undefined;
	/** The answer's headers, names in lower case. */
	declare readonly headers: Readonly<Record<string, string>> | undefined;
	/** The answer's body: parsed JSON, else text; at most 65,536 characters, except on a `DecodeError`. */
	declare readonly body: unknown;
	/** How many requests were sent for this call. */
	declare readonly attempts: number | undefined;
	/** Whether the same call may succeed later. Says nothing of whether repeating it is safe: see `outcome`. */
	declare readonly isRetryable: boolean;
	/** Whether a write may have happened: `not-sent`, `rejected` or `unknown`. */
	declare readonly outcome: Outcome;
	/** While iterating: how far it came; give it to `list` to go on. */
	declare readonly cursor: Cursor | undefined;

	constructor(fields: ErrorFields = {}, usual?: ErrorFields) {
		// While a class is constructed its name is only on the prototype, and the stack's first line needs it.
		const tag: string = new.target.prototype.name;
		super(fields.message ?? tag, fields);
		// `_tag` stays behind, too: the fields may be another error's.
		const { message, cause, _tag, ...own } = fields as Given;
		for (const key in own) if (own[key] === undefined) delete own[key];
		const all = { ...usual, ...own };
		Object.assign(
			this,
			{ _tag: tag, isRetryable: isTransient(all.status), outcome: outcomeOfStatus(all.status) },
			all,
		);
		// No getter of the class, which a bundler could not leave out of a program that only asks `isIdentitiesError`.
		Object.defineProperty(this, brand, { value: true });
	}
}

type Given = ErrorFields & { readonly _tag?: unknown; [field: string]: unknown };

/** Input that was refused before anything was sent: `issues` says where, what, and what to do. */
export class InvalidInputError extends IdentitiesError {
	declare readonly _tag: "InvalidInputError";
	declare readonly issues: readonly InputIssue[];
	constructor(fields: ErrorFields & { readonly issues: readonly InputIssue[] }) {
		super(fields, { outcome: "not-sent" });
	}
	override get name() {
		return "InvalidInputError";
	}
}

/** 401: the API key is missing, wrong or revoked. */
export class UnauthorizedError extends IdentitiesError {
	declare readonly _tag: "UnauthorizedError";
	constructor(fields?: ErrorFields) {
		super(fields, { status: 401 });
	}
	override get name() {
		return "UnauthorizedError";
	}
}

/** 403: the key may not do this. */
export class ForbiddenError extends IdentitiesError {
	declare readonly _tag: "ForbiddenError";
	constructor(fields?: ErrorFields) {
		super(fields, { status: 403 });
	}
	override get name() {
		return "ForbiddenError";
	}
}

/** 404 where the path holds an identity's id: no identity has this id or external id. */
export class IdentityNotFoundError extends IdentitiesError {
	declare readonly _tag: "IdentityNotFoundError";
	/** The id that was asked for. */
	declare readonly id: string;
	constructor(fields: ErrorFields & { readonly id: string }) {
		super(fields, { status: 404 });
	}
	override get name() {
		return "IdentityNotFoundError";
	}
}

/** 409 of an operation that takes a body: an `external_id` that is already taken, for one. */
export class ConflictError extends IdentitiesError {
	declare readonly _tag: "ConflictError";
	constructor(fields?: ErrorFields) {
		super(fields, { status: 409 });
	}
	override get name() {
		return "ConflictError";
	}
}

/** 400 or 422: the server does not take the request as it is. */
export class RequestRejectedError extends IdentitiesError {
	declare readonly _tag: "RequestRejectedError";
	constructor(fields?: ErrorFields) {
		super(fields, { status: 400 });
	}
	override get name() {
		return "RequestRejectedError";
	}
}

/** 429: too many requests. */
export class RateLimitError extends IdentitiesError {
	declare readonly _tag: "RateLimitError";
	/** How long the server asks to wait, in ms; undefined where it does not say. */
	declare readonly retryAfterMs: number | undefined;
	constructor(fields?: ErrorFields & { readonly retryAfterMs?: number | undefined }) {
		super(fields, { status: 429 });
	}
	override get name() {
		return "RateLimitError";
	}
}

/** 5xx: the server failed. */
export class ServerError extends IdentitiesError {
	declare readonly _tag: "ServerError";
	/** How long the server asks to wait, in ms; undefined where it does not say. */
	declare readonly retryAfterMs: number | undefined;
	constructor(fields?: ErrorFields & { readonly retryAfterMs?: number | undefined }) {
		super(fields, { status: 500 });
	}
	override get name() {
		return "ServerError";
	}
}

/** Any other status, redirects too: they are not followed, since a body must not travel elsewhere. */
export class UnexpectedStatusError extends IdentitiesError {
	declare readonly _tag: "UnexpectedStatusError";
	constructor(fields?: ErrorFields) {
		super(fields);
	}
	override get name() {
		return "UnexpectedStatusError";
	}
}

/** No answer, or one that was cut: `cause` is what the transport threw. */
export class ConnectionError extends IdentitiesError {
	declare readonly _tag: "ConnectionError";
	constructor(fields?: ErrorFields) {
		super(fields, { isRetryable: true });
	}
	override get name() {
		return "ConnectionError";
	}
}

/** No whole answer in time. */
export class RequestTimeoutError extends IdentitiesError {
	declare readonly _tag: "RequestTimeoutError";
	/** The limit that ran out, in ms. */
	declare readonly timeoutMs: number;
	/** Whether one attempt's limit ran out, or that of the whole call. */
	declare readonly scope: "attempt" | "total";
	constructor(fields: ErrorFields & { readonly timeoutMs: number; readonly scope: "attempt" | "total" }) {
		super(fields, { isRetryable: true });
	}
	override get name() {
		return "RequestTimeoutError";
	}
}

/** A whole success that is not what was promised, or a page whose cursor does not advance. */
export class DecodeError extends IdentitiesError {
	declare readonly _tag: "DecodeError";
	/** The beginning of the body, at most 200 characters. */
	declare readonly snippet: string;
	constructor(fields: ErrorFields & { readonly snippet: string }) {
		super(fields);
	}
	override get name() {
		return "DecodeError";
	}
}

/** What every operation can fail with. */
export type CommonError =
	| InvalidInputError
	| UnauthorizedError
	| ForbiddenError
	| RequestRejectedError
	| RateLimitError
	| ServerError
	| UnexpectedStatusError
	| ConnectionError
	| RequestTimeoutError
	| DecodeError;

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
export function isIdentitiesError(error: unknown): error is AnyIdentitiesError;
export function isIdentitiesError<Tag extends IdentitiesErrorTag>(
	error: unknown,
	tag: Tag,
): error is Extract<AnyIdentitiesError, { readonly _tag: Tag }>;
export function isIdentitiesError(error: unknown, tag?: string): boolean {
	return (
		typeof error === "object" &&
		error !== null &&
		brand in error &&
		(tag === undefined || (error as { readonly _tag?: unknown })._tag === tag)
	);
}
