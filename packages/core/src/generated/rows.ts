// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import { anObject, isText, isWholeNumber, trueOrFalse } from "../input/rules.ts";
import type { Row } from "../wire/operation.ts";
import type { OperationName } from "./operations.ts";
import { readIdentity } from "./read.ts";

/** What a client needs to know of each operation. */
export const rows = {
	list: {
		name: "list",
		method: "GET",
		path: "/v2/identities",
		query: {
			ending_before: ["well-formed text of 1 or more characters", (it) => isText(it, 1)],
			filter_by: anObject,
			include_metrics: trueOrFalse,
			limit: [
				"a whole number, 1 to 50",
				(it) => isWholeNumber(it, 1, 50),
				undefined,
				"To get more than 50, iterate.",
			],
			search: ["well-formed text of 2 or more characters", (it) => isText(it, 2)],
			starting_after: ["well-formed text of 1 or more characters", (it) => isText(it, 1)],
		},
		answer: "page",
		read: readIdentity,
	},
	create: {
		name: "create",
		method: "POST",
		path: "/v2/identities",
		body: { external_id: ["well-formed text of 1 to 120 characters", (it) => isText(it, 1, 120), true] },
		required: true,
		idempotent: false,
		read: readIdentity,
	},
	retrieve: {
		name: "retrieve",
		method: "GET",
		path: "/v2/identities/{id}",
		params: ["id"],
		id: "id",
		read: readIdentity,
	},
	update: {
		name: "update",
		method: "PATCH",
		path: "/v2/identities/{id}",
		params: ["id"],
		id: "id",
		body: {},
		required: true,
		read: readIdentity,
	},
	delete: {
		name: "delete",
		method: "DELETE",
		path: "/v2/identities/{id}",
		params: ["id"],
		id: "id",
		answer: "none",
	},
} as const satisfies Readonly<Record<OperationName, Row>>;
