/**
 * Sends an operation until it succeeds or the rules say stop. It only joins its rooms: the call (`call.ts`), one
 * attempt (`attempt.ts`), when to try again (`retry.ts`), and core's decisions.
 */
import type { AnyIdentitiesError, OperationErrors, OperationName } from "@orq/identities-core";
import {
	giveTokens,
	isGone,
	type MethodInput,
	type Row,
	rows,
	worseOutcome,
} from "@orq/identities-core/internal";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import { attempt, errorOfLimit } from "./attempt.ts";
import { type Call, type CallOptions, callOf } from "./call.ts";
import type { OperationAnswers } from "./generated/types.ts";
import { mayRenew } from "./key.ts";
import { retrying } from "./retry.ts";
import type { Settings } from "./settings.ts";
import { operationSpan } from "./spans.ts";

/** Sends an operation: what the generated methods are made of. */
export type Send = <Name extends OperationName>(
	name: Name,
	input: MethodInput<Name>,
	options?: CallOptions,
) => Effect.Effect<OperationAnswers[Name], OperationErrors[Name]>;

export const sendOf =
	(settings: Settings): Send =>
	<Name extends OperationName>(name: Name, input: MethodInput<Name>, options?: CallOptions) => {
		const operation: Row = rows[name];
		const sent = Effect.flatMap(Clock.Clock, (clock): Effect.Effect<unknown, AnyIdentitiesError> => {
			const call = callOf(settings, clock, operation, input, options);
			return call.ok ? perform(call.data) : Effect.fail(call.error);
		});
		// The table's row, the reader and the types are made from the same model.
		return operationSpan(name, sent) as Effect.Effect<OperationAnswers[Name], OperationErrors[Name]>;
	};

/** Fails with what the last attempt failed with, told as the failure of the whole call. */
const perform = (call: Call): Effect.Effect<unknown, AnyIdentitiesError> =>
	Effect.matchEffect(retrying(judged(call), call), {
		onSuccess: (data) => {
			giveTokens(call.settings.bucket, call.lastCost);
			return Effect.succeed(data);
		},
		onFailure: (last) => {
			// No time for one more attempt: it is the whole call that timed out.
			const error =
				call.outOfTime && last._tag === "RequestTimeoutError" ? errorOfLimit(call, "total") : last;
			const { operation, attempts, outcome } = call;
			const { name, method, path } = operation;
			return Effect.fail(Object.assign(error, { operation: name, method, path, attempts, outcome }));
		},
	});

/** One attempt, seen with those before it; after a 401 there may be one more with a new key, which is no retry. */
const judged = (call: Call): Effect.Effect<unknown, AnyIdentitiesError> =>
	Effect.matchEffect(attempt(call), {
		onSuccess: Effect.succeed,
		onFailure: (error) => {
			if (isGone(error, call.operation, call.outcome)) return Effect.succeed(undefined);
			call.outcome = worseOutcome(call.outcome, error.outcome);
			if (!mayRenew(error, call)) return Effect.fail(error);
			call.renewed = true;
			return judged(call);
		},
	});
