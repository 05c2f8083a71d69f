// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.

import { isText, isWhole } from "../input/rules.ts";
import type { Row } from "../wire/operation.ts";
import { isFields } from "../wire/reading.ts";
import type { OperationName } from "./operations.ts";
import { readIdentity } from "./read.ts";

/** What a client needs to know of each operation. */
export const rows = {
	list: {
		name: "list",
		method: "GET",
		path: "/v2/identities",
		query: {
			ending_before: ["text of 1 or more characters", (it) => isText(it, 1)],
			filter_by: ["an object", isFields],
			include_metrics: ["true or false", (it) => typeof it === "boolean"],
			limit: ["a whole number, 1 to 50", (it) => isWhole(it, 1, 50)],
			search: ["text of 2 or more characters", (it) => isText(it, 2)],
			starting_after: ["text of 1 or more characters", (it) => isText(it, 1)],
		},
		answer: "page",
		read: readIdentity,
	},
	create: {
		name: "create",
		method: "POST",
		path: "/v2/identities",
		body: { external_id: ["text of 1 to 120 characters", (it) => isText(it, 1, 120), true] },
		required: true,
		idempotent: false,
		read: readIdentity,
	},
	retrieve: {
		name: "retrieve",
		method: "GET",
		path: "/v2/identities/{id}",
		id: "id",
		read: readIdentity,
	},
	update: {
		name: "update",
		method: "PATCH",
		path: "/v2/identities/{id}",
		id: "id",
		body: {},
		required: true,
		read: readIdentity,
	},
	delete: {
		name: "delete",
		method: "DELETE",
		path: "/v2/identities/{id}",
		id: "id",
		answer: "none",
	},
} as const satisfies Readonly<Record<OperationName, Row>>;
