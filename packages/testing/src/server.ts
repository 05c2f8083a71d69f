/**
 * Puts the API in memory together: identities, faults, log and the doors to them.
 * Nothing here does IO or belongs to one runtime; `@orq/identities-testing/node` puts it on a port.
 */
import { type Identity, type IdentityMetrics, operations } from "@orq/identities-core";
import { fetchOf, handleOf } from "./doors/web.ts";
import { type Exchange, exchangeOf } from "./exchange/exchange.ts";
import { type RecordedRequest, requestLog } from "./exchange/log.ts";
import { checkRule } from "./faults/check.ts";
import type { FaultRule } from "./faults/rule.ts";
import { faultRules } from "./faults/rules.ts";
import type { OperationTable } from "./operations/table.ts";
import { noUsage, viewOf } from "./operations/view.ts";
import { checkServerOptions, type ServerOptions } from "./options.ts";
import { population } from "./state/population.ts";

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
export const createIdentitiesServer = (options: ServerOptions = {}): IdentitiesServer =>
	serverOf(options, operations);

/** A server of the API that `table` describes. */
export function serverOf(options: ServerOptions, table: OperationTable): IdentitiesServer {
	checkServerOptions(options);
	const { apiKey, identities = [], shape, conflictStatus = 409, seed = 1 } = options;
	const { now = () => Date.now(), keepRequests = Number.POSITIVE_INFINITY } = options;
	const people = population(identities, { seed, now });
	const log = requestLog(keepRequests);
	const rules = faultRules(seed);
	const workspace = { population: people, view: viewOf(table), shape, conflictStatus };
	let resets = 0;
	const exchange = exchangeOf({ table, workspace, apiKey, now, log, rules, resets: () => resets });
	return {
		fetch: fetchOf(exchange),
		handle: handleOf(exchange),
		exchange,
		fail: (rule) => {
			checkRule(rule, Object.keys(table));
			return rules.add({ ...rule });
		},
		setMetrics: (id, metrics) => {
			const identity = people.store.find(id);
			if (!identity) throw new TypeError(`setMetrics: no identity has the id ${JSON.stringify(id)}.`);
			const before = identity["metrics"] as IdentityMetrics | null | undefined; // a seed's type says so
			people.store.put({ ...identity, metrics: metrics && { ...noUsage, ...before, ...metrics } });
		},
		requests: log.requests,
		get identities() {
			// Initial identities have this type, and every later field has passed the checks of a body.
			return structuredClone(people.store.all()) as unknown as readonly Identity[];
		},
		reset: () => {
			resets++;
			people.reset();
			rules.reset();
			log.requests.length = 0;
		},
	};
}
