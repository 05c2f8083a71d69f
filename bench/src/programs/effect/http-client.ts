import { Identities } from "@orq/identities-effect";
import { layerTransport } from "@orq/identities-effect/http-client";
import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";

export default (baseUrl: string, apiKey: string): Promise<number> =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		return (yield* identities.list({ limit: 10 })).data.length;
	}).pipe(
		Effect.provide(
			Identities.layer({ baseUrl, apiKey: Redacted.make(apiKey) }).pipe(
				Layer.provide(layerTransport),
				Layer.provide(FetchHttpClient.layer),
			),
		),
		Effect.runPromise,
	);
