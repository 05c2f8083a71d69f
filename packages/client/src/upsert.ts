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
import { isFields, mayBeThere, upsertInputs, worseOutcome } from "@orq/identities-core/internal";
import { type ApiCall, type ApiResponse, resultOf } from "./call.ts";
import type { CallOptions } from "./engine/call.ts";
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
	const { update, create } = upsertInputs(external_id, fields);
	const since = performance.now();
	let attempts = 0;
	let outcome: Outcome = "not-sent";
	/** Create's failure. */
	let refused: AnyIdentitiesError | undefined;

	const endOfUpdate = (error: AnyIdentitiesError) => {
		if (error._tag !== "IdentityNotFoundError") return error;
		return refused?.outcome === "unknown" ? undefined : refused;
	};
	const endOfCreate = (error: AnyIdentitiesError) => (refused || !mayBeThere(error) ? error : undefined);

	/** A step's response, or its error where that leads on to the next step. */
	const settled = async <Data>(
		step: (own: CallOptions | undefined) => ApiCall<Data, AnyIdentitiesError>,
		endOf: (error: AnyIdentitiesError) => AnyIdentitiesError | undefined,
	) => {
		// Options that are none are refused by the first step.
		const own = options === undefined || isFields(options) ? { ...options, since, endOf } : options;
		const result = await resultOf<ApiResponse<Data>, AnyIdentitiesError>(step(own).withResponse());
		attempts += (result.ok ? result.data : result.error).attempts ?? 0;
		if (result.ok) return { ok: true, data: { ...result.data, attempts } } as const;
		outcome = worseOutcome(outcome, result.error.outcome);
		const end = endOf(result.error);
		if (end) throw Object.assign(end, { attempts, outcome });
		return result;
	};

	for (;;) {
		const updated = await settled((own) => send("update", update, own), endOfUpdate);
		if (updated.ok) return updated.data;
		const created = await settled((own) => send("create", create, own), endOfCreate);
		if (created.ok) return created.data;
		refused = created.error;
	}
}
