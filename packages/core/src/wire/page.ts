/**
 * The rules of walking a list: in which direction, where the next page starts, and when to stop because the
 * server does not get on. `starting_after` walks down the list; `ending_before` walks up, away from the cursor.
 */
import { errorOfAnswer } from "../failure/classify.ts";
import type { Cursor } from "../failure/taxonomy.ts";
import { rows } from "../generated/rows.ts";
import { type Fields, isFields } from "./reading.ts";

export type Direction = "starting_after" | "ending_before";

/** What the rules read of a page. */
interface Page {
	readonly data: readonly { readonly _id: string }[];
	readonly has_more: boolean;
}

interface CursorQuery {
	readonly starting_after?: string | null | undefined;
	readonly ending_before?: string | null | undefined;
}

export const directionOf = (query: CursorQuery): Direction =>
	query.ending_before == null ? "starting_after" : "ending_before";

/**
 * A list's query as it is now: the caller's object may change while pages are on their way. By the parameters' names, since
 * a getter or a prototype may have them; what is no object, and what no parameter is called, is kept to be refused. What a
 * filter holds stays the caller's.
 */
export function queryNow<Query extends object>(query: Query | undefined): Partial<Query> {
	if (!isFields(query)) return query ?? {};
	try {
		const now: Fields = { ...query };
		for (const wire in rows.list.query) {
			const name = wire.replace(/\..*/, ""); // `filter_by.tags` is of `filter_by`.
			now[name] = query[name];
		}
		return now as Partial<Query>;
	} catch {
		return query; // A getter that throws does so again where it is refused.
	}
}

/** Undefined where there is no id. */
export const cursorAt = (direction: Direction, id: string | null | undefined): Cursor | undefined =>
	id == null ? undefined : ({ [direction]: id } as unknown as Cursor);

/** The id of the page's last identity, in the direction of the walk; undefined for an empty page. */
export const idBehind = (direction: Direction, { data }: Page): string | undefined =>
	data.at(direction === "ending_before" ? 0 : -1)?._id;

/**
 * The id that the page after this one is asked for with, which was asked for with `from`; undefined at the end. Throws
 * where a page that says there is more leads back to where it was asked: a loop without end.
 */
export function idAfter(
	direction: Direction,
	page: Page,
	from: string | null | undefined,
): string | undefined {
	if (!page.has_more) return undefined;
	const id = idBehind(direction, page);
	if (id && id !== from) return id;
	const answer = { status: 200, headers: {}, text: JSON.stringify(page) };
	throw errorOfAnswer(rows.list, answer, {}, "the cursor does not advance");
}

/** Where a walk stands: the id that it asked with, and one that it remembers. */
export interface Place {
	readonly id: string | null | undefined;
	readonly mark: string | null | undefined;
	/** Pages so far, counting the next one. */
	readonly pages: number;
}

export const placeOf = (direction: Direction, query: CursorQuery): Place => {
	const id = query[direction];
	return { id, mark: id, pages: 1 };
};

/**
 * Where a walk stands after this page; undefined at the end. Throws where the list does not get on, or goes round in a
 * circle of any length: a page leads back to the mark, which moves on after 1, 2, 4, … pages (Brent's algorithm).
 */
export function placeAfter(
	direction: Direction,
	page: Page,
	{ id, mark, pages }: Place,
): (Place & { readonly id: string }) | undefined {
	const next = idAfter(direction, page, id);
	if (next === undefined) return undefined;
	idAfter(direction, page, mark);
	const isPowerOfTwo = !(pages & (pages - 1));
	return { id: next, mark: isPowerOfTwo ? next : mark, pages: pages + 1 };
}
