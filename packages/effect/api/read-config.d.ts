/**
 * Reads the key, and where the API lives, from the configuration. The one file that loads `Config`, which brings
 * `Schema`: with them an import of the package takes 1.7 times as long. So nobody imports it but by `#read-config`, which
 * is `read-config-lazy.ts` where modules are loaded one by one, and this file in a bundle. There what nobody uses falls
 * away by itself, and an `import()` would cost everybody 1.5 kB: where esbuild does not split, it wraps each module that
 * such a call reaches, the whole of Effect's runtime.
 */
import * as Config from "effect/Config";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
/** Where to look. */
export interface Sources {
    /** Default: `ORQ_API_KEY`. */
    readonly apiKey?: Config.Config<Redacted.Redacted> | undefined;
    /** Default: `ORQ_BASE_URL`, else https://my.orq.ai. */
    readonly baseUrl?: Config.Config<string> | undefined;
}
interface Found {
    readonly apiKey: Redacted.Redacted;
    readonly baseUrl: string | undefined;
}
export declare const readConfig: ({ apiKey, baseUrl, }: Sources) => Effect.Effect<Found, Config.ConfigError>;
/** Not at once, as the lazy one, so that a program does not behave otherwise when it is bundled. */
export declare const loadReadConfig: () => Promise<typeof readConfig>;
export {};
