/** How our Effect service is measured: each call is a fiber of its own, as at the edge of a program of promises. */
import type { Identities, Identity } from "@orq/identities-effect";
import { isIdentitiesError } from "@orq/identities-effect";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import type { Client } from "../contender.ts";
import { newIdentity } from "./wire.ts";

/** `wrap` is put around each effect before it runs. */
export function clientOf(
	identities: Identities["Service"],
	wrap: <Value, Failure>(effect: Effect.Effect<Value, Failure>) => Effect.Effect<Value, Failure> = (it) => it,
): Client {
	const run = <Value, Failure>(effect: Effect.Effect<Value, Failure>, signal?: AbortSignal) =>
		Effect.runPromise(wrap(effect), signal && { signal });
	return {
		list: async (limit) => (await run(identities.list({ limit }))).data,
		retrieve: (id, signal) => run(identities.retrieve(id), signal),
		create: (externalId) => run(identities.create(newIdentity(externalId))),
		iterate: (limit, each, prefetch) => {
			const identitiesOf = prefetch
				? identities.pages({ limit }).pipe(
						Stream.buffer({ capacity: 1 }),
						// As the README has it, for those who compute: the request goes out first.
						Stream.tap(() => Effect.yieldNow),
						Stream.flatMap(({ data }) => Stream.fromArray(data)),
					)
				: identities.stream({ limit });
			return run(
				Stream.runForEach(identitiesOf, (identity) => {
					const busy = each(identity);
					return busy ? Effect.promise(() => busy) : Effect.void;
				}),
			);
		},
		prefetches: true,
		refuse: () => run(identities.list({ limit: 500 })),
		isNotFound: (error) => isIdentitiesError(error, "IdentityNotFoundError"),
		plain: (identity) => {
			const { _id, external_id, display_name, tags, metadata, created } = identity as Identity;
			const ms = created ? DateTime.toEpochMillis(created) : Number.NaN;
			return { _id, external_id, display_name, tags, metadata, created: ms };
		},
	};
}
