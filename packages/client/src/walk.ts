/**
 * Walks a list, page by page or identity by identity. A walk is an async generator, so `next()` in parallel is queued
 * and an early `break` runs the clean-up. Only the page that the walk stands on is held.
 */
import { type Cursor, isIdentitiesError, type ListIdentitiesQuery } from "@orq/identities-core";
import {
	cursorAt,
	type Direction,
	directionOf,
	type Place,
	placeAfter,
	placeOf,
} from "@orq/identities-core/internal";
import { within } from "./engine/attempt.ts";
import type { CallOptions } from "./engine/call.ts";
import type { ListOptions } from "./options.ts";
import type { IdentitiesPage } from "./page.ts";

/** An iterator that knows how far it came: give its `cursor` to `list` to go on from there. */
export interface Walk<Item> extends AsyncGenerator<Item, void, undefined> {
	/** Behind what was handed out last; the list's own cursor before that. */
	readonly cursor: Cursor | undefined;
}

/** Walks what a query asks for. `idOf` is the id behind an item, where a walk that breaks off there would go on. */
export function walk<Item>(
	query: Partial<ListIdentitiesQuery>,
	options: ListOptions | undefined,
	first: () => PromiseLike<IdentitiesPage>,
	load: (id: string, own: CallOptions) => Promise<IdentitiesPage>,
	itemsOf: (page: IdentitiesPage, direction: Direction) => readonly Item[],
	idOf: (item: Item, direction: Direction) => string | undefined,
): Walk<Item> {
	const direction = directionOf(query);
	const walking = Object.assign(steps(), { cursor: cursorAt(direction, query[direction]) });
	return walking;

	async function* steps(): AsyncGenerator<Item, void, undefined> {
		const { signal, prefetch } = options ?? {};
		const since = performance.now();
		let controller: AbortController | undefined;
		let ahead: Promise<IdentitiesPage> | undefined;
		try {
			let page = await first();
			let place: Place | undefined = placeOf(direction, query);
			for (;;) {
				place = placeAfter(direction, page, place);
				const next = place?.id;
				if (prefetch && next) {
					controller = new AbortController();
					const loading = (own: AbortSignal) => load(next, { ...options, signal: own, since });
					ahead = within(loading, signal, undefined, undefined, controller);
					ahead.catch(() => {}); // It is awaited later, or given up.
					await turn();
				}
				if (signal?.aborted) throw signal.reason;
				for (const item of itemsOf(page, direction)) {
					walking.cursor = cursorAt(direction, idOf(item, direction)) ?? walking.cursor;
					yield item;
					if (signal?.aborted) throw signal.reason;
				}
				if (!place || !next) return;
				page = await (ahead ?? load(next, { ...options, since }));
			}
		} catch (error) {
			// It says how far the walk came.
			const { cursor } = walking;
			if (isIdentitiesError(error) && cursor) Object.assign(error, { cursor });
			throw error;
		} finally {
			controller?.abort();
			await ahead?.catch(() => {});
		}
	}
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
