/**
 * Create or update by external id, safe to repeat. The API has no such operation; this is it in two:
 * update; where nobody has the id, create; where create is refused (somebody was faster) or its outcome is
 * unknown, update once more; where it is still not there, create again after `unknown`, else create's error.
 */
import {
	type AnyIdentitiesError,
	type CommonError,
	type ConflictError,
	type CreateIdentityRequest,
	type CreateIdentityResponse,
	isIdentitiesError,
	type Outcome,
	operations,
	type UpdateIdentityRequest,
	type UpdateIdentityResponse,
} from "@orq/identities-core";
import { checkId, checkInput, refusal, worseOutcome } from "@orq/identities-core/internal";
import type { ApiResponse } from "./call.ts";
import type { RequestOptions } from "./options.ts";
import type { Send } from "./send.ts";

/** What an upserted identity shall have; `null` clears a field, what is left out stays. */
export type UpsertIdentityRequest = Omit<CreateIdentityRequest, "external_id"> & UpdateIdentityRequest;
export type UpsertIdentityResponse = CreateIdentityResponse | UpdateIdentityResponse;
/** What `upsert` fails with: never with not-found. */
export type UpsertIdentityError = CommonError | ConflictError;

export async function upsert(
	send: Send,
	external_id: string,
	fields: UpsertIdentityRequest,
	options: RequestOptions | undefined,
): Promise<ApiResponse<UpsertIdentityResponse>> {
	refuseBadInput(external_id, fields);
	const shared = { ...options, since: performance.now() };
	const sofar: { attempts: number; outcome: Outcome } = { attempts: 0, outcome: "not-sent" };
	let refused: AnyIdentitiesError | undefined;
	for (;;) {
		const updated = await settled(send("update", { path: { id: external_id }, body: fields }, shared), sofar);
		if ("data" in updated) return updated;
		if (updated._tag !== "IdentityNotFoundError") throw updated;
		if (refused !== undefined && refused.outcome !== "unknown") throw refused;
		const created = await settled(send("create", { body: { ...fields, external_id } }, shared), sofar);
		if ("data" in created) return created;
		if (refused !== undefined || !mayBeThere(created)) throw created;
		refused = created;
	}
}

/** Whether this failure of a create leaves it possible that the identity is there now. */
const mayBeThere = (error: AnyIdentitiesError): boolean =>
	error._tag === "ConflictError" || error._tag === "RequestRejectedError" || error.outcome === "unknown";

/** A step's response or error, told as one of the whole call: with the attempts and doubts of the steps before. */
async function settled<Data>(
	step: { withResponse(): Promise<ApiResponse<Data>> },
	sofar: { attempts: number; outcome: Outcome },
): Promise<ApiResponse<Data> | AnyIdentitiesError> {
	try {
		const response = await step.withResponse();
		return { ...response, attempts: sofar.attempts + response.attempts };
	} catch (error) {
		if (!isIdentitiesError(error)) throw error;
		sofar.attempts += error.attempts ?? 0;
		sofar.outcome = worseOutcome(sofar.outcome, error.outcome);
		return Object.assign(error, sofar);
	}
}

function refuseBadInput(external_id: unknown, fields: unknown): void {
	const { create } = operations;
	const id = checkId("external_id", external_id);
	const body = typeof fields === "object" && fields !== null ? { ...fields, external_id } : fields;
	const issues = id ? [id] : checkInput(create, { body });
	// Update's method and path, since it is sent first.
	if (issues.length > 0) throw refusal(issues, { ...operations.update, name: "upsert" });
}
