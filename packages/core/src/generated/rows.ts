// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import { anObject, text, trueOrFalse, wholeNumber } from "../input/rules.ts";
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
			ending_before: /* @__PURE__ */ text(1),
			filter_by: anObject,
			include_metrics: trueOrFalse,
			limit: /* @__PURE__ */ wholeNumber(1, 50, undefined, "To get more than 50, iterate."),
			search: /* @__PURE__ */ text(2),
			starting_after: /* @__PURE__ */ text(1),
		},
		answer: "page",
		read: readIdentity,
	},
	create: {
		name: "create",
		method: "POST",
		path: "/v2/identities",
		body: { external_id: /* @__PURE__ */ text(1, 120, true) },
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
