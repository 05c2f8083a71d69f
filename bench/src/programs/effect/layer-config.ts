import { Identities, layerConfig } from "@orq/identities-effect";
import * as Effect from "effect/Effect";

export default (): Promise<number> =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		return (yield* identities.list({ limit: 10 })).data.length;
	}).pipe(Effect.provide(layerConfig()), Effect.runPromise);
