/**
 * Holds the identities in the order of their ids and cuts pages out of them.
 * Newest first: ids begin with their time, so the order is that of the ids, backwards. A cursor is compared,
 * never looked up, so it keeps its place when its identity is gone.
 */
import type { Fields } from "@orq/identities-core/internal";
/** An identity as it is kept: with its metrics, and without what only some answers carry. */
export interface StoredIdentity extends Fields {
    readonly _id: string;
    readonly external_id: string;
    /** ISO 8601, as `updated`. */
    readonly created: string;
    readonly updated: string;
}
export interface PageRequest {
    readonly limit: number;
    /** Gives the identities that come next after this `_id`, which are older. */
    readonly startingAfter?: string | undefined;
    /** Gives the identities just before this `_id`, which are newer. Not together with `startingAfter`. */
    readonly endingBefore?: string | undefined;
    readonly matches: (identity: StoredIdentity) => boolean;
}
export interface StoredPage {
    readonly identities: readonly StoredIdentity[];
    /** Whether more follow in the direction asked for. */
    readonly hasMore: boolean;
}
export declare class IdentityStore {
    #private;
    /** Undefined where neither an `_id` nor an `external_id` is `id`; an `_id` wins. */
    find(id: string): StoredIdentity | undefined;
    hasExternalId(externalId: string): boolean;
    /** Adds an identity, or puts it in the place of the one with the same `_id`. */
    put(identity: StoredIdentity): void;
    remove(identity: StoredIdentity): void;
    clear(): void;
    page({ limit, startingAfter, endingBefore, matches }: PageRequest): StoredPage;
    /** Every identity, newest first. */
    all(): readonly StoredIdentity[];
}
