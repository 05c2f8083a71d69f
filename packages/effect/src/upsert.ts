/**
 * Create or update by external id, safe to repeat. The API has no such operation; this is it in two:
 * update; where nobody has the id, create; where create is refused (somebody was faster) or its outcome is
 * unknown, update once more; where it is still not there, create again after `unknown`, else create's error.
 */
import type {
	AnyIdentitiesError,
	CommonError,
	ConflictError,
	CreateIdentityError,
	CreateIdentityRequest,
	InvalidInputError,
	Outcome,
	Result,
	UpdateIdentityRequest,
} from "@orq/identities-core";
import { mayBeThere, resultOf, upsertInputs, worseOutcome } from "@orq/identities-core/internal";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import { nowMs } from "./call.ts";
import type { CreateIdentityResponse, UpdateIdentityResponse } from "./generated/types.ts";
import type { RequestOptions } from "./options.ts";
import type { Send } from "./send.ts";
import { operationSpan } from "./spans.ts";

/** What an upserted identity shall have; `null` clears a field, what is left out stays. */
export type UpsertIdentityRequest = Omit<CreateIdentityRequest, "external_id"> & UpdateIdentityRequest;
export type UpsertIdentityResponse = CreateIdentityResponse | UpdateIdentityResponse;
/** What `upsert` fails with: never with not-found. */
export type UpsertIdentityError = CommonError | ConflictError;

export const upsert = (
	send: Send,
	external_id: string,
	fields: UpsertIdentityRequest,
	options: RequestOptions | undefined,
): Effect.Effect<UpsertIdentityResponse, UpsertIdentityError> =>
	operationSpan("upsert", steps(send, external_id, fields, options));

const steps = /* @__PURE__ */ Effect.fnUntraced(function* (
	send: Send,
	external_id: string,
	fields: UpsertIdentityRequest,
	options: RequestOptions | undefined,
): Effect.fn.Return<UpsertIdentityResponse, UpsertIdentityError> {
	const checked = resultOf<ReturnType<typeof upsertInputs<UpsertIdentityRequest>>, InvalidInputError>(() =>
		upsertInputs(external_id, fields),
	);
	if (!checked.ok) return yield* Effect.fail(checked.error);
	const { update, create } = checked.data;
	const shared = { ...options, since: nowMs(yield* Clock.Clock) };
	const sofar: Sofar = { attempts: 0, outcome: "not-sent" };
	let refused: CreateIdentityError | undefined;
	for (;;) {
		const updated = yield* settled(send("update", update, shared), sofar);
		if (updated.ok) return updated.data;
		const { error } = updated;
		if (error._tag !== "IdentityNotFoundError") return yield* Effect.fail(Object.assign(error, sofar));
		if (refused && refused.outcome !== "unknown") return yield* Effect.fail(Object.assign(refused, sofar));
		const created = yield* settled(send("create", create, shared), sofar);
		if (created.ok) return created.data;
		if (refused || !mayBeThere(created.error)) return yield* Effect.fail(Object.assign(created.error, sofar));
		refused = created.error;
	}
});

/** What the steps say together. */
interface Sofar {
	attempts: number;
	outcome: Outcome;
}

/** A step's answer, or its error, still as the step's own. */
const settled = <Data, Failure extends AnyIdentitiesError>(
	step: Effect.Effect<Data, Failure>,
	sofar: Sofar,
): Effect.Effect<Result<Data, Failure>> =>
	Effect.matchEffect(step, {
		onSuccess: (data) => Effect.succeed<Result<Data, Failure>>({ ok: true, data }),
		onFailure: (error) => {
			sofar.attempts += error.attempts ?? 0;
			sofar.outcome = worseOutcome(sofar.outcome, error.outcome);
			return Effect.succeed<Result<Data, Failure>>({ ok: false, error });
		},
	});
