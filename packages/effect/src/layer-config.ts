/** The layer whose key comes from the configuration; apart, so that who gives the key does not carry `Config`. */
import type { InvalidInputError } from "@orq/identities-core";
import * as Config from "effect/Config";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";
import { Identities } from "./identities.ts";
import type { IdentitiesOptions } from "./options.ts";

export interface ConfigOptions extends Omit<IdentitiesOptions, "apiKey" | "baseUrl"> {
	/** Default: `ORQ_API_KEY`. */
	readonly apiKey?: Config.Config<Redacted.Redacted> | undefined;
	/** Default: `ORQ_BASE_URL`, else https://my.orq.ai. */
	readonly baseUrl?: Config.Config<string> | undefined;
}

/**
 * `Identities.layer` with the key, and where the API lives, from the configuration: by default the environment's
 * `ORQ_API_KEY` and `ORQ_BASE_URL`. Fails with a `ConfigError` where there is no key.
 *
 * @example
 * Effect.runPromise(program.pipe(Effect.provide(layerConfig())));
 * layerConfig({ apiKey: Config.Redacted("IDENTITIES_KEY"), timeout: "10 seconds" });
 */
export const layerConfig = (
	options: ConfigOptions = {},
): Layer.Layer<Identities, InvalidInputError | Config.ConfigError> => {
	const {
		// Not `Config.Redacted`, which weighs half a kilobyte.
		apiKey = Config.map(Config.String("ORQ_API_KEY"), (key) => Redacted.make(key)),
		baseUrl = Config.withDefault(Config.String("ORQ_BASE_URL"), ""),
		...others
	} = options;
	const configured = Effect.flatMap(apiKey, (apiKey) =>
		Effect.flatMap(baseUrl, (baseUrl) =>
			Identities.make({ ...others, apiKey, baseUrl: baseUrl || undefined }),
		),
	);
	return Layer.effect(Identities, configured);
};
