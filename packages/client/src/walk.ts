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
	readonly load: (cursor: Cursor, signal: AbortSignal | undefined) => Promise<IdentitiesPage>;
	readonly prefetch: boolean;
	readonly signal: AbortSignal | undefined;
}

export function walkPages(route: Route): Walk<IdentitiesPage> {
	return walk(route, async function* (position) {
		for await (const page of pages(route)) {
			position.cursor = cursorBehind(route.direction, page) ?? position.cursor;
			yield page;
		}
	});
}

/** With `ending_before` each page is reversed, so that the walk leads away from the cursor. */
export function walkIdentities(route: Route): Walk<Identity> {
	return walk(route, async function* (position) {
		for await (const { data } of pages(route)) {
			for (const identity of route.direction === "ending_before" ? [...data].reverse() : data) {
				position.cursor = cursorAt(route.direction, identity._id);
				yield identity;
			}
		}
	});
}

interface Position {
	cursor: Cursor | undefined;
}

function walk<Item>(
	route: Route,
	steps: (position: Position) => AsyncGenerator<Item, void, undefined>,
): Walk<Item> {
	const position: Position = { cursor: route.start };
	const generator = withCursor(steps(position), position);
	return Object.defineProperty(generator, "cursor", { get: () => position.cursor }) as Walk<Item>;
}

/** An error on the way says how far the walk came. */
async function* withCursor<Item>(steps: AsyncGenerator<Item, void, undefined>, position: Position) {
	try {
		yield* steps;
	} catch (error) {
		throw isIdentitiesError(error) && position.cursor
			? Object.assign(error, { cursor: position.cursor })
			: error;
	}
}

async function* pages({ direction, start, first, load, prefetch, signal }: Route) {
	const ahead = prefetch ? ownSignal(signal) : undefined;
	try {
		let asked = start;
		let page = await first();
		for (;;) {
			const stuck = errorOfStuckPage(direction, asked, page);
			if (stuck) throw stuck;
			const next = nextCursor(direction, page);
			const following = ahead && next ? load(next, ahead.signal) : undefined;
			if (following) {
				following.catch(() => {}); // It is awaited later, or given up.
				await turn();
			}
			yield page;
			if (!next) return;
			page = await (following ?? load(next, signal));
			asked = next;
		}
	} finally {
		ahead?.end();
	}
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
 * Lets the event loop turn once: only then is a request on the wire. Without it a consumer that computes would
 * keep the page that was asked for ahead waiting (`setTimeout` would cost 1 ms).
 */
const turn = (): Promise<void> =>
	new Promise((resolve) => {
		if (typeof setImmediate === "function") {
			setImmediate(resolve);
			return;
		}
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});

/** Node, Bun and Deno have it; the DOM's types do not. */
declare const setImmediate: ((callback: () => void) => unknown) | undefined;
