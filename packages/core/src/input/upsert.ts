/** What create-or-update refuses before its first request: it must hold for both of the requests it is made of. */
import type { InvalidInputError } from "../failure/classes.ts";
import { rows } from "../generated/rows.ts";
import { isFields } from "../wire/reading.ts";
import { checkId } from "./id.ts";
import { refusal } from "./issue.ts";
import { checkFields } from "./rules.ts";

export function refusalOfUpsert(external_id: unknown, fields: unknown): InvalidInputError | undefined {
	const { create, update } = rows;
	const id = checkId("external_id", external_id);
	const body = isFields(fields) ? { ...fields, external_id } : fields;
	const issues = id ? [id] : checkFields("body", create.body, body);
	// Update's method and path, since it is sent first.
	return issues.length > 0 ? refusal(issues, { ...update, name: "upsert" }) : undefined;
}
