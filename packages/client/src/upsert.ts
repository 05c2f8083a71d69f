/**
 * Create or update by external id, safe to repeat. The API has no such operation; this is it in two:
 * update; where nobody has the id, create; where create is refused (somebody was faster) or its outcome is
 * unknown, update once more; where it is still not there, create again after `unknown`, else create's error.
 */
import {
	type CommonError,
	type ConflictError,
	type CreateIdentityRequest,
	type CreateIdentityResponse,
	isIdentitiesError,
	type Outcome,
	type Result,
	type UpdateIdentityRequest,
	type UpdateIdentityResponse,
} from "@orq/identities-core";
import { isFields, mayBeThere, refusalOfUpsert, worseOutcome } from "@orq/identities-core/internal";
import type { ApiCall, ApiResponse } from "./call.ts";
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
	const wrong = refusalOfUpsert(external_id, fields);
	if (wrong) throw wrong;
	const path = { id: external_id };
	// Fields may come from a whole identity: its id is said already, and no update changes it.
	const body = { ...fields, external_id: undefined };
	const shared = isFields(options ?? {}) ? { ...options, since: performance.now() } : options;
	let attempts = 0;
	let outcome: Outcome = "not-sent";
	/** Tells a step's response or error as one of the whole call: with the attempts and doubts of those before. */
	const step = async <Data, Failure>(call: ApiCall<Data, Failure>) => {
	};
}
