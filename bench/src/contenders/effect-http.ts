/** Our Effect client over Effect's own `HttpClient`. */
import { Identities } from "@orq/identities-effect";
import { layerTransport } from "@orq/identities-effect/http-client";
import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";
import type { Client, Where } from "../contender.ts";
import { clientOf } from "./service.ts";

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const http = fetch
		? Layer.provide(FetchHttpClient.layer, Layer.succeed(FetchHttpClient.Fetch, fetch))
		: FetchHttpClient.layer;
	const layer = Identities.layer({ apiKey: Redacted.make(apiKey), baseUrl }).pipe(
		Layer.provide(layerTransport),
		Layer.provide(http),
	);
	return clientOf(Effect.runSync(Effect.provide(Identities, layer)));
}
