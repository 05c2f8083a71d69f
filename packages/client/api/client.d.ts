/** The Promise client: the generated methods over the engine, and `upsert`. */
import { type ApiCall } from "./call.js";
import { IdentitiesMethods } from "./generated/methods.js";
import type { ClientOptions, RequestOptions } from "./options.js";
import { type UpsertIdentityError, type UpsertIdentityRequest, type UpsertIdentityResponse } from "./upsert.js";
/**
 * A client for orq.ai's identities. Throws an `InvalidInputError` where an option is wrong or the key is missing.
 *
 * @example
 * const client = new IdentitiesClient(); // the key is in ORQ_API_KEY
 * const identity = await client.create({ external_id: "user_1", display_name: "Jo" });
 */
export declare class IdentitiesClient extends IdentitiesMethods {
    #private;
    constructor(options?: ClientOptions);
    /**
     * Creates the identity with this external id, or updates it where it is there already. Safe to repeat.
     * Only the fields given change; `null` clears a field.
     * `totalTimeoutMs` covers all requests of it. Fails like `update` and `create`, but never with not-found.
     *
     * @param external_id Your id of the user, 1 to 120 characters.
     * @example
     * await client.upsert("user_1", { display_name: "Jo", tags: ["premium"] });
     */
    upsert(external_id: string, fields: UpsertIdentityRequest, options?: RequestOptions): ApiCall<UpsertIdentityResponse, UpsertIdentityError>;
}
