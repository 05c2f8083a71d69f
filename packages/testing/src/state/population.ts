/**
 * The identities of the workspace and how time passes for them: who is there at the start, which id and dates a
 * new one gets, and that `updated` moves with every change.
 */
import type { Identity } from "@orq/identities-core";
import type { Fields } from "@orq/identities-core/internal";
import { seededRandom } from "./random.ts";
import { IdentityStore, type StoredIdentity } from "./store.ts";
import { identityIds } from "./ulid.ts";

/**
 * An identity that is there from the start: its `external_id`, and whatever else a test needs.
 * Nothing but uniqueness is checked, so that a test can also have what no API would accept.
 */
export type InitialIdentity = Part<Identity> & Pick<Identity, "external_id">;

/** What is inside may be told in part as well: a number that an update adds to `metrics` is nothing that a test must say. */
type Part<Value> = Value extends readonly unknown[]
	? Value
	: Value extends object
		? { [Key in keyof Value]?: Part<Value[Key]> }
		: Value;

/** What is read of one here, whether the API's document of the day has it or not. */
type Founder = Fields & Pick<StoredIdentity, "external_id"> & Partial<StoredIdentity>;

export interface Population {
	readonly store: IdentityStore;
	/** Adds a new identity with an id and dates of now. */
	register(fields: Fields & { readonly external_id: string }): StoredIdentity;
	/** Sets fields of an identity and moves `updated`, by 1 ms where the clock stands still. */
	change(identity: StoredIdentity, fields: Fields): StoredIdentity;
	/** Goes back to the identities of the start; these keep their ids, and no id is given twice. */
	reset(): void;
}

/**
 * Makes a population of `given`, who count as registered one after the other, the first being the oldest;
 * `created` moves one to its place in time.
 */
export function population(
	given: readonly InitialIdentity[],
	{ seed, now }: { readonly seed: number; readonly now: () => number },
): Population {
	const nextId = identityIds(seededRandom(seed));
	const store = new IdentityStore();
	const initial = founders(given, nextId, now());
	const reset = (): void => {
		store.clear();
		for (const identity of initial) store.put(identity);
	};
	reset();
	return {
		store,
		reset,
		register: (fields) => {
			const time = now();
			const date = new Date(time).toISOString();
			const identity = { _id: nextId(time), ...fields, created: date, updated: date };
			store.put(identity);
			return identity;
		},
		change: (identity, fields) => {
			const time = Math.max(now(), Date.parse(identity.updated) + 1);
			const changed = { ...identity, ...fields, updated: new Date(time).toISOString() };
			store.put(changed);
			return changed;
		},
	};
}

function founders(
	given: readonly Founder[],
	nextId: (time: number) => string,
	now: number,
): readonly StoredIdentity[] {
	const ids = new Set<string>();
	const externalIds = new Set<string>();
	return given
		.map((identity, index) => ({ identity, index, time: timeOf(identity, index, now) }))
		.sort((one, other) => one.time - other.time)
		.map(({ identity, index, time }) => {
			const { _id = nextId(time), created = new Date(time).toISOString(), ...fields } = identity;
			const { external_id, updated = created } = fields;
			if (externalIds.has(external_id)) throw problem(index, `external_id ${external_id} is there twice.`);
			if (ids.has(_id)) throw problem(index, `_id ${_id} is there twice.`);
			externalIds.add(external_id);
			ids.add(_id);
			return { _id, ...structuredClone(fields), created, updated };
		});
}

function timeOf(identity: Founder, index: number, now: number): number {
	if (typeof identity !== "object" || identity === null || typeof identity.external_id !== "string") {
		throw problem(index, "must be an object with a string `external_id`.");
	}
	const { created } = identity;
	if (created === undefined) return now;
	const time = Date.parse(created);
	if (Number.isNaN(time)) throw problem(index, `\`created\` must be an ISO 8601 date; received ${created}.`);
	return time;
}

const problem = (index: number, text: string): TypeError =>
	new TypeError(`createIdentitiesServer: identities[${index}]: ${text}`);
