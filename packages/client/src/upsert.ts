/**
 * Create or update by external id, safe to repeat. The API has no such operation; this is it in two:
 * update; where nobody has the id, create; where create is refused (somebody was faster) or its outcome is
 * unknown, update once more; where it is still not there, create again after `unknown`, else create's error.
 */
import type {
	AnyIdentitiesError,
	CommonError,
	ConflictError,
	CreateIdentityRequest,
	CreateIdentityResponse,
	Outcome,
	UpdateIdentityRequest,
	UpdateIdentityResponse,
} from "@orq/identities-core";
import { isFields, mayBeThere, refuseUpsert, worseOutcome } from "@orq/identities-core/internal";
import { type ApiCall, type ApiResponse, resultOf } from "./call.ts";
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
	refuseUpsert(external_id, fields);
	const expected = "IdentityNotFoundError";
	// Options that are none are refused by the first step.
	const shared =
		options === undefined || isFields(options) ? { ...options, since: performance.now(), expected } : options;
	// Copied now: the caller's object may change while a step is on its way. Fields may come from a whole identity: its
	// external id is said already, and no update changes it.
	const update = { path: { id: external_id }, body: { ...fields, external_id: undefined } };
	const create = { body: { ...fields, external_id } };
	let attempts = 0;
	let outcome: Outcome = "not-sent";
	/** Create's failure. */
	let refused: AnyIdentitiesError | undefined;

	/** A step's response, or its error, still as the step's own. */
	const settled = async <Data>(step: ApiCall<Data, AnyIdentitiesError>) => {
		const result = await resultOf<ApiResponse<Data>, AnyIdentitiesError>(step.withResponse());
		attempts += (result.ok ? result.data : result.error).attempts ?? 0;
		if (!result.ok) outcome = worseOutcome(outcome, result.error.outcome);
		return result;
	};
	const failed = (error: AnyIdentitiesError) => Object.assign(error, { attempts, outcome });

	for (;;) {
		const updated = await settled(send("update", update, shared));
		if (updated.ok) return { ...updated.data, attempts };
		if (updated.error._tag !== expected) throw failed(updated.error);
		if (refused && refused.outcome !== "unknown") throw failed(refused);
		const created = await settled(send("create", create, shared));
		if (created.ok) return { ...created.data, attempts };
		if (refused || !mayBeThere(created.error)) throw failed(created.error);
		refused = created.error;
	}
}
