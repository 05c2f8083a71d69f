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
	// Options that are none are refused by the first step.
	const shared =
		options === undefined || isFields(options)
			? { ...options, since: performance.now(), expected: "IdentityNotFoundError" }
			: options;
	let attempts = 0;
	let outcome: Outcome = "not-sent";

	/** A step's response, with the attempts of the steps before; undefined where `after` lets its error pass. */
	const settled = async <Data>(
		step: ApiCall<Data, AnyIdentitiesError>,
		passes: (error: AnyIdentitiesError) => boolean,
	): Promise<ApiResponse<Data> | undefined> => {
		const result = await resultOf<ApiResponse<Data>, AnyIdentitiesError>(step.withResponse());
		attempts += (result.ok ? result.data : result.error).attempts ?? 0;
		if (result.ok) return { ...result.data, attempts };
		const { error } = result;
		outcome = worseOutcome(outcome, error.outcome);
		if (!passes(error)) throw told(error);
		return undefined;
	};

	/** An error as that of the whole. */
	const told = (error: AnyIdentitiesError) => Object.assign(error, { attempts, outcome });

	// Copied now: the caller's object may change while a step is on its way. Fields may come from a whole identity: its
	// external id is said already, and no update changes it.
	const update = { path: { id: external_id }, body: { ...fields, external_id: undefined } };
	const create = { body: { ...fields, external_id } };
	for (let refused: AnyIdentitiesError | undefined; ; ) {
		const updated = await settled(send("update", update, shared), isNotFound);
		if (updated) return updated;
		if (refused && refused.outcome !== "unknown") throw told(refused);
		const created = await settled(send("create", create, shared), (error) => {
			const again = !refused && mayBeThere(error);
			refused = error;
			return again;
		});
		if (created) return created;
	}
}

const isNotFound = ({ _tag }: AnyIdentitiesError): boolean => _tag === "IdentityNotFoundError";
