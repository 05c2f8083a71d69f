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
	Result,
	UpdateIdentityRequest,
	UpdateIdentityResponse,
} from "@orq/identities-core";
import { isFields, mayBeThere, refusalOfUpsert, worseOutcome } from "@orq/identities-core/internal";
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
	const wrong = refusalOfUpsert(external_id, fields);
	if (wrong) throw wrong;
	// Options that are none are refused by the first step.
	const shared =
		options === undefined || isFields(options)
			? { ...options, since: performance.now(), expected: "IdentityNotFoundError" }
			: options;
	// Fields may come from a whole identity: its external id is said already, and no update changes it.
	const update = { path: { id: external_id }, body: { ...fields, external_id: undefined } };
	const create = { body: { ...fields, external_id } };
	const sofar: Sofar = { attempts: 0, outcome: "not-sent" };
	let refused: AnyIdentitiesError | undefined;
	for (;;) {
		const updated = await settled(send("update", update, shared), sofar);
		if (updated.ok) return updated.data;
		if (updated.error._tag !== "IdentityNotFoundError") throw Object.assign(updated.error, sofar);
		if (refused !== undefined && refused.outcome !== "unknown") throw Object.assign(refused, sofar);
		const created = await settled(send("create", create, shared), sofar);
		if (created.ok) return created.data;
		if (refused !== undefined || !mayBeThere(created.error)) throw Object.assign(created.error, sofar);
		refused = created.error;
	}
}

/** What the steps say together. */
interface Sofar {
	attempts: number;
	outcome: Outcome;
}

/** A step's response, with the attempts of the steps before, or its error, still as the step's own. */
async function settled<Data, Failure extends AnyIdentitiesError>(
	step: ApiCall<Data, Failure>,
	sofar: Sofar,
): Promise<Result<ApiResponse<Data>, Failure>> {
	const settled = await resultOf<ApiResponse<Data>, Failure>(step.withResponse());
	if (settled.ok) {
		const { data } = settled;
		return { ok: true, data: { ...data, attempts: sofar.attempts + data.attempts } };
	}
	sofar.attempts += settled.error.attempts ?? 0;
	sofar.outcome = worseOutcome(sofar.outcome, settled.error.outcome);
	return settled;
}
