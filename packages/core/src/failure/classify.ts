/**
 * Makes the error of a failed attempt. The status decides the class, whatever the body looks like:
 * proxies and gateways answer with bodies that no document promises.
 */
import { retryAfterMs } from "../retry/retry-after.ts";
import { about, type Row } from "../wire/operation.ts";
import {
	type AnyIdentitiesError,
	ConflictError,
	ConnectionError,
	DecodeError,
	ForbiddenError,
	IdentityNotFoundError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
} from "./classes.ts";
import { inOneLine, saidBy, without } from "./message.ts";
import { connectionReason, outcomeOfConnection } from "./outcome.ts";

/** Headers as any HTTP stack has them: a plain object (Node's has lists, too), or pairs (a `Headers` or a `Map`). */
export type AnswerHeaders =
	| Readonly<Record<string, string | readonly string[] | undefined>>
	| Iterable<readonly [string, string]>;

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

const bodyLimit = 65_536;

/** The headers as a plain object with names in lower case; several values in a list are one text (RFC 9110 §5.3). */
export function plainHeaders(
	headers: AnswerHeaders = {}, // Stand-ins for `fetch` may answer without any.
	clean: (text: string) => string = String,
): Record<string, string> {
	const plain: [name: string, value: string][] = [];
	for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers))
		if (value !== undefined && value !== null) plain.push([name.toLowerCase(), clean(`${value}`)]);
	// From entries, since a server may name a header `__proto__`.
	return Object.fromEntries(plain);
}

export const requestIdOf = (headers: Readonly<Record<string, string>>): string | undefined =>
	headers["x-request-id"] ?? headers["request-id"];

/**
 * JSON where it is JSON, else the text; undefined for nothing. `clean` is given each text in the JSON: only there
 * are escapes (`\/`) gone.
 */
export function parsed(text: string, clean?: (text: string) => string): unknown {
	try {
		return JSON.parse(
			text,
			clean && ((_key, value: unknown) => (typeof value === "string" ? clean(value) : value)),
		);
	} catch {
		return text || undefined;
	}
}

/** The class and the message of a failed call, with what is known of it. */
function made<Made>(
	Class: new (fields: never) => Made,
	operation: Row,
	{ attempts = 1 }: CallContext,
	words: readonly unknown[],
	fields: object,
): Made {
	const told = { ...about(operation), attempts, ...fields };
	const message = `${operation.name}: ${words.filter(Boolean).join(" ")}`;
	return new Class({ ...told, message } as never);
}

const hiddenBy = ({ id = "", secret = "", hide = [] }: CallContext): string[] => [id, secret, ...hide];

/**
 * The error of an answer: of one that is not a success, or, where there is a `problem`, of one that is not what was
 * promised (`data[3]._id: not a string`). `now` is in ms since the epoch, for a `Retry-After` date.
 */
export function errorOfAnswer(
	operation: Row,
	{ status, headers: given, text: whole }: WireAnswer,
	context: CallContext = {},
	problem?: string,
	now = Date.now(),
): AnyIdentitiesError {
	// Servers like to echo the key, which has no exception: short ones go, too.
	const clean = without([context.secret ?? ""], 1);
	const headers = plainHeaders(given, clean);
	const text = clean(whole);
	const body = parsed(text, clean);
	const isCut = !problem && text.length > bodyLimit;
	const wait = status === 429 || status >= 500 ? retryAfterMs(headers, now) : undefined;
	const { id = "" } = context;
	const words = problem ? `unexpected answer (${problem})` : saidBy(body, hiddenBy(context));
	return made<AnyIdentitiesError>(
		problem ? DecodeError : classOf(status, operation),
		operation,
		context,
		[status, words ?? (status < 400 && "redirect"), wait && `(retry after ${wait / 1000} s)`],
		{
			status,
			requestId: requestIdOf(headers),
			headers,
			body: isCut ? text.slice(0, bodyLimit) : body,
			snippet: problem && text.slice(0, 200),
			retryAfterMs: wait,
			id: status === 404 && operation.id ? id : undefined,
		},
	);
}

const classOf = (status: number, { id, body }: Row) =>
	({
		400: RequestRejectedError,
		401: UnauthorizedError,
		403: ForbiddenError,
		404: id && IdentityNotFoundError,
		409: body && ConflictError,
		422: RequestRejectedError,
		429: RateLimitError,
	})[status] || (status >= 500 && status < 600 ? ServerError : UnexpectedStatusError);

/** The error of an attempt that gave no whole answer: `thrown` is what the transport threw. */
export function errorOfConnection(
	operation: Row,
	thrown: unknown,
	context: CallContext = {},
): ConnectionError {
	const { code, text } = connectionReason(thrown);
	const told = inOneLine(without(hiddenBy(context))(text));
	return made(ConnectionError, operation, context, ["no answer:", code, told], {
		cause: thrown,
		outcome: outcomeOfConnection(code),
	});
}

/** The error of an attempt, or a whole call, that ran out of time. */
export const errorOfTimeout = (
	operation: Row,
	scope: "attempt" | "total",
	timeoutMs: number,
	context: CallContext = {},
): RequestTimeoutError =>
	made(RequestTimeoutError, operation, context, [`no answer within ${timeoutMs} ms (${scope})`], {
		scope,
		timeoutMs,
	});
