/**
 * Walks a list, page by page or identity by identity. Both walks are async generators, so `next()` in parallel is
 * queued and an early `break` runs the clean-up. Only the page that the walk stands on is held.
 */
import { type Cursor, type Identity, isIdentitiesError } from "@orq/identities-core";
import {
	cursorAt,
	cursorBehind,
	type Direction,
	errorOfStuckPage,
	nextCursor,
} from "@orq/identities-core/internal";
import type { IdentitiesPage } from "./page.ts";

/** An iterator that knows how far it came: give its `cursor` to `list` to go on from there. */
export interface Walk<Item> extends AsyncGenerator<Item, void, undefined> {
	/** Behind what was handed out last; the list's own cursor before that. */
	readonly cursor: Cursor | undefined;
}

/** A list to walk. */
export interface Route {
	readonly direction: Direction;
	/** The cursor that the list was asked with. */
	readonly start: Cursor | undefined;
	readonly first: () => Promise<IdentitiesPage>;
	/** `since` is when the walk began. */
	readonly load: (
		cursor: Cursor,
		own: { readonly signal: AbortSignal | undefined; readonly since: number },
	) => Promise<IdentitiesPage>;
	readonly prefetch: boolean;
	readonly signal: AbortSignal | undefined;
}

interface Position {
	cursor: Cursor | undefined;
}

export const walkPages = (route: Route): Walk<IdentitiesPage> => walk(route, pages);

export const walkIdentities = (route: Route): Walk<Identity> => walk(route, identities);

function walk<Item>(
	route: Route,
	steps: (route: Route, position: Position) => AsyncGenerator<Item, void, undefined>,
): Walk<Item> {
	const position: Position = { cursor: route.start };
	const walking = steps(route, position);
	return Object.defineProperty(walking, "cursor", { get: () => position.cursor }) as Walk<Item>;
}

/** With `ending_before` each page is reversed, so that the walk leads away from the cursor. */
async function* identities(route: Route, position: Position) {
	const { direction, signal } = route;
	for await (const { data } of pages(route, position)) {
		for (const identity of direction === "ending_before" ? [...data].reverse() : data) {
			if (signal?.aborted) throw signal.reason;
			position.cursor = cursorAt(direction, identity._id);
			yield identity;
		}
	}
}

async function* pages({ direction, start, first, load, prefetch, signal }: Route, position: Position) {
	const since = performance.now();
	const ahead = prefetch ? ownSignal(signal) : undefined;
	try {
		let asked = start;
		// Finds a round of any length with one cursor remembered, renewed at powers of two (Brent's algorithm).
		let mark = start;
		let turns = 0;
		let until = 1;
		let page = await first();
		for (;;) {
			const next = cursorAfter(direction, asked, page);
			if (next) cursorAfter(direction, mark, page);
			if (++turns === until) {
				mark = next;
				until *= 2;
				turns = 0;
			}
			const following = ahead && next && load(next, { signal: ahead.signal, since });
			if (following) {
				following.catch(() => {}); // It is awaited later, or given up.
				await turn();
			}
			position.cursor = cursorBehind(direction, page) ?? position.cursor;
			yield page;
			if (!next) return;
			page = await (following ?? load(next, { signal, since }));
			asked = next;
		}
	} catch (error) {
		// It says how far the walk came.
		if (isIdentitiesError(error) && position.cursor) Object.assign(error, { cursor: position.cursor });
		throw error;
	} finally {
		ahead?.end();
	}
}

/** Where the page after this one starts; undefined at the end. Throws where the list does not get on. */
export function cursorAfter(
	direction: Direction,
	asked: Cursor | undefined,
	page: IdentitiesPage,
): Cursor | undefined {
	const stuck = errorOfStuckPage(direction, asked, page);
	if (stuck) throw stuck;
	return nextCursor(direction, page);
}

/** A signal that follows the caller's, and can end what was asked for ahead of a walk that breaks off. */
function ownSignal(signal: AbortSignal | undefined) {
	const controller = new AbortController();
	const follow = () => controller.abort(signal?.reason);
	if (signal?.aborted) follow();
	signal?.addEventListener("abort", follow);
	return {
		signal: controller.signal,
		end: () => {
			signal?.removeEventListener("abort", follow);
			controller.abort();
		},
	};
}

/**
 * Lets the event loop turn twice: only then is a request on Node's wire. Without it a consumer that computes would
 * keep the page that was asked for ahead waiting. (`setTimeout` costs 1 ms, where there is nothing faster.)
 */
const turn = (): Promise<void> =>
	new Promise((resolve) => {
		const later = typeof setImmediate === "function" ? setImmediate : setTimeout;
		later(() => later(resolve));
	});

/** Node, Bun and Deno have it; the DOM's types do not. */
declare const setImmediate: ((callback: () => void) => unknown) | undefined;
