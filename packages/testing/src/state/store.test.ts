import fc from "fast-check";
import { expect, test } from "vitest";
import { IdentityStore, type StoredIdentity } from "./store.ts";

const identity = (id: string): StoredIdentity => ({
	_id: id,
	external_id: `external ${id}`,
	created: "",
	updated: "",
});

const letter = fc.constantFrom(..."abcdefghijklmnop");
const changes = fc.array(fc.record({ id: letter, stays: fc.boolean() }), { maxLength: 40 });
const odd = (it: StoredIdentity): boolean => it._id.charCodeAt(0) % 2 === 1;

test("a page is what a plain sort and filter give, for any cursor, present or not", () => {
	fc.assert(
		fc.property(
			changes,
			letter,
			fc.integer({ min: 1, max: 5 }),
			fc.boolean(),
			(made, cursor, limit, filtered) => {
				const store = new IdentityStore();
				const ids = new Set<string>();
				for (const { id, stays } of made) {
					if (stays) store.put(identity(id));
					else store.remove(identity(id));
					if (stays) ids.add(id);
					else ids.delete(id);
				}
				const matches = filtered ? odd : () => true;
				const descending = [...ids]
					.sort()
					.reverse()
					.filter((id) => matches(identity(id)));
				const older = descending.filter((id) => id < cursor);
				const newer = descending.filter((id) => id > cursor);
				const idsOf = (page: ReturnType<IdentityStore["page"]>) => page.identities.map(({ _id }) => _id);

				const after = store.page({ limit, startingAfter: cursor, matches });
				expect(idsOf(after)).toEqual(older.slice(0, limit));
				expect(after.hasMore).toBe(older.length > limit);
				const before = store.page({ limit, endingBefore: cursor, matches });
				expect(idsOf(before)).toEqual(newer.slice(-limit));
				expect(before.hasMore).toBe(newer.length > limit);
				expect(idsOf(store.page({ limit, matches }))).toEqual(descending.slice(0, limit));
			},
		),
	);
});

test("an identity that changes its external_id is found by the new one only", () => {
	const store = new IdentityStore();
	store.put({ ...identity("a"), external_id: "old" });
	store.put({ ...identity("a"), external_id: "new" });
	expect([store.find("old"), store.find("new")?._id, store.all().length]).toEqual([undefined, "a", 1]);
});
