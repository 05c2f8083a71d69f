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
import { type ApiResponse, resultOf } from "./call.ts";
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
	const inputs = upsertInputs(external_id, fields);
	const since = performance.now();
	let attempts = 0;
	let outcome: Outcome = "not-sent";
	/** Create's failure. */
	let refused: AnyIdentitiesError | undefined;

	/** What the call ends with where this step has failed so; undefined where the next one is due. */
	const endOf = (step: Step, error: AnyIdentitiesError): AnyIdentitiesError | undefined => {
		if (step === "create") return refused || !mayBeThere(error) ? error : undefined;
		if (error._tag !== "IdentityNotFoundError") return error;
		return refused?.outcome === "unknown" ? undefined : refused;
	};

	/** A step's response; undefined where the next one is due. */
	const responseOf = async (step: Step): Promise<ApiResponse<UpsertIdentityResponse> | undefined> => {
		let failed: AnyIdentitiesError | undefined;
		let end: AnyIdentitiesError | undefined;
		const fail = (error: AnyIdentitiesError) => {
			failed = error;
			attempts += error.attempts ?? 0;
			outcome = worseOutcome(outcome, error.outcome);
			end = endOf(step, error);
			return end && Object.assign(end, { attempts, outcome });
		};
		// Options that are none are refused by the first step.
		const own = options === undefined || isFields(options) ? { ...options, since, endOf: fail } : options;
		const call = send<Step, UpsertIdentityResponse>(step, inputs[step], own);
		const result = await resultOf<ApiResponse<UpsertIdentityResponse>, AnyIdentitiesError>(
			call.withResponse(),
		);
		if (result.ok) return { ...result.data, attempts: attempts + result.data.attempts };
		if (!failed) fail(result.error); // The engine has not sent it.
		if (end) throw end;
		if (step === "create") refused = failed;
		return undefined;
	};

	for (;;) {
		const response = (await responseOf("update")) ?? (await responseOf("create"));
		if (response) return response;
	}
}

type Step = "update" | "create";
