/** The API key of an attempt: at hand, or given by an Effect that may take its time, fail, or give a wrong one. */
import { type AnyIdentitiesError, InvalidInputError } from "@orq/identities-core";
import { checkKey, refusal } from "@orq/identities-core/internal";
import type * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import type { Call } from "./call.ts";
import type { ApiKey } from "./options.ts";
import { within } from "./timer.ts";

/** Fails with `timedOut` where an Effect does not give the key within `ms`. */
export const keyOf = (
	apiKey: ApiKey,
	clock: Clock.Clock,
	ms: number,
	timedOut: () => AnyIdentitiesError,
): Effect.Effect<string, AnyIdentitiesError> =>
	Redacted.isRedacted(apiKey)
		? Effect.succeed(Redacted.value(apiKey))
		: within(Effect.matchEffect(apiKey, { onFailure: failed, onSuccess: checked }), clock, ms, timedOut);

/** Whether another key may help: one more try after a 401, where asking may give another one. */
export const mayRenew = ({ _tag }: AnyIdentitiesError, { renewed, settings }: Call): boolean =>
	_tag === "UnauthorizedError" && !renewed && !Redacted.isRedacted(settings.apiKey);

function checked(given: unknown): Effect.Effect<string, InvalidInputError> {
	const key = Redacted.isRedacted(given) ? Redacted.value(given) : given;
	const wrong = checkKey(key);
	return wrong.length > 0 ? Effect.fail(refusal(wrong)) : Effect.succeed(String(key));
}

/** The failure is the caller's own, and not told: it may hold a secret. */
function failed(cause: unknown): Effect.Effect<never, InvalidInputError> {
	const problem = "could not be had: the Effect that gives it failed";
	const issues = [{ path: "apiKey", problem, fix: "See `cause`." }];
	return Effect.fail(new InvalidInputError({ message: `\`apiKey\` ${problem}`, issues, cause }));
}
