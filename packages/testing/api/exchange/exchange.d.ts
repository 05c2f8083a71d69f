import type { FaultRules } from "../faults/rules.js";
import { type Workspace } from "../operations/handlers.js";
import type { OperationTable } from "../operations/table.js";
import { type Answer } from "./answer.js";
import type { RequestLog } from "./log.js";
import { type PlainRequest } from "./request.js";
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
export declare function exchangeOf({ table, workspace, apiKey, now, log, rules, resets }: ExchangeParts): Exchange;
