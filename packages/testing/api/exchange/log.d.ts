/**
 * Remembers what arrived, as plain data for a test's assertions.
 * Nothing is hidden, the key in `authorization` neither: this is a tool for tests, never for real traffic.
 */
import type { FaultRule } from "../faults/rule.js";
import { type PlainRequest } from "./request.js";
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
export declare function requestLog(keep: number): RequestLog;
