/**
 * Walks a list as a Stream: page by page or identity by identity, from the query's cursor on, each page asked for when
 * somebody pulls. A walk that fails says in `error.cursor` where to go on. `totalTimeout` covers all its pages.
 */
import type { ListIdentitiesError, ListIdentitiesQuery } from "@orq/identities-core";
import * as Stream from "effect/Stream";
import type { Identity, ListIdentitiesResponse } from "./generated/types.js";
import type { RequestOptions } from "./options.js";
import type { Send } from "./send.js";
export type IdentitiesPage = ListIdentitiesResponse;
/** A list to walk. */
interface Route {
    readonly send: Send;
    readonly query: ListIdentitiesQuery | undefined;
    readonly options: RequestOptions | undefined;
}
export declare const pagesOf: (route: Route) => Stream.Stream<IdentitiesPage, ListIdentitiesError>;
/** With `ending_before` each page is reversed, so that the walk leads away from the cursor. */
export declare const identitiesOf: (route: Route) => Stream.Stream<Identity, ListIdentitiesError>;
export {};
