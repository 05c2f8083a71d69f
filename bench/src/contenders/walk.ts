/** The loop over pages that users of a client without pages write by hand. */
import type { Each } from "../contender.ts";

export interface Page<Identity> {
	readonly data: readonly Identity[];
	readonly has_more: boolean;
}

/** Asks for the page after `after`. */
export type Load<Identity> = (after: string | undefined) => Promise<Page<Identity>>;

/** One page after the other. */
export async function walk<Identity>(
	load: Load<Identity>,
	idOf: (identity: Identity) => string,
	each: Each,
): Promise<void> {
	let after: string | undefined;
	for (;;) {
		const page = await load(after);
		for (const identity of page.data) {
			const busy = each(identity);
			if (busy) await busy;
		}
		const last = page.data.at(-1);
		if (!page.has_more || !last) return;
		after = idOf(last);
	}
}

/**
 * As fast as a walk can be: the next page is asked for before this one is handed over, and the event loop turns once,
 * since only then is the request on the wire.
 */
export async function walkAhead<Identity>(
	load: Load<Identity>,
	idOf: (identity: Identity) => string,
	each: Each,
): Promise<void> {
	let page = await load(undefined);
	for (;;) {
		const last = page.data.at(-1);
		const next = page.has_more && last ? load(idOf(last)) : undefined;
		next?.catch(() => {}); // It is awaited below.
		if (next) await new Promise((resolve) => setImmediate(resolve));
		for (const identity of page.data) {
			const busy = each(identity);
			if (busy) await busy;
		}
		if (!next) return;
		page = await next;
	}
}
