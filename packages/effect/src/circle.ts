/**
 * Finds a list whose pages go round in a circle, of any length, with one cursor remembered: the mark, which moves to
 * where the walk is after 1, 2, 4, … pages (Brent's algorithm). A page that leads to the mark closes the circle.
 */
import type { Cursor } from "@orq/identities-core";

export interface Watch {
	readonly mark: Cursor | undefined;
	/** Pages since the mark, and how many make it move. */
	readonly pages: number;
	readonly until: number;
}

export const watchFrom = (start: Cursor | undefined): Watch => ({ mark: start, pages: 0, until: 1 });

/** After one more page, which leads to `next`. */
export const watchOn = ({ mark, pages, until }: Watch, next: Cursor | undefined): Watch =>
	pages + 1 === until ? { mark: next, pages: 0, until: until * 2 } : { mark, pages: pages + 1, until };
