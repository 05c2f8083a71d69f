import * as HttpClient from "effect/http/HttpClient";
import * as Layer from "effect/Layer";
import { Transport } from "./transport.js";
/**
 * Sends by this client as it is: with its middleware, and with its retries, which come on top of ours. Its spans and
 * trace headers are off, since each attempt has a span here, and `propagateTrace` says whether to tell of it.
 * `init` is what a client on `fetch` gives to it, in the place of the client's own; redirects are never followed.
 *
 * @example
 * const logging = HttpClient.tap(client, ({ status }) => Effect.log(status));
 * Identities.layer({ apiKey }).pipe(Layer.provide(Layer.succeed(Transport, transportOver(logging))));
 */
export declare const transportOver: <Failure>(client: HttpClient.HttpClient.With<Failure>, init?: RequestInit) => Transport;
/**
 * Puts a layer of the service on the `HttpClient` that is provided.
 *
 * @example
 * Identities.layer({ apiKey }).pipe(Layer.provide(layerTransport), Layer.provide(FetchHttpClient.layer));
 */
export declare const layerTransport: Layer.Layer<never, never, HttpClient.HttpClient>;
