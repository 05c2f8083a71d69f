/** The service, and the layer that makes it. */
import type { InvalidInputError } from "@orq/identities-core";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import type { IdentitiesOptions } from "./options.js";
import { type IdentitiesService } from "./service.js";
declare const Identities_base: Context.ServiceClass<Identities, "@orq/identities-effect/Identities", IdentitiesService>;
/**
 * orq.ai's identities: the end users of your product, for whom usage and cost are tracked.
 *
 * @example
 * const program = Effect.gen(function* () {
 *   const identities = yield* Identities;
 *   return yield* identities.retrieve("user_1");
 * });
 * Effect.runPromise(program.pipe(Effect.provide(Identities.layer({ apiKey: Redacted.make(key) }))));
 */
export declare class Identities extends /* @__PURE__ */ Identities_base {
    /**
     * The service with these options. Fails with an `InvalidInputError` that names every option that is wrong.
     * Nothing is sent when the layer is built. `layerConfig` reads the key from the configuration instead.
     *
     * @example
     * Identities.layer({ apiKey: Redacted.make(key), timeout: "10 seconds" });
     */
    static layer(options: IdentitiesOptions): Layer.Layer<Identities, InvalidInputError>;
    /** The service itself, for those who need several: a service of their own for each workspace, for example. */
    static make(options: IdentitiesOptions): Effect.Effect<IdentitiesService, InvalidInputError>;
}
export {};
