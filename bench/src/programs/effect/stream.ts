import { Identities } from "@orq/identities-effect";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";

export default (baseUrl: string, apiKey: string): Promise<number> =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		return (yield* Stream.runCollect(identities.stream({ limit: 50 }))).length;
	}).pipe(Effect.provide(Identities.layer({ baseUrl, apiKey: Redacted.make(apiKey) })), Effect.runPromise);
