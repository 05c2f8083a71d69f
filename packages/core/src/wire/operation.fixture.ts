/**
 * The rows of the API as this package's tests know it. The real table follows the publisher's document, and an update
 * of that must not break the tests of our rules.
 */
import { anObject, text, trueOrFalse, wholeNumber } from "../input/rules.ts";
import type { Row, Rules } from "./operation.ts";
import { dropNull, type ReadFields, readInner } from "./reading.ts";

const readMetrics: ReadFields = (it) => {
	for (const name of ["error_rate", "total_cost", "total_requests", "total_tokens"]) it[name] ??= 0;
	return undefined;
};

const read: ReadFields = (it) => {
	if (typeof it["_id"] !== "string") return "_id: not a string";
	it["external_id"] ??= "";
	dropNull(it, ["created", "metadata", "tags", "updated"]);
	return readInner(it, "metrics", readMetrics);
};

const byId = { path: "/v2/identities/{id}", id: "id" } as const;

export const list: Row = {
	name: "list",
	method: "GET",
	path: "/v2/identities",
	query: {
		limit: wholeNumber(1, 50, false, "To get more, iterate."),
		starting_after: text(1),
		ending_before: text(1),
		search: text(2),
		filter_by: anObject,
		include_metrics: trueOrFalse,
	},
	answer: "page",
	read,
};

export const create: Row = {
	name: "create",
	method: "POST",
	path: "/v2/identities",
	body: { external_id: text(1, 120, true) },
	required: true,
	idempotent: false,
	read,
};

export const retrieve: Row = { ...byId, name: "retrieve", method: "GET", read };

export const update: Row = { ...byId, name: "update", method: "PATCH", body: {}, required: true, read };

export const remove: Row = { ...byId, name: "delete", method: "DELETE", answer: "none" };

/** `list` with parameters of the caller's choice. */
export const listWith = (query: Rules): Row => ({ ...list, query });
