/** The layer whose key comes from the configuration, which is loaded only where such a layer is built. */
import type { InvalidInputError } from "@orq/identities-core";
import type * as Config from "effect/Config";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { loadReadConfig } from "#read-config";
import { Identities } from "./identities.ts";
import type { IdentitiesOptions } from "./options.ts";
import type { Sources } from "./read-config.ts";

export interface ConfigOptions extends Omit<IdentitiesOptions, keyof Sources>, Sources {}

/**
 * `Identities.layer` with the key, and where the API lives, from the configuration: by default the environment's
 * `ORQ_API_KEY` and `ORQ_BASE_URL`. Fails with a `ConfigError` where there is no key. What reads the configuration is
 * loaded when the layer is built, so building it takes more than `Effect.runSync`.
 *
 * @example
 * Effect.runPromise(program.pipe(Effect.provide(layerConfig())));
 * layerConfig({ apiKey: Config.Redacted("IDENTITIES_KEY"), timeout: "10 seconds" });
 */
export const layerConfig = (
	options: ConfigOptions = {},
): Layer.Layer<Identities, InvalidInputError | Config.ConfigError> => {
	const { apiKey, baseUrl, ...others } = options;
	const configured = Effect.flatMap(Effect.promise(loadReadConfig), (readConfig) =>
		Effect.flatMap(readConfig({ apiKey, baseUrl }), (found) => Identities.make({ ...others, ...found })),
	);
	return Layer.effect(Identities, configured);
};
