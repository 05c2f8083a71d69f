import { Identities } from "@orq/identities-effect";
import { layerTransport } from "@orq/identities-effect/http-client";
import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";

export default (baseUrl: string, apiKey: string) => {
	const layer = Identities.layer({ baseUrl, apiKey: Redacted.make(apiKey) }).pipe(
		Layer.provide(layerTransport),
		Layer.provide(FetchHttpClient.layer),
	);
	const run = <Value, Failure>(use: (identities: Identities["Service"]) => Effect.Effect<Value, Failure>) =>
		Effect.runPromise(Effect.provide(Effect.flatMap(Identities, use), layer));
	return {
		list: () => run((identities) => identities.list({ limit: 10 })),
		create: () => run((identities) => identities.create({ external_id: "user_1" })),
		retrieve: () => run((identities) => identities.retrieve("user_1")),
		update: () => run((identities) => identities.update("user_1", { display_name: "Jo" })),
		delete: () => run((identities) => identities.delete("user_1")),
	};
};
