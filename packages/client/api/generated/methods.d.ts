import type { CreateIdentityError, CreateIdentityRequest, CreateIdentityResponse, DeleteIdentityError, ListIdentitiesQuery, RetrieveIdentityError, RetrieveIdentityResponse, UpdateIdentityError, UpdateIdentityRequest, UpdateIdentityResponse } from "@orq/identities-core";
import type { ApiCall } from "../call.js";
import { IdentitiesList } from "../list.js";
import type { ListOptions, RequestOptions } from "../options.js";
import type { Send } from "../send.js";
/** One method for each operation of the document. */
export declare class IdentitiesMethods {
    #private;
    constructor(send: Send);
    /**
     * Lists identities, a page at a time.
     *
     * `starting_after` and `ending_before` walk on from a page that you have; `search` and `filter_by` narrow
     * what is listed. The order of identities is not documented.
     *
     * @param query - What to ask for.
     * @param query.ending_before - The `_id` of the first identity of a page. Gives the page before it.
     * @param query.filter_by - Only identities that carry these tags.
     * @param query.include_metrics - Adds the usage of the last 30 days to each identity. False by default.
     * @param query.limit - How many identities a page holds at most. A whole number, 1 to 50, 10 by default.
     * @param query.search - A part of the display name or of the e-mail address. At least 2 characters.
     * @param query.starting_after - The `_id` of the last identity of a page. Gives the page after it.
     * @param options - Signal, time limits, retries and headers of this call, and of each page that it
     *   fetches.
     * @returns One page where it is awaited, and every identity where it is iterated.
     * @throws {InvalidInputError} where an input is refused before anything is sent.
     * @throws {UnauthorizedError | ForbiddenError} where the key is refused.
     * @throws {RequestRejectedError} where the API refuses the request.
     * @throws {RateLimitError | ServerError | UnexpectedStatusError} where the API can't answer now.
     * @throws {ConnectionError | RequestTimeoutError} where no answer comes.
     * @throws {DecodeError} where the answer is not what was promised.
     * @example
     * for await (const identity of client.list({ limit: 50 })) console.log(identity.external_id);
     */
    list(query?: ListIdentitiesQuery, options?: ListOptions): IdentitiesList;
    /**
     * Registers a user of your product as an identity.
     *
     * An `external_id` that another identity of the workspace has already is refused.
     *
     * @param body - A new identity.
     * @param body.external_id - The id that your system knows this user by. No two identities of a workspace
     *   share one. 1 to 120 characters. Required.
     * @param body.avatar_url - Where a picture of the user lies.
     * @param body.display_name - The name that people see.
     * @param body.email - The user's e-mail address.
     * @param body.metadata - Whatever else you want to keep with the identity. Keys and values are yours.
     * @param body.tags - Labels of your own, to find and group identities by.
     * @param options - Signal, time limits, retries and headers of this call.
     * @returns The identity as it is now.
     * @throws {ConflictError} where it collides with what is there already.
     * @throws {InvalidInputError} where an input is refused before anything is sent.
     * @throws {UnauthorizedError | ForbiddenError} where the key is refused.
     * @throws {RequestRejectedError} where the API refuses the request.
     * @throws {RateLimitError | ServerError | UnexpectedStatusError} where the API can't answer now.
     * @throws {ConnectionError | RequestTimeoutError} where no answer comes.
     * @throws {DecodeError} where the answer is not what was promised.
     * @example
     * const identity = await client.create({ external_id: "user_4711", display_name: "Jo Fischer", tags: ["premium"] });
     */
    create(body: CreateIdentityRequest, options?: RequestOptions): ApiCall<CreateIdentityResponse, CreateIdentityError>;
    /**
     * Retrieves one identity.
     *
     * It is found by its own id or by the `external_id` that your system knows it by.
     *
     * @param id - The identity's own id, or the `external_id` that your system knows it by.
     * @param options - Signal, time limits, retries and headers of this call.
     * @returns The identity as it is now.
     * @throws {IdentityNotFoundError} where no identity has this id.
     * @throws {InvalidInputError} where an input is refused before anything is sent.
     * @throws {UnauthorizedError | ForbiddenError} where the key is refused.
     * @throws {RequestRejectedError} where the API refuses the request.
     * @throws {RateLimitError | ServerError | UnexpectedStatusError} where the API can't answer now.
     * @throws {ConnectionError | RequestTimeoutError} where no answer comes.
     * @throws {DecodeError} where the answer is not what was promised.
     * @example
     * const identity = await client.retrieve("user_4711");
     */
    retrieve(id: string, options?: RequestOptions): ApiCall<RetrieveIdentityResponse, RetrieveIdentityError>;
    /**
     * Changes the fields that you send, and no others.
     *
     * Null clears `display_name`, `email` or `avatar_url`.
     *
     * @param id - The identity's own id, or the `external_id` that your system knows it by.
     * @param body - The fields to change.
     * @param body.avatar_url - Where a picture of the user lies.
     * @param body.display_name - The name that people see.
     * @param body.email - The user's e-mail address.
     * @param body.metadata - Whatever else you want to keep with the identity. Keys and values are yours.
     * @param body.tags - Labels of your own, to find and group identities by.
     * @param options - Signal, time limits, retries and headers of this call.
     * @returns The identity as it is now.
     * @throws {ConflictError} where it collides with what is there already.
     * @throws {IdentityNotFoundError} where no identity has this id.
     * @throws {InvalidInputError} where an input is refused before anything is sent.
     * @throws {UnauthorizedError | ForbiddenError} where the key is refused.
     * @throws {RequestRejectedError} where the API refuses the request.
     * @throws {RateLimitError | ServerError | UnexpectedStatusError} where the API can't answer now.
     * @throws {ConnectionError | RequestTimeoutError} where no answer comes.
     * @throws {DecodeError} where the answer is not what was promised.
     * @example
     * const identity = await client.update("user_4711", { display_name: "Jo Fischer", email: null });
     */
    update(id: string, body: UpdateIdentityRequest, options?: RequestOptions): ApiCall<UpdateIdentityResponse, UpdateIdentityError>;
    /**
     * Deletes an identity for good.
     *
     * The budgets that were set for it go too. This can't be undone.
     *
     * @param id - The identity's own id, or the `external_id` that your system knows it by.
     * @param options - Signal, time limits, retries and headers of this call.
     * @returns Nothing.
     * @throws {IdentityNotFoundError} where no identity has this id.
     * @throws {InvalidInputError} where an input is refused before anything is sent.
     * @throws {UnauthorizedError | ForbiddenError} where the key is refused.
     * @throws {RequestRejectedError} where the API refuses the request.
     * @throws {RateLimitError | ServerError | UnexpectedStatusError} where the API can't answer now.
     * @throws {ConnectionError | RequestTimeoutError} where no answer comes.
     * @throws {DecodeError} where the answer is not what was promised.
     * @example
     * await client.delete("user_4711");
     */
    delete(id: string, options?: RequestOptions): ApiCall<void, DeleteIdentityError>;
}
