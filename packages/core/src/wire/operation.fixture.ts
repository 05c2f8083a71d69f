/**
 * The operation table of the API as this package's tests know it. The real table follows the publisher's document,
 * and an update of that must not break the tests of our rules.
 */
import type { Operation, QueryParameter } from "./operation.ts";

const byId = { path: "/v2/identities/{id}", params: ["id"], id: "id", query: [], envelope: false } as const;

export const list: Operation = {
	name: "list",
	method: "GET",
	path: "/v2/identities",
	params: [],
	query: [
		{ name: "limit", wire: "limit", form: "plain", type: "integer", minimum: 1, maximum: 50 },
		{ name: "starting_after", wire: "starting_after", form: "plain", type: "string" },
		{ name: "ending_before", wire: "ending_before", form: "plain", type: "string" },
		{ name: "search", wire: "search", form: "plain", type: "string", minLength: 2 },
		{ name: "filter_by", wire: "filter_by", form: "json", type: "object" },
		{ name: "include_metrics", wire: "include_metrics", form: "plain", type: "boolean" },
	],
	success: 200,
	answer: "page",
	envelope: false,
	idempotent: true,
};

export const create: Operation = {
	name: "create",
	method: "POST",
	path: "/v2/identities",
	params: [],
	query: [],
	body: {
		required: true,
		fields: { external_id: { required: true, minLength: 1, maxLength: 120 }, display_name: {}, metadata: {} },
	},
	success: 201,
	answer: "object",
	envelope: false,
	idempotent: false,
};

export const retrieve: Operation = {
	...byId,
	name: "retrieve",
	method: "GET",
	success: 200,
	answer: "object",
	idempotent: true,
};

export const update: Operation = {
	...byId,
	name: "update",
	method: "PATCH",
	body: { required: true, fields: { display_name: {}, metadata: {} } },
	success: 200,
	answer: "object",
	idempotent: true,
};

export const remove: Operation = {
	...byId,
	name: "delete",
	method: "DELETE",
	success: 204,
	answer: "none",
	idempotent: true,
};

/** A parameter of the publisher's document of May: what callers write as `filter_by: { tags }`. */
export const dottedTags: QueryParameter = {
	name: "filter_by",
	wire: "filter_by.tags",
	form: "array",
	type: "array",
};

/** `list` with parameters of the caller's choice. */
export const listWith = (...query: QueryParameter[]): Operation => ({ ...list, query });
