/** What create-or-update refuses before its first request: it must hold for both of the requests it is made of. */
import type { InvalidInputError } from "../failure/classes.ts";
import { operations } from "../generated/operations.ts";
import { checkInput } from "./checks.ts";
import { hasFields } from "./fields.ts";
import { checkId } from "./id.ts";
import { refusal } from "./issue.ts";

export function refusalOfUpsert(external_id: unknown, fields: unknown): InvalidInputError | undefined {
	const { create, update } = operations;
	const id = checkId("external_id", external_id);
	const body = hasFields(fields) ? { ...fields, external_id } : fields;
	const issues = id ? [id] : checkInput(create, { body });
	// Update's method and path, since it is sent first.
	return issues.length > 0 ? refusal(issues, { ...update, name: "upsert" }) : undefined;
}
