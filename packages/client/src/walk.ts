/**
 * A list's pages: how one is asked for, and how all are walked, page by page or identity by identity. A walk is an
 * async generator, so `next()` in parallel is queued and an early `break` runs the clean-up. Only the page that the
 * walk stands on is held.
 */
import {
	type Cursor,
	type Identity,
	isIdentitiesError,
	type ListIdentitiesError,
	type ListIdentitiesQuery,
} from "@orq/identities-core";
import {
	cursorAt,
	directionOf,
	idAfter,
	idBehind,
	type Place,
	placeAfter,
	placeOf,
} from "@orq/identities-core/internal";
import type { ApiCall } from "./call.ts";
import { within } from "./engine/attempt.ts";
import type { CallOptions } from "./engine/call.ts";
import type { ListOptions } from "./options.ts";
import { IdentitiesPage } from "./page.ts";
import type { Send } from "./send.ts";

/** An iterator that knows how far it came: give its `cursor` to `list` to go on from there. */
export interface Walk<Item> extends AsyncGenerator<Item, void, undefined> {
	/** Behind what was handed out last; the list's own cursor before that. */
	readonly cursor: Cursor | undefined;
}

export interface Listing {
	/** Asks for the first page; the same one each time. */
	readonly first: () => ApiCall<IdentitiesPage, ListIdentitiesError>;
	readonly pages: () => Walk<IdentitiesPage>;
	readonly identities: () => Walk<Identity>;
}

export function listing(
	send: Send,
	query: ListIdentitiesQuery | undefined,
	options: ListOptions | undefined,
): Listing {
	const asked = query ?? {};
	const direction = directionOf(asked);
	let shared: ApiCall<IdentitiesPage, ListIdentitiesError> | undefined;

	const first = () => {
		shared ??= load();
		return shared;
	};

	const load = (id?: string, own: CallOptions | undefined = options) =>
		send("list", { query: id ? { ...asked, [direction]: id } : asked }, own, (page) => {
			const following = async (at: IdentitiesPage) => {
				const next = idAfter(direction, at, id ?? asked[direction]);
				return next ? load(next) : undefined;
			};
			return new IdentitiesPage(page, following);
		});

	function walk<Item>(
		itemsOf: (page: IdentitiesPage) => readonly Item[],
		idOf: (item: Item) => string | undefined,
	): Walk<Item> {
		const walking = Object.assign(steps(), { cursor: cursorAt(direction, asked[direction]) });
		return walking;

		async function* steps(): AsyncGenerator<Item, void, undefined> {
			const { signal, prefetch } = options ?? {};
			const since = performance.now();
			let controller: AbortController | undefined;
			let ahead: Promise<IdentitiesPage> | undefined;
			try {
				let page = await first();
				let place: Place | undefined = placeOf(direction, asked);
				for (;;) {
					place = placeAfter(direction, page, place);
					const next = place?.id;
					if (prefetch && next) {
						controller = new AbortController();
						ahead = within(
							(own) => load(next, { ...options, signal: own, since }),
							signal,
							undefined,
							undefined,
							controller,
						);
						ahead.catch(() => {}); // It is awaited later, or given up.
						await turn();
					}
					if (signal?.aborted) throw signal.reason;
					for (const item of itemsOf(page)) {
						walking.cursor = cursorAt(direction, idOf(item)) ?? walking.cursor;
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

	return {
		first,
		pages: () =>
			walk(
				(page) => [page],
				(page) => idBehind(direction, page),
			),
		// With `ending_before` each page is reversed, so that the walk leads away from the cursor.
		identities: () =>
			walk(
				({ data }) => (direction === "ending_before" ? [...data].reverse() : data),
				({ _id }) => _id,
			),
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
