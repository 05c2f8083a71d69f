/**
 * Holds the identities in the order of their ids and cuts pages out of them.
 * Newest first: ids begin with their time, so the order is that of the ids, backwards. A cursor is compared,
 * never looked up, so it keeps its place when its identity is gone.
 */
import type { Fields } from "@orq/identities-core/internal";

/** An identity as it is kept: with its metrics, and without what only some answers carry. */
export interface StoredIdentity extends Fields {
	readonly _id: string;
	readonly external_id: string;
	/** ISO 8601, as `updated`. */
	readonly created: string;
	readonly updated: string;
}

export interface PageRequest {
	readonly limit: number;
	/** Gives the identities that come next after this `_id`, which are older. */
	readonly startingAfter?: string | undefined;
	/** Gives the identities just before this `_id`, which are newer. Not together with `startingAfter`. */
	readonly endingBefore?: string | undefined;
	readonly matches: (identity: StoredIdentity) => boolean;
}

export interface StoredPage {
	readonly identities: readonly StoredIdentity[];
	/** Whether more follow in the direction asked for. */
	readonly hasMore: boolean;
}

export class IdentityStore {
	/** In ascending order: a new identity is the greatest, so adding is a push. */
	readonly #ids: string[] = [];
	readonly #byId = new Map<string, StoredIdentity>();
	readonly #byExternalId = new Map<string, string>();

	/** Undefined where neither an `_id` nor an `external_id` is `id`; an `_id` wins. */
	find(id: string): StoredIdentity | undefined {
		return this.#byId.get(id) ?? this.#byId.get(this.#byExternalId.get(id) ?? "");
	}

	hasExternalId(externalId: string): boolean {
		return this.#byExternalId.has(externalId);
	}

	/** Adds an identity, or puts it in the place of the one with the same `_id`. */
	put(identity: StoredIdentity): void {
		const before = this.#byId.get(identity._id);
		if (before === undefined) this.#ids.splice(this.#placeOf(identity._id), 0, identity._id);
		else this.#byExternalId.delete(before.external_id);
		this.#byId.set(identity._id, identity);
		this.#byExternalId.set(identity.external_id, identity._id);
	}

	remove(identity: StoredIdentity): void {
		if (!this.#byId.delete(identity._id)) return;
		this.#byExternalId.delete(identity.external_id);
		this.#ids.splice(this.#placeOf(identity._id), 1);
	}

	clear(): void {
		this.#ids.length = 0;
		this.#byId.clear();
		this.#byExternalId.clear();
	}

	page({ limit, startingAfter, endingBefore, matches }: PageRequest): StoredPage {
		const step = endingBefore === undefined ? -1 : 1;
		const found: StoredIdentity[] = [];
		// One more than the page holds tells whether there are more.
		for (let at = this.#start(startingAfter, endingBefore); found.length <= limit; at += step) {
			const id = this.#ids[at];
			if (id === undefined) break;
			const identity = this.#byId.get(id);
			if (identity !== undefined && matches(identity)) found.push(identity);
		}
		const identities = found.slice(0, limit);
		return { identities: step === 1 ? identities.reverse() : identities, hasMore: found.length > limit };
	}

	/** Every identity, newest first. */
	all(): readonly StoredIdentity[] {
		return this.page({ limit: this.#ids.length, matches: () => true }).identities;
	}

	/** Where the walk begins: the neighbour of the cursor, whether the cursor's identity is there or not. */
	#start(startingAfter: string | undefined, endingBefore: string | undefined): number {
		if (endingBefore !== undefined) {
			const place = this.#placeOf(endingBefore);
			return this.#ids[place] === endingBefore ? place + 1 : place;
		}
		return (startingAfter === undefined ? this.#ids.length : this.#placeOf(startingAfter)) - 1;
	}

	/** The index of the first id that is not smaller, found by halving. */
	#placeOf(id: string): number {
		let low = 0;
		let high = this.#ids.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#ids[middle] ?? "") < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
