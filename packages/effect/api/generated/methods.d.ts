import type * as Effect from "effect/Effect";
import type { RequestOptions } from "../options.js";
import type { Send } from "../send.js";
import type { CreateIdentityError, CreateIdentityRequest, CreateIdentityResponse, DeleteIdentityError, ListIdentitiesError, ListIdentitiesQuery, ListIdentitiesResponse, RetrieveIdentityError, RetrieveIdentityResponse, UpdateIdentityError, UpdateIdentityRequest, UpdateIdentityResponse } from "./types.js";
/** One method for each operation of the document. */
export interface IdentitiesMethods {
    /**
     * Lists identities, a page at a time.
     *
     * `starting_after` and `ending_before` walk on from a page that you have; `search` and `filter_by` narrow
     * what is listed. The order of identities is not documented.
     *
     * Fails with what every operation can fail with: `CommonError`.
     *
     * @param query - What to ask for.
     * @param query.ending_before - The `_id` of the first identity of a page. Gives the page before it.
     * @param query.filter_by - Only identities that carry these tags.
     * @param query.include_metrics - Adds the usage of the last 30 days to each identity. False by default.
     * @param query.limit - How many identities a page holds at most. A whole number, 1 to 50, 10 by default.
     * @param query.search - A part of the display name or of the e-mail address. At least 2 characters.
     * @param query.starting_after - The `_id` of the last identity of a page. Gives the page after it.
     * @param options - Time limits, retries and headers of this call.
     * @returns One page; `stream` gives every identity, `pages` every page.
     * @example
     * const page = yield* identities.list({ limit: 50 });
     */
    readonly list: (query?: ListIdentitiesQuery, options?: RequestOptions) => Effect.Effect<ListIdentitiesResponse, ListIdentitiesError>;
    /**
     * Registers a user of your product as an identity.
     *
     * An `external_id` that another identity of the workspace has already is refused.
     *
     * Fails with `ConflictError` where it collides with what is there already, or with what every operation
     * can fail with: `CommonError`.
     *
     * @param body - A new identity.
     * @param body.external_id - The id that your system knows this user by. No two identities of a workspace
     *   share one. 1 to 120 characters. Required.
     * @param body.avatar_url - Where a picture of the user lies.
     * @param body.display_name - The name that people see.
     * @param body.email - The user's e-mail address.
     * @param body.metadata - Whatever else you want to keep with the identity. Keys and values are yours.
     * @param body.tags - Labels of your own, to find and group identities by.
     * @param options - Time limits, retries and headers of this call.
     * @returns The identity as it is now.
     * @example
     * const identity = yield* identities.create({ external_id: "user_4711", display_name: "Jo Fischer", tags: ["premium"] });
     */
    readonly create: (body: CreateIdentityRequest, options?: RequestOptions) => Effect.Effect<CreateIdentityResponse, CreateIdentityError>;
    /**
     * Retrieves one identity.
     *
     * It is found by its own id or by the `external_id` that your system knows it by.
     *
     * Fails with `IdentityNotFoundError` where no identity has this id, or with what every operation can fail
     * with: `CommonError`.
     *
     * @param id - The identity's own id, or the `external_id` that your system knows it by.
     * @param options - Time limits, retries and headers of this call.
     * @returns The identity as it is now.
     * @example
     * const identity = yield* identities.retrieve("user_4711");
     */
    readonly retrieve: (id: string, options?: RequestOptions) => Effect.Effect<RetrieveIdentityResponse, RetrieveIdentityError>;
    /**
     * Changes the fields that you send, and no others.
     *
     * Null clears `display_name`, `email` or `avatar_url`.
     *
     * Fails with `ConflictError` where it collides with what is there already, or with `IdentityNotFoundError`
     * where no identity has this id, or with what every operation can fail with: `CommonError`.
     *
     * @param id - The identity's own id, or the `external_id` that your system knows it by.
     * @param body - The fields to change.
     * @param body.avatar_url - Where a picture of the user lies.
     * @param body.display_name - The name that people see.
     * @param body.email - The user's e-mail address.
     * @param body.metadata - Whatever else you want to keep with the identity. Keys and values are yours.
     * @param body.tags - Labels of your own, to find and group identities by.
     * @param options - Time limits, retries and headers of this call.
     * @returns The identity as it is now.
     * @example
     * const identity = yield* identities.update("user_4711", { display_name: "Jo Fischer", email: null });
     */
    readonly update: (id: string, body: UpdateIdentityRequest, options?: RequestOptions) => Effect.Effect<UpdateIdentityResponse, UpdateIdentityError>;
    /**
     * Deletes an identity for good.
     *
     * The budgets that were set for it go too. This can't be undone.
     *
     * Fails with `IdentityNotFoundError` where no identity has this id, or with what every operation can fail
     * with: `CommonError`.
     *
     * @param id - The identity's own id, or the `external_id` that your system knows it by.
     * @param options - Time limits, retries and headers of this call.
     * @returns Nothing.
     * @example
     * yield* identities.delete("user_4711");
     */
    readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<void, DeleteIdentityError>;
}
/** The methods, made of what sends an operation. */
export declare const identitiesMethods: (send: Send) => IdentitiesMethods;
