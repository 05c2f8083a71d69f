/**
 * The way of one request: it is recorded, meets its fault or none, and is answered.
 * Without a fault: key, path, method, query and body are checked in this order, then the operation is done, all
 * in one go, so that requests at the same time never see half of a change.
 */
import type { Operation } from "@orq/identities-core";
import { matchPath } from "@orq/identities-core/internal";
import type { FaultRules } from "../faults/rules.ts";
import { spoiled } from "../faults/spoiled.ts";
import { readBody } from "../operations/body.ts";
import { handlers, type Workspace } from "../operations/handlers.ts";
import { readQuery } from "../operations/query.ts";
import type { OperationTable } from "../operations/table.ts";
import { type Answer, refusal } from "./answer.ts";
import { refusalOfKey } from "./key.ts";
import type { RequestLog } from "./log.ts";
import { type PlainRequest, partsOf } from "./request.ts";

/**
 * Answers one request, which is in the server's `requests` as soon as the call returns.
 * @throws the signal's reason, when the client goes away before the answer.
 */
export type Exchange = (request: PlainRequest, signal?: AbortSignal) => Promise<Answer>;

export interface ExchangeParts {
	readonly table: OperationTable;
	readonly workspace: Workspace;
	readonly apiKey: string | undefined;
	readonly now: () => number;
	readonly log: RequestLog;
	readonly rules: FaultRules;
	/** How often the server went back to its start: what was asked before does nothing after. */
	readonly resets: () => number;
}

export function exchangeOf({ table, workspace, apiKey, now, log, rules, resets }: ExchangeParts): Exchange {
	const rows = Object.values(table);
	let count = 0;
	return async (request, signal) => {
		signal?.throwIfAborted();
		const { path, query } = partsOf(request.url);
		const route = matchPath(path, rows);
		const operation = route?.operations.find(({ method }) => method === request.method);
		const fault = rules.next(operation?.name);
		log.record(request, { operation: operation?.name, at: now(), fault });
		const requestId = `req_${++count}`;
		const begun = resets();

		const work = (): Answer => {
			// A status that no client tries again.
			if (begun !== resets()) return refusal(410, "The server was reset before this was done.");
			const stranger = refusalOfKey(request.headers["authorization"], apiKey);
			if (stranger) return stranger;
			if (route === undefined) return refusal(404, `Nothing is at ${path}.`);
			if (operation === undefined) return wrongMethod(request.method, route.operations);
			return answered(operation, route.params, { request, query }, workspace);
		};
		const answer = fault
			? await spoiled(fault, { work, success: operation?.success ?? 200 }, signal)
			: work();
		return { ...answer, headers: { "x-request-id": requestId, ...answer.headers } };
	};
}

function answered(
	operation: Operation,
	params: Readonly<Record<string, string>>,
	{ request, query }: { readonly request: PlainRequest; readonly query: URLSearchParams },
	workspace: Workspace,
): Answer {
	const handler = handlers[operation.name];
	if (handler === undefined) {
		return refusal(501, `The API in memory can't do \`${operation.name}\`; it does ${known}.`);
	}
	const read = readQuery(operation, query);
	if (!read.ok) return refusal(400, read.error);
	const body = readBody(operation, request);
	if (!body.ok) return body.refused;
	const id = operation.id === undefined ? "" : (params[operation.id] ?? "");
	return handler({ operation, id, query: read.data, body: body.data }, workspace);
}

const known = Object.keys(handlers).join(", ");

function wrongMethod(method: string, operations: readonly Operation[]): Answer {
	const allow = operations.map((operation) => operation.method).join(", ");
	return refusal(405, `This path does not take ${method}; it takes ${allow}.`, { allow });
}
