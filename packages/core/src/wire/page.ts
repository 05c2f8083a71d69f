/**
 * The rules of walking a list: in which direction, where the next page starts, and when to stop because the
 * server does not get on. `starting_after` walks down the list; `ending_before` walks up, away from the cursor.
 */
import { DecodeError } from "../failure/classes.ts";
import type { Cursor } from "../failure/taxonomy.ts";
import { operations } from "../generated/operations.ts";

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

/** The cursor that a query asks for; undefined for the beginning. */
export function cursorOf({ starting_after, ending_before }: CursorQuery): Cursor | undefined {
	if (ending_before != null) return { ending_before };
	return starting_after == null ? undefined : { starting_after };
}

export const cursorAt = (direction: Direction, id: string): Cursor =>
	direction === "ending_before" ? { ending_before: id } : { starting_after: id };

/** The cursor behind the page's last identity, in the direction of the walk; undefined for an empty page. */
export function cursorBehind(direction: Direction, { data }: Page): Cursor | undefined {
	const edge = direction === "ending_before" ? data[0] : data.at(-1);
	return edge && cursorAt(direction, edge._id);
}

/** Where the page after this one starts; undefined at the end of the list. */
export const nextCursor = (direction: Direction, page: Page): Cursor | undefined =>
	page.has_more ? cursorBehind(direction, page) : undefined;

/** The error of a page that says there is more, and leads back to where it was asked: a loop without end. */
export function errorOfStuckPage(
	direction: Direction,
	asked: Cursor | undefined,
	page: Page,
): DecodeError | undefined {
	if (!page.has_more) return undefined;
	const behind = cursorBehind(direction, page);
	if (behind && (!asked || idOf(behind) !== idOf(asked))) return undefined;
	const { name, method, path } = operations.list;
	const what = behind ? "ends at the identity that it should start after" : "is empty";
	return new DecodeError({
		operation: name,
		method,
		path,
		message: `${name}: the page says that there is more, but ${what}; going on would never end`,
		snippet: JSON.stringify(page).slice(0, 200),
		body: page,
	});
}

const idOf = (cursor: Cursor): string =>
	"starting_after" in cursor ? cursor.starting_after : cursor.ending_before;
