/**
 * The identities of the workspace and how time passes for them: who is there at the start, which id and dates a
 * new one gets, and that `updated` moves with every change.
 */
import type { Identity } from "@orq/identities-core";
import type { Fields } from "@orq/identities-core/internal";
import { IdentityStore, type StoredIdentity } from "./store.js";
/**
 * An identity that is there from the start: its `external_id`, and whatever else a test needs.
 * Nothing but uniqueness is checked, so that a test can also have what no API would accept.
 */
export type InitialIdentity = Part<Identity> & Pick<Identity, "external_id">;
/** What is inside may be told in part as well: a number that an update adds to `metrics` is nothing that a test must say. */
type Part<Value> = Value extends readonly unknown[] ? Value : Value extends object ? {
    [Key in keyof Value]?: Part<Value[Key]>;
} : Value;
export interface Population {
    readonly store: IdentityStore;
    /** Adds a new identity with an id and dates of now. */
    register(fields: Fields & {
        readonly external_id: string;
    }): StoredIdentity;
    /** Sets fields of an identity and moves `updated`, by 1 ms where the clock stands still. */
    change(identity: StoredIdentity, fields: Fields): StoredIdentity;
    /** Goes back to the identities of the start; these keep their ids, and no id is given twice. */
    reset(): void;
}
/**
 * Makes a population of `given`, who count as registered one after the other, the first being the oldest;
 * `created` moves one to its place in time.
 */
export declare function population(given: readonly InitialIdentity[], { seed, now }: {
    readonly seed: number;
    readonly now: () => number;
}): Population;
export {};
