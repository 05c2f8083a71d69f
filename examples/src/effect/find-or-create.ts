/** Recovers from not-found by creating, which may find that somebody was faster. */
import { Identities } from "@orq/identities-effect";
import * as Effect from "effect/Effect";

/** Where the identity is to be changed, too, `identities.upsert` does all of this. */
export const findOrCreate = (external_id: string) =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		const find = identities.retrieve(external_id);
		return yield* find.pipe(
			Effect.catchTag("IdentityNotFoundError", () => identities.create({ external_id })),
			Effect.catchTag("ConflictError", () => find),
		);
	});
