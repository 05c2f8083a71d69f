/**
 * Leaves of an answer what a rule selected. It has been read before, so an identity stands bare here, whatever its
 * envelope was. `_id` stays in any case: clients know an identity, and where the next page starts, by it.
 */
import type { Operation } from "@orq/identities-core";
import { type Fields, isFields } from "@orq/identities-core/internal";

export type Selection = readonly string[] | "all";

export function selected(data: unknown, { answer }: Operation, select: Selection): unknown {
	if (select === "all" || !isFields(data)) return data;
	if (answer !== "page") return picked(data, select);
	const { object, data: items, has_more } = data;
	return { object, data: Array.isArray(items) ? items.map((item) => picked(item, select)) : [], has_more };
}

const picked = (identity: unknown, names: readonly string[]): Fields =>
	isFields(identity)
		? Object.fromEntries(
				["_id", ...names]
					.filter((name) => Object.hasOwn(identity, name))
					.map((name) => [name, identity[name]]),
			)
		: {};
