/**
 * The rows of the API as this package's tests know it. The real table follows the publisher's document, and an update
 * of that must not break the tests of our rules.
 */
import { anObject, isText, isWholeNumber, trueOrFalse } from "../input/rules.ts";
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

const byId = { path: "/v2/identities/{id}", params: ["id"], id: "id" } as const;

export const list: Row = {
	name: "list",
	method: "GET",
	path: "/v2/identities",
	query: {
		limit: ["a whole number, 1 to 50", (it) => isWholeNumber(it, 1, 50), false, "To get more, iterate."],
		starting_after: ["well-formed text of 1 or more characters", (it) => isText(it, 1)],
		ending_before: ["well-formed text of 1 or more characters", (it) => isText(it, 1)],
		search: ["well-formed text of 2 or more characters", (it) => isText(it, 2)],
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
	body: { external_id: ["well-formed text of 1 to 120 characters", (it) => isText(it, 1, 120), true] },
	required: true,
	idempotent: false,
	read,
};

export const retrieve: Row = { ...byId, name: "retrieve", method: "GET", read };

export const update: Row = { ...byId, name: "update", method: "PATCH", body: {}, required: true, read };

export const remove: Row = { ...byId, name: "delete", method: "DELETE", answer: "none" };

/** `list` with parameters of the caller's choice. */
export const listWith = (query: Rules): Row => ({ ...list, query });
