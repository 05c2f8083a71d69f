/** The layer whose key comes from the configuration, which is loaded only where such a layer is built. */
import type { InvalidInputError } from "@orq/identities-core";
import type * as Config from "effect/Config";
import * as Layer from "effect/Layer";
import { Identities } from "./identities.js";
import type { IdentitiesOptions } from "./options.js";
import type { Sources } from "./read-config.js";
export interface ConfigOptions extends Omit<IdentitiesOptions, keyof Sources>, Sources {
}
/**
 * `Identities.layer` with the key, and where the API lives, from the configuration: by default the environment's
 * `ORQ_API_KEY` and `ORQ_BASE_URL`. Fails with a `ConfigError` where there is no key. What reads the configuration is
 * loaded when the layer is built, so building it takes more than `Effect.runSync`.
 *
 * @example
 * Effect.runPromise(program.pipe(Effect.provide(layerConfig())));
 * layerConfig({ apiKey: Config.Redacted("IDENTITIES_KEY"), timeout: "10 seconds" });
 */
export declare const layerConfig: (options?: ConfigOptions) => Layer.Layer<Identities, InvalidInputError | Config.ConfigError>;
