/**
 * Decides which fields of a stored identity an answer shows.
 * What a parameter `include_…` of the table asks for (`include_metrics`: `metrics`) is left out unless asked.
 */
import { type Fields } from "@orq/identities-core/internal";
import type { StoredIdentity } from "../state/store.js";
import type { OperationTable } from "./table.js";
/** The usage of an identity that has none. */
export declare const noUsage: {
    total_cost: number;
    total_tokens: number;
    total_requests: number;
    error_rate: number;
};
/** Shows an identity as the answer to a query. */
export type View = (identity: StoredIdentity, query: Fields) => Fields;
export declare function viewOf(table: OperationTable): View;
