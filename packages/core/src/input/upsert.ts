/** What create-or-update refuses before its first request: it must hold for both of the requests it is made of. */
import { rows } from "../generated/rows.ts";
import { isFields } from "../wire/reading.ts";
import { checkId } from "./checks.ts";
import { refuse } from "./issue.ts";
import { checkFields } from "./rules.ts";

/** Throws an `InvalidInputError`. */
export function refuseUpsert(external_id: unknown, fields: unknown): void {
	const { create, update } = rows;
	// Update's method and path, since it is sent first.
	const upsert = { ...update, name: "upsert" };
	refuse(checkId("external_id", external_id), upsert);
	refuse(checkFields("body", create.body, isFields(fields) ? { ...fields, external_id } : fields), upsert);
}
