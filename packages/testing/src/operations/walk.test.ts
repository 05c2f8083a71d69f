import fc from "fast-check";
import { expect, test } from "vitest";
import { type Call, callerOf, pageOf } from "../fixtures/caller.ts";
import { januaryServer } from "../fixtures/table.ts";

/** What happens between two pages: somebody comes, or the one at a place of the list goes. */
const event = fc.oneof(fc.constant("come" as const), fc.record({ goes: fc.nat() }));
const between = fc.array(fc.array(event, { maxLength: 3 }), { maxLength: 12 });

interface Walk {
	readonly startCount: number;
	readonly limit: number;
	readonly events: readonly (readonly ("come" | { readonly goes: number })[])[];
	/** The query of the first page, and of the one after a page. */
	readonly first: (oldest: string) => string;
	readonly next: (ids: readonly string[]) => string;
}

/** Walks to the end while people come and go. */
async function walked({ startCount, limit, events, first, next }: Walk) {
	const start = Array.from({ length: startCount }, (_, index) => ({ external_id: `start ${index}` }));
	const server = januaryServer({ identities: start });
	const call: Call = callerOf(server.fetch);
	const atStart = server.identities.map(({ _id }) => _id);
	const seen: string[][] = [];
	let query = first(atStart.at(-1) ?? "");
	for (let turn = 0; ; turn++) {
		const page = await pageOf(call, `limit=${limit}&${query}`);
		seen.push([...page.ids]);
		if (turn > 100) throw new Error("The walk does not end.");
		if (!page.hasMore) break;
		query = next(page.ids);
		for (const [index, happening] of (events[turn] ?? []).entries()) {
			const here = server.identities;
			const leaver = happening === "come" ? undefined : here[happening.goes % Math.max(1, here.length)];
			if (leaver) await call("DELETE", `/v2/identities/${leaver._id}`);
			else await call("POST", "/v2/identities", { external_id: `new ${turn} ${index}` });
		}
	}
	const left = new Set(server.identities.map(({ _id }) => _id));
	return { seen, survivors: atStart.filter((id) => left.has(id)), atStart };
}

const twelve = fc.integer({ min: 1, max: 12 });
const upToFour = fc.integer({ min: 1, max: 4 });

test("walking down sees everybody who was there and stayed exactly once, in order", async () => {
	await fc.assert(
		fc.asyncProperty(twelve, upToFour, between, async (startCount, limit, events) => {
			const { seen, survivors, atStart } = await walked({
				startCount,
				limit,
				events,
				first: () => "",
				next: (ids) => `starting_after=${ids.at(-1)}`,
			});
			const flat = seen.flat();
			expect(new Set(flat).size).toBe(flat.length);
			expect(flat.filter((id) => survivors.includes(id))).toEqual(survivors);
			expect(flat.every((id) => atStart.includes(id))).toBe(true);
		}),
	);
});

test("walking up sees everybody who stayed exactly once, and those who came meanwhile too", async () => {
	await fc.assert(
		fc.asyncProperty(twelve, upToFour, between, async (startCount, limit, events) => {
			const { seen, survivors, atStart } = await walked({
				startCount,
				limit,
				events,
				first: (oldest) => `ending_before=${oldest}`,
				next: (ids) => `ending_before=${ids[0]}`,
			});
			const inOrder = [...seen].reverse().flat();
			expect(new Set(inOrder).size).toBe(inOrder.length);
			expect(inOrder).toEqual([...inOrder].sort().reverse());
			// The walk began at the oldest, who is no part of it.
			const others = survivors.filter((id) => id !== atStart.at(-1));
			expect(inOrder.filter((id) => others.includes(id))).toEqual(others);
		}),
	);
});
