/** A service of an application, made of the identities: who asks for it knows nothing of them. */
import { Identities, type IdentitiesError } from "@orq/identities-effect";
import * as Context from "effect/Context";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";

export type Plan = "free" | "premium";

/** What the application fails with. The client's own error says whether another try may help. */
export class AccountsError extends Data.TaggedError("AccountsError")<{
	readonly cause: IdentitiesError;
	readonly canTryAgain: boolean;
}> {}

export interface AccountsService {
	/** Free for users that were never seen. */
	readonly planOf: (user: string) => Effect.Effect<Plan, AccountsError>;
	/** Safe to repeat, also for users that were never seen. */
	readonly setPlan: (user: string, plan: Plan) => Effect.Effect<void, AccountsError>;
}

const failed = (cause: IdentitiesError) => new AccountsError({ cause, canTryAgain: cause.isRetryable });

export class Accounts extends Context.Service<Accounts, AccountsService>()("app/Accounts") {
	static readonly layer = Layer.effect(
		Accounts,
		Effect.gen(function* () {
			const identities = yield* Identities;
			return Accounts.of({
				planOf: (user) =>
					identities.retrieve(user).pipe(
						Effect.map(({ tags }): Plan => (tags?.includes("premium") ? "premium" : "free")),
						Effect.catchTag("IdentityNotFoundError", () => Effect.succeed<Plan>("free")),
						Effect.mapError(failed),
					),
				setPlan: (user, plan) =>
					identities
						.upsert(user, { tags: plan === "premium" ? ["premium"] : [] })
						.pipe(Effect.asVoid, Effect.mapError(failed)),
			});
		}),
	);
}
