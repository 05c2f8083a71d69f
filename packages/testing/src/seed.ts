/**
 * Makes up identities for demos, benchmarks and tests: people who don't exist, at example.com (RFC 2606),
 * with tags, metadata and usage. The same count and seed give the same people.
 */
import type { Fields } from "@orq/identities-core/internal";
import type { InitialIdentity } from "./state/population.ts";
import { seededRandom } from "./state/random.ts";

const firstNames = "Ada Bao Carys Dov Esi Faye Goran Hana Idris Jo Joanna Kofi Lumi Mateo Noor Odile".split(
	" ",
);
const lastNames = "Amberley Brightwater Copperfield Dunmore Elderflower Fennimore Greywing Hollowell".split(
	" ",
);
const plans = ["free", "starter", "premium"] as const;
const languages = ["de", "en", "ja", "nl"] as const;

const minute = 60_000;

/**
 * Makes `count` identities, the oldest first, one a minute, `user_1`, `user_2`, …
 * `until` (ms since the epoch, by default the start of 2026) is when the newest was created.
 *
 * @throws TypeError where `count` is not a whole number from 0.
 * @example
 * const server = createIdentitiesServer({ identities: seedIdentities(120) });
 */
export function seedIdentities(
	count: number,
	{ seed = 1, until = Date.UTC(2026, 0, 1) }: { readonly seed?: number; readonly until?: number } = {},
): InitialIdentity[] {
	if (!Number.isInteger(count) || count < 0) {
		throw new TypeError(`seedIdentities: \`count\` must be a whole number from 0; received ${count}.`);
	}
	const random = seededRandom(seed);
	return Array.from({ length: count }, (_, index) =>
		person(index + 1, new Date(until - (count - 1 - index) * minute).toISOString(), random),
	);
}

function person(number: number, created: string, random: () => number): InitialIdentity {
	const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item =>
		items[Math.floor(random() * items.length)] as Item; // the index is in range
	const first = pick(firstNames);
	const last = pick(lastNames);
	const plan = pick(plans);
	const requests = Math.floor(random() ** 3 * 20_000);
	const tokens = requests * Math.floor(200 + random() * 1_800);
	// A document may come without one of these fields, or with more in `metrics`: whoever is made up stays the same.
	const made: Fields & Pick<InitialIdentity, "external_id"> = {
		external_id: `user_${number}`,
		display_name: `${first} ${last}`,
		email: `${first}.${last}.${number}@example.com`.toLowerCase(),
		avatar_url: random() < 0.5 ? `https://example.com/avatars/${number}.png` : null,
		tags: [plan, ...(random() < 0.25 ? ["beta-user"] : [])],
		metadata: { language: pick(languages), seats: 1 + Math.floor(random() * 40) },
		created,
		metrics: {
			total_cost: Math.round(tokens * 0.0004) / 100,
			total_tokens: tokens,
			total_requests: requests,
			error_rate: Math.round(random() ** 4 * 1_000) / 1_000,
		},
	};
	return made;
}
