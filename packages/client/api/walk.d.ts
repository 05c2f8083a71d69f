/**
 * Walks a list, page by page or identity by identity. A walk is an async generator, so `next()` in parallel is queued
 * and an early `break` runs the clean-up. Only the page that the walk stands on is held.
 */
import { type Cursor, type ListIdentitiesQuery } from "@orq/identities-core";
import { type Direction } from "@orq/identities-core/internal";
import type { CallOptions } from "./engine/call.js";
import type { ListOptions } from "./options.js";
import type { IdentitiesPage } from "./page.js";
/** An iterator that knows how far it came: give its `cursor` to `list` to go on from there. */
export interface Walk<Item> extends AsyncGenerator<Item, void, undefined> {
    /** Behind what was handed out last; the list's own cursor before that. */
    readonly cursor: Cursor | undefined;
}
/** Walks what a query asks for. `idOf` is the id behind an item, where a walk that breaks off there would go on. */
export declare function walk<Item>(query: Partial<ListIdentitiesQuery>, options: ListOptions | undefined, first: () => PromiseLike<IdentitiesPage>, load: (id: string, own: CallOptions) => Promise<IdentitiesPage>, itemsOf: (page: IdentitiesPage, direction: Direction) => readonly Item[], idOf: (item: Item, direction: Direction) => string | undefined): Walk<Item>;
