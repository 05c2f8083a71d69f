/**
 * The transport over Effect's own `HttpClient`, for those who share its connections, rate limiter or middleware.
 * The only file that imports what Effect calls unstable: a minor release of Effect may change it.
 */
import type { WireAnswer } from "@orq/identities-core";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as HttpClient from "effect/http/HttpClient";
import * as HttpClientError from "effect/http/HttpClientError";
import * as HttpClientRequest from "effect/http/HttpClientRequest";
import type * as HttpClientResponse from "effect/http/HttpClientResponse";
import type { HttpMethod } from "effect/http/HttpMethod";
import * as Layer from "effect/Layer";
import * as Option from "effect/Option";
import { within } from "./timer.ts";
import { Transport } from "./transport.ts";
import { TransportFailure, type TransportRequest, TransportTimeout } from "./wire.ts";

/**
 * Sends by this client as it is: with its middleware, and with its retries, which come on top of ours. Its spans and
 * trace headers are off, since each attempt has a span here, and `propagateTrace` says whether to tell of it.
 * `init` is what a client on `fetch` gives to it, in the place of the client's own; redirects are never followed.
 *
 * @example
 * const logging = HttpClient.tap(client, ({ status }) => Effect.log(status));
 * Identities.layer({ apiKey }).pipe(Layer.provide(Layer.succeed(Transport, transportOver(logging))));
 */
export const transportOver = <Failure>(
	client: HttpClient.HttpClient.With<Failure>,
	init: RequestInit = {},
): Transport => {
	const scoped = HttpClient.withScope(client);
	return (request, timeoutMs) =>
		Effect.flatMap(Clock.Clock, (clock) => {
			// A failing status that has arrived decides, even where the rest of its body does not come.
			let arrived: WireAnswer | undefined;
			const exchange = Effect.flatMap(
				Effect.catch(scoped.execute(outgoing(request)), refused),
				(response) => {
					const { status, headers } = response;
					const head = { status, headers, text: "" };
					if (!request.wantsBody(status, headers)) return Effect.succeed(head);
					if (status < 200 || status >= 300) arrived = head;
					return Effect.map(response.text, (text) => ({ ...head, text }));
				},
			).pipe(
				Effect.scoped, // Lets go of a body that nobody has read.
				Effect.provideService(FetchHttpClient.RequestInit, { ...init, redirect: "manual" }),
				Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
			);
			const late = new TransportTimeout();
			return Effect.matchEffect(
				within(exchange, clock, timeoutMs, () => late),
				{
					onSuccess: Effect.succeed<WireAnswer>,
					onFailure: (error) => {
						if (arrived) return Effect.succeed(arrived);
						return Effect.fail(error === late ? late : new TransportFailure(causeOf(error)));
					},
				},
			);
		});
};

/**
 * Puts a layer of the service on the `HttpClient` that is provided.
 *
 * @example
 * Identities.layer({ apiKey }).pipe(Layer.provide(layerTransport), Layer.provide(FetchHttpClient.layer));
 */
export const layerTransport: Layer.Layer<never, never, HttpClient.HttpClient> = /* @__PURE__ */ Layer.effect(
	Transport,
	/* @__PURE__ */ Effect.flatMap(HttpClient.HttpClient, (client) =>
		Effect.map(Effect.serviceOption(FetchHttpClient.RequestInit), (init) =>
			transportOver(client, Option.getOrUndefined(init)),
		),
	),
);

function outgoing({ method, url, headers, body }: TransportRequest): HttpClientRequest.HttpClientRequest {
	// The table of operations has no method that Effect does not know.
	const request = HttpClientRequest.make(method as HttpMethod)(url, { headers });
	return body === undefined ? request : HttpClientRequest.bodyText(request, body, "application/json");
}

/** The answer that a client fails for, as with `HttpClient.filterStatusOk`: what its status means is for core to say. */
const refused = <Failure>(error: Failure): Effect.Effect<HttpClientResponse.HttpClientResponse, Failure> =>
	HttpClientError.isHttpClientError(error) && error.reason._tag === "StatusCodeError"
		? Effect.succeed(error.reason.response)
		: Effect.fail(error);

/** What the client's own transport threw. The client's error is left behind: it carries the request, with its key. */
function causeOf(error: unknown): unknown {
	if (!HttpClientError.isHttpClientError(error)) return error;
	const { _tag, cause, description } = error.reason;
	return cause ?? new Error(description ?? _tag);
}
