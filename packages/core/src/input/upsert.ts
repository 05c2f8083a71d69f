/** What create-or-update sends: it must hold for both of the requests that it is made of. */
import { rows } from "../generated/rows.ts";
import { isFields } from "../wire/reading.ts";
import { checkId } from "./checks.ts";
import { notJson, refuse } from "./issue.ts";
import { checkFields } from "./rules.ts";

/**
 * The inputs of both requests, copied now as JSON has them: the caller's object may change while they are on their
 * way. Throws an `InvalidInputError` for what either would refuse.
 */
export function upsertInputs<Given extends object>(external_id: string, given: Given) {
	const { create, update } = rows;
	// Update's method and path, since it is sent first.
	const upsert = { ...update, name: "upsert" };
	let fields = given;
	try {
		if (isFields(given)) fields = JSON.parse(JSON.stringify(given));
	} catch {
		refuse([notJson("body", given)], upsert);
	}
	const body = { ...fields, external_id };
	refuse(checkId("external_id", external_id), upsert);
	refuse(checkFields("body", create.body, isFields(fields) ? body : fields), upsert);
	// Fields may come from a whole identity: its external id is said already, and no update changes it.
	return {
		update: { path: { id: external_id }, body: { ...body, external_id: undefined } },
		create: { body },
	};
}
