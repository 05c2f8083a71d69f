import { Identities } from "@orq/identities-effect";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";

export default (baseUrl: string, apiKey: string): Promise<number> =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		return (yield* identities.list({ limit: 10 })).data.length;
	}).pipe(Effect.provide(Identities.layer({ baseUrl, apiKey: Redacted.make(apiKey) })), Effect.runPromise);
