/**
 * Remembers what arrived, as plain data for a test's assertions.
 * Nothing is hidden, the key in `authorization` neither: this is a tool for tests, never for real traffic.
 */
import type { FaultRule } from "../faults/rule.ts";
import { type PlainRequest, partsOf } from "./request.ts";

/** A request that reached the server, in the order of arrival. */
export interface RecordedRequest extends PlainRequest {
	/** The operation's name; undefined where no operation has this path and method. */
	readonly operation: string | undefined;
	/** The path as it was sent, percent-encoded: `/v2/identities/a%2Fb`. */
	readonly path: string;
	/** The query, decoded. A name that was sent more than once has all its values. */
	readonly query: Readonly<Record<string, string | readonly string[]>>;
	/** When it arrived: ms since the epoch, by the server's clock. */
	readonly at: number;
	/** The rule of `fail` that this request met. */
	readonly fault: FaultRule | undefined;
}

export interface RequestLog {
	/** Live: the same array throughout, oldest first. */
	readonly requests: RecordedRequest[];
	record(request: PlainRequest, met: Pick<RecordedRequest, "operation" | "at" | "fault">): void;
}

/** Keeps the newest `keep` requests. */
export function requestLog(keep: number): RequestLog {
	const requests: RecordedRequest[] = [];
	return {
		requests,
		record: (request, met) => {
			const { path, query } = partsOf(request.url);
			requests.push({ ...request, ...met, path, query: plainQuery(query) });
			if (requests.length > keep) requests.shift();
		},
	};
}

const plainQuery = (query: URLSearchParams): RecordedRequest["query"] =>
	Object.fromEntries(
		[...new Set(query.keys())].map((name) => {
			const [first = "", ...more] = query.getAll(name);
			return [name, more.length === 0 ? first : [first, ...more]];
		}),
	);
