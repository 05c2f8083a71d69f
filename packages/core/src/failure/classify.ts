/**
 * Makes the error of a failed attempt. The status decides the class, whatever the body looks like:
 * proxies and gateways answer with bodies that no document promises.
 */

import { retryAfterMs } from "../retry/retry-after.ts";
import type { Operation } from "../wire/operation.ts";
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
import { inOneLine, saidBy, statusMessage, withoutValues } from "./message.ts";
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
	/** Values that must not show in a message: the id, the key, the query's values. */
	readonly hide?: readonly string[] | undefined;
}

const bodyLimit = 65_536;

/** The headers as a plain object with names in lower case. */
export function plainHeaders(headers: AnswerHeaders): Record<string, string> {
	const pairs: Iterable<readonly [string, unknown]> =
		Symbol.iterator in headers ? headers : Object.entries(headers);
	// From entries, since a server may name a header `__proto__`; as text, since some stacks have numbers.
	return Object.fromEntries(
		Array.from(pairs).flatMap(([name, value]) =>
			value === undefined || value === null ? [] : [[name.toLowerCase(), textOf(value)]],
		),
	);
}

/** Several values of one header as one (RFC 9110 §5.3). */
const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));

export const requestIdOf = (headers: Readonly<Record<string, string>>): string | undefined =>
	headers["x-request-id"] ?? headers["request-id"];

/** JSON where it is JSON, else the text; undefined for nothing. */
export function parsed(text: string): unknown {
	if (text === "") return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

const callFields = (operation: Operation, context: CallContext) => ({
	operation: operation.name,
	method: operation.method,
	path: operation.path,
	attempts: context.attempts ?? 1,
});

const hiddenBy = ({ id, hide = [] }: CallContext): readonly string[] =>
	id === undefined ? hide : [...hide, id];

function answerFields(operation: Operation, answer: WireAnswer, context: CallContext) {
	const headers = plainHeaders(answer.headers);
	const requestId = requestIdOf(headers);
	return {
		...callFields(operation, context),
		status: answer.status,
		...(requestId !== undefined && { requestId }),
		headers,
	};
}

/** The error of an answer that is not a success. `now` is in ms since the epoch, for a `Retry-After` date. */
export function errorOfStatus(
	operation: Operation,
	answer: WireAnswer,
	context: CallContext = {},
	now = Date.now(),
): AnyIdentitiesError {
	const { status } = answer;
	const common = answerFields(operation, answer, context);
	const wait = status === 429 || status >= 500 ? retryAfterMs(common.headers, now) : undefined;
	const whole = parsed(answer.text);
	const body = answer.text.length > bodyLimit ? answer.text.slice(0, bodyLimit) : whole;
	const fields = {
		...common,
		...(body !== undefined && { body }),
		message: statusMessage(operation.name, status, saidBy(whole, hiddenBy(context)), wait),
	};
	const waiting = wait === undefined ? fields : { ...fields, retryAfterMs: wait };
	if (status === 401) return new UnauthorizedError(fields);
	if (status === 403) return new ForbiddenError(fields);
	if (status === 404 && operation.id) return new IdentityNotFoundError({ ...fields, id: context.id ?? "" });
	if (status === 409 && operation.body) return new ConflictError(fields);
	if (status === 400 || status === 422) return new RequestRejectedError(fields);
	if (status === 429) return new RateLimitError(waiting);
	if (status >= 500 && status < 600) return new ServerError(waiting);
	return new UnexpectedStatusError(fields);
}

/** The error of a success that is not what was promised. `problem` says where: `data[3]._id: not a string`. */
export function errorOfDecoding(
	operation: Operation,
	answer: WireAnswer,
	problem: string,
	context: CallContext = {},
): DecodeError {
	return new DecodeError({
		...answerFields(operation, answer, context),
		body: parsed(answer.text),
		snippet: answer.text.slice(0, 200),
		message: `${operation.name}: ${answer.status} with an unexpected answer (${problem})`,
	});
}

/** The error of an attempt that gave no whole answer: `thrown` is what the transport threw. */
export function errorOfConnection(
	operation: Operation,
	thrown: unknown,
	context: CallContext = {},
): ConnectionError {
	const { code, text } = connectionReason(thrown);
	const told = inOneLine(withoutValues(text, hiddenBy(context)));
	const reason = code === undefined || told.includes(code) ? told : `${code}: ${told}`;
	return new ConnectionError({
		...callFields(operation, context),
		outcome: outcomeOfConnection(code),
		message: `${operation.name}: no answer (${reason})`,
		cause: thrown,
	});
}

/** The error of an attempt, or a whole call, that ran out of time. */
export function errorOfTimeout(
	operation: Operation,
	scope: "attempt" | "total",
	timeoutMs: number,
	context: CallContext = {},
): RequestTimeoutError {
	const limit = scope === "attempt" ? "timeoutMs, for one attempt" : "totalTimeoutMs, for the whole call";
	return new RequestTimeoutError({
		...callFields(operation, context),
		scope,
		timeoutMs,
		message: `${operation.name}: no whole answer within ${timeoutMs} ms (${limit})`,
	});
}
