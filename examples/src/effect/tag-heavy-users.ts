/** A pipeline: streams all identities, keeps those whose usage cost much, and tags them, four at a time. */
import { Identities, type Identity } from "@orq/identities-effect";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";

const tag = "heavy";

const isHeavy =
	(fromCost: number) =>
	({ metrics, tags }: Identity): boolean =>
		(metrics?.total_cost ?? 0) >= fromCost && !tags?.includes(tag);

/** Gives the external ids of those that were tagged now. One that is deleted meanwhile is left out. */
export const tagHeavyUsers = (fromCost: number) =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		return yield* identities.stream({ limit: 50, include_metrics: true }).pipe(
			Stream.filter(isHeavy(fromCost)),
			Stream.mapEffect(
				({ external_id, tags = [] }) =>
					identities.update(external_id, { tags: [...tags, tag] }).pipe(
						Effect.as([external_id]),
						Effect.catchTag("IdentityNotFoundError", () => Effect.succeed([])),
					),
				{ concurrency: 4 },
			),
			Stream.flatMap(Stream.fromIterable),
			Stream.runCollect,
		);
	});
