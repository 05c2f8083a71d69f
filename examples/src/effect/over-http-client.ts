/** The identities over Effect's own `HttpClient`, here with a middleware that counts the answers by their status. */
import { Identities, type IdentitiesOptions, Transport } from "@orq/identities-effect";
import { transportOver } from "@orq/identities-effect/http-client";
import * as Effect from "effect/Effect";
import * as HttpClient from "effect/http/HttpClient";
import * as Layer from "effect/Layer";

/** Needs an `HttpClient`: `FetchHttpClient.layer`, or one of a platform. */
export const overHttpClient = (options: IdentitiesOptions, counted: Map<number, number>) =>
	Identities.layer(options).pipe(
		Layer.provide(
			Layer.effect(
				Transport,
				Effect.map(HttpClient.HttpClient, (client) =>
					transportOver(
						HttpClient.tap(client, ({ status }) =>
							Effect.sync(() => counted.set(status, (counted.get(status) ?? 0) + 1)),
						),
					),
				),
			),
		),
	);
