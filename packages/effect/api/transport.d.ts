/** Which transport a layer takes. */
import * as Context from "effect/Context";
import type { Transport as Send } from "./wire.js";
export type Transport = Send;
/**
 * What carries the requests: `fetch`, unless another is provided to the layer. Read when a layer is built, so that it
 * is no requirement of any program.
 *
 * @example
 * const offline: Transport = () => Effect.fail(new TransportFailure("offline"));
 * Identities.layer({ apiKey }).pipe(Layer.provide(Layer.succeed(Transport, offline)));
 */
export declare const Transport: Context.Reference<Send>;
