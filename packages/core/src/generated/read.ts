// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import { dropNull, type ReadFields, readInner } from "../wire/reading.ts";

export const readIdentityMetrics: ReadFields = (it) => {
	it["error_rate"] ??= 0;
	it["total_cost"] ??= 0;
	it["total_requests"] ??= 0;
	it["total_tokens"] ??= 0;
	return undefined;
};

const readIdentityNulls = ["created", "metadata", "tags", "updated", "workspace_id"];
export const readIdentity: ReadFields = (it) => {
	if (typeof it["_id"] !== "string") return "_id: not a string";
	it["external_id"] ??= "";
	dropNull(it, readIdentityNulls);
	return readInner(it, "metrics", readIdentityMetrics);
};
