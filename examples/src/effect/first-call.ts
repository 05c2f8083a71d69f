/** The first call: `ORQ_API_KEY=… node examples/src/effect/first-call.ts` prints the newest identities. */
import { Identities, layerConfig } from "@orq/identities-effect";
import * as Console from "effect/Console";
import * as Effect from "effect/Effect";

export const firstCall = Effect.gen(function* () {
	const identities = yield* Identities;
	const { data, has_more } = yield* identities.list({ limit: 5 });
	for (const { external_id, display_name } of data) {
		yield* Console.log(external_id, display_name ?? "(no name)");
	}
	if (has_more) yield* Console.log("… and more");
});

if (import.meta.main) await Effect.runPromise(firstCall.pipe(Effect.provide(layerConfig())));
