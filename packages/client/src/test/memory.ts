/**
 * Iterates 100,000 identities in 2,000 pages and prints how much memory that took, in MiB:
 * `node --expose-gc memory.ts client` with the client, `… loop` with a hand-written loop over `fetch`.
 */
import { IdentitiesClient } from "../index.ts";

const count = 100_000;
const limit = 50;

/** An identity of a usual size, with a metadata text that no two share. */
const identity = (index: number) => ({
	_id: `contact_${String(index).padStart(26, "0")}`,
	external_id: `user_${index}`,
	display_name: `Jo Fischer ${index}`,
	email: `jo.fischer.${index}@example.com`,
	tags: ["premium", "beta-user"],
	metadata: { department: `Research ${index}`, seats: index },
	created: "2026-01-15T09:30:00.000Z",
	updated: "2026-01-15T09:30:00.000Z",
});

/** The API in this process: no socket's buffers in the figures. */
const fetch: typeof globalThis.fetch = async (input) => {
	const cursor = new URL(String(input)).searchParams.get("starting_after");
	const start = cursor === null ? 0 : Number(cursor.replace("contact_", "")) + 1;
	const data = Array.from({ length: limit }, (_, index) => identity(start + index));
	return Response.json({ object: "list", data, has_more: start + limit < count });
};

const baseUrl = "http://localhost";

interface Page {
	readonly data: readonly { readonly _id: string }[];
	readonly has_more: boolean;
}

async function* byHand() {
	let cursor = "";
	for (;;) {
		const response = await fetch(`${baseUrl}/v2/identities?limit=${limit}${cursor}`);
		const page = (await response.json()) as Page;
		yield* page.data;
		if (!page.has_more) return;
		cursor = `&starting_after=${page.data.at(-1)?._id}`;
	}
}

const identities =
	process.argv[2] === "client"
		? new IdentitiesClient({ apiKey: "key", baseUrl, fetch }).list({ limit })
		: byHand();

let seen = 0;
let kept = 0;
const collect = globalThis.gc ?? (() => {});
collect();
const before = process.memoryUsage().heapUsed;
for await (const { _id } of identities) {
	if (_id) seen++;
	if (seen === count) {
		collect();
		kept = process.memoryUsage().heapUsed - before;
	}
}
console.log(JSON.stringify({ seen, peak: process.resourceUsage().maxRSS / 1024, kept: kept / 1024 / 1024 }));
