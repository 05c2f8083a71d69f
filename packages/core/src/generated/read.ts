// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import { dropNull, type ReadFields, readDate, readInner } from "../wire/reading.ts";
import type { OperationName } from "./operations.ts";

const readIdentityMetrics: ReadFields = (it) => {
	it["error_rate"] ??= 0;
	it["total_cost"] ??= 0;
	it["total_requests"] ??= 0;
	it["total_tokens"] ??= 0;
	return undefined;
};

const readIdentity: ReadFields = (it, date) => {
	if (typeof it["_id"] !== "string") return "_id: not a string";
	dropNull(it, "created");
	it["external_id"] ??= "";
	dropNull(it, "metadata");
	dropNull(it, "tags");
	dropNull(it, "updated");
	dropNull(it, "workspace_id");
	return (
		readDate(it, "created", date) ??
		readInner(it, "metrics", readIdentityMetrics, date) ??
		readDate(it, "updated", date)
	);
};

/** The reader of what each operation answers with: of one item where the answer is a page. */
export const readers: Readonly<Partial<Record<OperationName, ReadFields>>> = {
	list: readIdentity,
	create: readIdentity,
	retrieve: readIdentity,
	update: readIdentity,
};
