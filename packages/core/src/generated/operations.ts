// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import type { Operation } from "../wire/operation.ts";

export const operations = {
	list: {
		name: "list",
		method: "GET",
		path: "/v2/identities",
		params: [],
		query: [
			{ name: "ending_before", wire: "ending_before", form: "plain", type: "string" },
			{ name: "filter_by", wire: "filter_by", form: "json", type: "object" },
			{ name: "include_metrics", wire: "include_metrics", form: "plain", type: "boolean" },
			{ name: "limit", wire: "limit", form: "plain", type: "integer", minimum: 1, maximum: 50 },
			{ name: "search", wire: "search", form: "plain", type: "string", minLength: 2 },
			{ name: "starting_after", wire: "starting_after", form: "plain", type: "string" },
		],
		success: 200,
		answer: "page",
		envelope: false,
		idempotent: true,
	},
	create: {
		name: "create",
		method: "POST",
		path: "/v2/identities",
		params: [],
		query: [],
		body: {
			required: true,
			fields: {
				avatar_url: {},
				display_name: {},
				email: {},
				external_id: { required: true, minLength: 1, maxLength: 120 },
				metadata: {},
				tags: {},
			},
		},
		success: 201,
		answer: "object",
		envelope: false,
		idempotent: false,
	},
	retrieve: {
		name: "retrieve",
		method: "GET",
		path: "/v2/identities/{id}",
		params: ["id"],
		id: "id",
		query: [],
		success: 200,
		answer: "object",
		envelope: false,
		idempotent: true,
	},
	update: {
		name: "update",
		method: "PATCH",
		path: "/v2/identities/{id}",
		params: ["id"],
		id: "id",
		query: [],
		body: {
			required: true,
			fields: { avatar_url: {}, display_name: {}, email: {}, metadata: {}, tags: {} },
		},
		success: 200,
		answer: "object",
		envelope: false,
		idempotent: true,
	},
	delete: {
		name: "delete",
		method: "DELETE",
		path: "/v2/identities/{id}",
		params: ["id"],
		id: "id",
		query: [],
		success: 204,
		answer: "none",
		envelope: false,
		idempotent: true,
	},
} as const satisfies Readonly<Record<string, Operation>>;

/** The name of an operation, which is the name of its method in every client. */
export type OperationName = keyof typeof operations;
