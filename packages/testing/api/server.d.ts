/**
 * Puts the API in memory together: identities, faults, log and the doors to them.
 * Nothing here does IO or belongs to one runtime; `@orq/identities-testing/node` puts it on a port.
 */
import { type Identity, type IdentityMetrics } from "@orq/identities-core";
import { type Exchange } from "./exchange/exchange.js";
import { type RecordedRequest } from "./exchange/log.js";
import type { FaultRule } from "./faults/rule.js";
import type { OperationTable } from "./operations/table.js";
import { type ServerOptions } from "./options.js";
/** The API in memory. Every function is bound: `const { fetch, fail } = server` works. */
export interface IdentitiesServer {
    /**
     * A `fetch` that reaches this server, whatever the URL's host is: give it to a client as its `fetch`.
     * Like the real one it honours an AbortSignal, follows redirects unless told otherwise, and rejects
     * with a TypeError when the connection is lost.
     */
    readonly fetch: typeof fetch;
    /** A Fetch handler, for a service worker or a server that takes one. Rejects where a connection is dropped. */
    readonly handle: (request: Request) => Promise<Response>;
    /** What both doors stand on: a request and its answer as plain data. For a door of your own. */
    readonly exchange: Exchange;
    /**
     * Lets requests go wrong from now on. The function returned takes the rule away.
     * @throws TypeError for a rule that can't be followed.
     * @example
     * server.fail({ operation: "retrieve", times: 1, status: 503, headers: { "retry-after": "1" } });
     * server.fail({ operation: "create", nth: 2, fault: "reset", afterWrite: true });
     */
    readonly fail: (rule: FaultRule) => () => void;
    /**
     * Sets an identity's usage, as `include_metrics` shows it. What is left out keeps its value, at first 0;
     * null: the API has none to show.
     * @throws TypeError where no identity has this `_id` or `external_id`.
     */
    readonly setMetrics: (id: string, metrics: Partial<IdentityMetrics> | null) => void;
    /** Every request that arrived, oldest first, nothing hidden, the key neither. The array is live. */
    readonly requests: readonly RecordedRequest[];
    /** Every identity as it is now, newest first, with its metrics where it has any. A copy. */
    readonly identities: readonly Identity[];
    /** Back to the start: its identities, no rules, no requests. What is still on its way does nothing any more. */
    readonly reset: () => void;
}
/**
 * Starts an API in memory. It holds no resource, so there is nothing to stop.
 *
 * @throws TypeError for options that make no sense, and where two identities share an `external_id`.
 * @example
 * const server = createIdentitiesServer({ identities: [{ external_id: "jo", tags: ["premium"] }] });
 * const client = new IdentitiesClient({ apiKey: "test", fetch: server.fetch });
 */
export declare const createIdentitiesServer: (options?: ServerOptions) => IdentitiesServer;
/** A server of the API that `table` describes. */
export declare function serverOf(options: ServerOptions, table: OperationTable): IdentitiesServer;
