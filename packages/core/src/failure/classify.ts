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
import { inOneLine, saidBy, withoutValues } from "./message.ts";
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

/** The headers as a plain object with names in lower case; several values of one are one text (RFC 9110 §5.3). */
export const plainHeaders = (
	headers: AnswerHeaders,
	clean: (text: string) => string = String,
): Record<string, string> =>
	// From entries, since a server may name a header `__proto__`; as text, since some stacks have numbers.
	Object.fromEntries(
		[...(Symbol.iterator in headers ? headers : Object.entries(headers))].map(([name, value]) => [
			name.toLowerCase(),
			clean(`${value}`),
		]),
	);

export const requestIdOf = (headers: Readonly<Record<string, string>>): string | undefined =>
	headers["x-request-id"] ?? headers["request-id"];

const callFields = (operation: Row, { attempts = 1 }: CallContext) => ({ ...about(operation), attempts });

const hiddenBy = ({ id = "", secret = "", hide = [] }: CallContext): string[] => [id, secret, ...hide];

/** What an answer says, without the key: servers like to echo it. */
function heard(operation: Row, { status, headers: given, text: whole }: WireAnswer, context: CallContext) {
	const { secret = "" } = context;
	// A key of a few characters is a test's; in its place ordinary words would be blotted out.
	const clean = (text: string) => (secret.length < 8 ? text : withoutValues(text, [secret]));
	const headers = plainHeaders(given, clean);
	const text = clean(whole);
	const fields = { ...callFields(operation, context), status, requestId: requestIdOf(headers), headers };
	return { text, fields: { ...fields, body: parsed(text, clean) } };
}

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

const inWords = (...words: unknown[]): string => words.filter(Boolean).join(" ");

/** The error of an answer that is not a success. `now` is in ms since the epoch, for a `Retry-After` date. */
export function errorOfStatus(
	operation: Row,
	answer: WireAnswer,
	context: CallContext = {},
	now = Date.now(),
): AnyIdentitiesError {
	const { status } = answer;
	const { text, fields } = heard(operation, answer, context);
	const wait = status === 429 || status >= 500 ? retryAfterMs(fields.headers, now) : undefined;
	const said = saidBy(fields.body, hiddenBy(context)) ?? (status < 400 && "redirect");
	const after = wait !== undefined && `(retry after ${wait / 1000} s)`;
	const Class =
		{
			400: RequestRejectedError,
			401: UnauthorizedError,
			403: ForbiddenError,
			404: operation.id && IdentityNotFoundError,
			409: operation.body && ConflictError,
			422: RequestRejectedError,
			429: RateLimitError,
		}[status] || (status >= 500 && status < 600 ? ServerError : UnexpectedStatusError);
	return new Class({
		...fields,
		...(text[bodyLimit] && { body: text.slice(0, bodyLimit) }),
		// Only the class of a 404 has it.
		id: (status === 404 && operation.id ? (context.id ?? "") : undefined) as string,
		retryAfterMs: wait,
		message: inWords(`${operation.name}:`, status, said, after),
	});
}

/** The error of a success that is not what was promised. `problem` says where: `data[3]._id: not a string`. */
export function errorOfDecoding(
	operation: Row,
	answer: WireAnswer,
	problem: string,
	context: CallContext = {},
): DecodeError {
	const { text, fields } = heard(operation, answer, context);
	return new DecodeError({
		...fields,
		snippet: text.slice(0, 200),
		message: `${operation.name}: unexpected answer (${problem})`,
	});
}

/** The error of an attempt that gave no whole answer: `thrown` is what the transport threw. */
export function errorOfConnection(
	operation: Row,
	thrown: unknown,
	context: CallContext = {},
): ConnectionError {
	const { code, text } = connectionReason(thrown);
	const told = inOneLine(withoutValues(text, hiddenBy(context)));
	return new ConnectionError({
		...callFields(operation, context),
		cause: thrown,
		outcome: outcomeOfConnection(code),
		message: `${operation.name}: no answer (${inWords(code, told)})`,
	});
}

/** The error of an attempt, or a whole call, that ran out of time. */
export function errorOfTimeout(
	operation: Row,
	scope: "attempt" | "total",
	timeoutMs: number,
	context: CallContext = {},
): RequestTimeoutError {
	return new RequestTimeoutError({
		...callFields(operation, context),
		scope,
		timeoutMs,
		message: `${operation.name}: no answer within ${timeoutMs} ms (${scope})`,
	});
}
