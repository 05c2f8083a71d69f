/** What the service offers: the document's operations, and what is made of them. */
import type { ListIdentitiesError, ListIdentitiesQuery } from "@orq/identities-core";
import type * as Effect from "effect/Effect";
import type * as Stream from "effect/Stream";
import { type IdentitiesMethods } from "./generated/methods.js";
import type { Identity } from "./generated/types.js";
import type { RequestOptions } from "./options.js";
import { type IdentitiesPage } from "./pages.js";
import type { Settings } from "./settings.js";
import { type UpsertIdentityError, type UpsertIdentityRequest, type UpsertIdentityResponse } from "./upsert.js";
export interface IdentitiesService extends IdentitiesMethods {
    /**
     * Creates the identity with this external id, or updates it where it is there already. Safe to repeat.
     * Only the fields given change; `null` clears a field. `totalTimeout` covers all requests of it.
     * Fails like `update` and `create`, but never with not-found.
     *
     * @param external_id - Your id of the user, 1 to 120 characters.
     * @param fields - What the identity shall have.
     * @example
     * identities.upsert("user_1", { display_name: "Jo", tags: ["premium"] });
     */
    readonly upsert: (external_id: string, fields: UpsertIdentityRequest, options?: RequestOptions) => Effect.Effect<UpsertIdentityResponse, UpsertIdentityError>;
    /**
     * Every identity, page after page, each page asked for when somebody pulls. With `ending_before` it walks up the
     * list, away from the cursor. A failure says in `error.cursor` where to go on: give it back as part of the query.
     * `totalTimeout` covers all pages.
     *
     * @param query - What to ask for; `limit` is the size of a page.
     * @example
     * identities.stream({ limit: 50 }).pipe(Stream.runForEach((identity) => Effect.log(identity.external_id)));
     */
    readonly stream: (query?: ListIdentitiesQuery, options?: RequestOptions) => Stream.Stream<Identity, ListIdentitiesError>;
    /**
     * Every page, as it was answered. To overlap work with the next page's request, `Stream.buffer({ capacity: 1 })` it,
     * and where the work computes without a pause, `Stream.tap(() => Effect.yieldNow)` lets the request go out first.
     *
     * @param query - What to ask for; `limit` is the size of a page.
     * @example
     * identities.pages({ limit: 50 }).pipe(Stream.runForEach(({ data }) => Effect.log(data.length)));
     */
    readonly pages: (query?: ListIdentitiesQuery, options?: RequestOptions) => Stream.Stream<IdentitiesPage, ListIdentitiesError>;
}
export declare function serviceOf(settings: Settings): IdentitiesService;
