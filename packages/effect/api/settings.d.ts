/** A layer's options, checked, and what its calls share. */
import type { InvalidInputError } from "@orq/identities-core";
import { type TokenBucket } from "@orq/identities-core/internal";
import * as Effect from "effect/Effect";
import { type Limits } from "./limits.js";
import type { ApiKey, IdentitiesOptions } from "./options.js";
import { Transport } from "./transport.js";
export interface Settings {
    /** Without a trailing slash. */
    readonly baseUrl: string;
    readonly apiKey: ApiKey;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly limits: Limits;
    readonly propagateTrace: boolean;
    readonly transport: Transport;
    readonly bucket: TokenBucket;
}
/** Fails with one error that names every value that is wrong. What is of another type altogether is a defect. */
export declare const settingsOf: (given: IdentitiesOptions) => Effect.Effect<Settings, InvalidInputError>;
