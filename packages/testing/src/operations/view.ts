/**
 * Decides which fields of a stored identity an answer shows.
 * What a parameter `include_…` of the table asks for (`include_metrics`: `metrics`) is left out unless asked.
 */
import { type Fields, isFields } from "@orq/identities-core/internal";
import type { StoredIdentity } from "../state/store.ts";
import type { OperationTable } from "./table.ts";

const asks = /^include_(.+)$/;

/** The usage of an identity that has none. */
export const noUsage = { total_cost: 0, total_tokens: 0, total_requests: 0, error_rate: 0 };

/** Zeros for what nobody said; null where the API has none to show. */
const usageOf = ({ metrics }: StoredIdentity): Fields | null =>
	metrics === null ? null : { ...noUsage, ...(isFields(metrics) && metrics) };

/** Shows an identity as the answer to a query. */
export type View = (identity: StoredIdentity, query: Fields) => Fields;

export function viewOf(table: OperationTable): View {
	const onDemand = new Set(["metrics"]);
	for (const { query } of Object.values(table)) {
		for (const { name } of query) {
			const field = asks.exec(name)?.[1];
			if (field !== undefined) onDemand.add(field);
		}
	}
	return (identity, query) => {
		const shown: Fields = {};
		for (const [name, value] of Object.entries(identity)) if (!onDemand.has(name)) shown[name] = value;
		for (const [name, asked] of Object.entries(query)) {
			const field = asks.exec(name)?.[1];
			if (field === undefined || asked !== true) continue;
			if (field === "metrics") shown[field] = usageOf(identity);
			else if (field in identity) shown[field] = identity[field];
		}
		return shown;
	};
}
