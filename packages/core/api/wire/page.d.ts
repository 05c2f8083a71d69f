import type { Cursor } from "../failure/taxonomy.js";
export type Direction = "starting_after" | "ending_before";
/** What the rules read of a page. */
interface Page {
    readonly data: readonly {
        readonly _id: string;
    }[];
    readonly has_more: boolean;
}
interface CursorQuery {
    readonly starting_after?: string | null | undefined;
    readonly ending_before?: string | null | undefined;
}
export declare const directionOf: (query: CursorQuery) => Direction;
/**
 * A list's query as it is now: the caller's object may change while pages are on their way. By the parameters' names, since
 * a getter or a prototype may have them; what is no object, and what no parameter is called, is kept to be refused. What a
 * filter holds stays the caller's.
 */
export declare function queryNow<Query extends object>(query: Query | undefined): Partial<Query>;
/** Undefined where there is no id. */
export declare const cursorAt: (direction: Direction, id: string | null | undefined) => Cursor | undefined;
/** The id of the page's last identity, in the direction of the walk; undefined for an empty page. */
export declare const idBehind: (direction: Direction, { data }: Page) => string | undefined;
/**
 * The id that the page after this one is asked for with, which was asked for with `from`; undefined at the end. Throws
 * where a page that says there is more leads back to where it was asked: a loop without end.
 */
export declare function idAfter(direction: Direction, page: Page, from: string | null | undefined): string | undefined;
/** Where a walk stands: the id that it asked with, and one that it remembers. */
export interface Place {
    readonly id: string | null | undefined;
    readonly mark: string | null | undefined;
    /** Pages so far, counting the next one. */
    readonly pages: number;
}
export declare const placeOf: (direction: Direction, query: CursorQuery) => Place;
/**
 * Where a walk stands after this page; undefined at the end. Throws where the list does not get on, or goes round in a
 * circle of any length: a page leads back to the mark, which moves on after 1, 2, 4, … pages (Brent's algorithm).
 */
export declare function placeAfter(direction: Direction, page: Page, { id, mark, pages }: Place): (Place & {
    readonly id: string;
}) | undefined;
export {};
