/**
 * What a method returns: a real promise of the data that was sent for at once, with two more ways to look at it.
 */
import { type AnswerHeaders, isIdentitiesError, type Result } from "@orq/identities-core";
import { plainHeaders, requestIdOf } from "@orq/identities-core/internal";

/** The data with what stands around it. */
export interface ApiResponse<Data> {
	readonly data: Data;
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Name it when you ask orq.ai for help. */
	readonly requestId: string | undefined;
	/** How many requests were sent. */
	readonly attempts: number;
}

/**
 * A promise of the data. Failures reject with one of core's errors; cancelling rejects with the signal's reason.
 *
 * @example
 * const { data, requestId } = await client.retrieve("user_1").withResponse();
 * const found = await client.retrieve("user_1").result();
 * if (!found.ok && found.error._tag === "IdentityNotFoundError") console.log("new here");
 */
export interface ApiCall<Data, Failure> extends Promise<Data> {
	/** The data with status, headers, request id and the number of attempts. */
	withResponse(): Promise<ApiResponse<Data>>;
	/** The data or a typed error, as a value; only cancelling still rejects. */
	result(): Promise<Result<Data, Failure>>;
}

/** An answer as the engine gives it, or as a call put together from several has it. */
interface Answered {
	data: unknown;
	readonly status: number;
	readonly headers: AnswerHeaders;
	readonly attempts: number;
}

const answered = Symbol();

/** The data's promise, which holds the answer's for its methods. */
interface Held<Data> extends Promise<Data> {
	[answered]: Promise<Answered>;
}

/**
 * Makes the three views of one answer; `of` makes something else of its data, once and for all of them. Looking through
 * one marks the others as handled: an unhandled rejection would end a Node process, though its error has been seen.
 *
 * The methods are shared functions: with closures of their own V8 frees answers only at its next full collection,
 * which doubles the peak memory of a walk over many pages.
 */
export function apiCall<Data, Failure, Read = unknown>(
	answer: Promise<Answered>,
	of?: (data: Read) => Data,
): ApiCall<Data, Failure> {
	// The row, its reader and the types are made from the same model.
	const read = of && ((it: Answered) => (it.data = of(it.data as Read)));
	const data = answer.then(read ?? dataOf) as ApiCall<Data, Failure> & Held<Data>;
	data[answered] = answer;
	data.withResponse = withResponse;
	data.result = result;
	return data;
}

const dataOf = ({ data }: Answered): unknown => data;

function withResponse<Data>(this: Held<Data>): Promise<ApiResponse<Data>> {
	return this.then(() => this[answered]).then(responseOf<Data>);
}

function result<Data, Failure>(this: Promise<Data>): Promise<Result<Data, Failure>> {
	return resultOf(this);
}

function responseOf<Data>({ data, status, headers, attempts }: Answered): ApiResponse<Data> {
	const plain = plainHeaders(headers);
	return { data: data as Data, status, headers: plain, requestId: requestIdOf(plain), attempts };
}

/** The promise's value or typed error, as data; whatever is not ours still rejects. */
export const resultOf = <Data, Failure>(promise: PromiseLike<Data>): Promise<Result<Data, Failure>> =>
	Promise.resolve(promise).then(
		(data): Result<Data, Failure> => ({ ok: true, data }),
		(error: unknown): Result<Data, Failure> => {
			if (isIdentitiesError(error)) return { ok: false, error: error as Failure };
			throw error;
		},
	);
