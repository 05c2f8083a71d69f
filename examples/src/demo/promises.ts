/** The walk with the Promise client. */
import { IdentitiesClient, type IdentitiesPage, isIdentitiesError } from "@orq/identities-client";
import { chapter, code, result } from "./print.ts";

export interface Place {
	readonly apiKey: string;
	readonly baseUrl: string;
	/** Ends the walk early; what was made is deleted all the same. */
	readonly signal: AbortSignal;
	/** Gives an identity some usage to show, where the API is ours. */
	readonly setMetrics?: (id: string, metrics: { total_cost: number; total_requests: number }) => void;
	/** Lets the next retrieve fail once with a 503, where the API is ours. */
	readonly stumble?: () => void;
}

const count = 120;

export async function promises(place: Place): Promise<void> {
	const run = `demo-${Date.now().toString(36)}`;
	const ids = Array.from({ length: count }, (_, index) => `${run}-${String(index + 1).padStart(3, "0")}`);
	const first = ids[0] ?? run;
	const faked = stumbling();
	const client = new IdentitiesClient({
		apiKey: place.apiKey,
		baseUrl: place.baseUrl,
		fetch: faked.fetch,
		hooks: {
			onRetry: ({ operation, reason, delayMs }) =>
				result(`${operation}: ${reason.status ?? reason._tag}; trying again in ${Math.round(delayMs)} ms`),
		},
	});
	const chapters = [
		() => createMany(client, place, ids, run),
		() => pageThrough(client, run),
		() => searchAndFilter(client, run),
		() => showUsage(client, place, first, run),
		() => change(client, first),
		() => upsertTwice(client, `${run}-new`),
		() => retry(client, first, place.stumble ?? faked.next),
		() => remove(client, first),
	];
	try {
		for (const walk of chapters) {
			place.signal.throwIfAborted();
			await walk();
		}
	} finally {
		chapter("Clean up");
		code("client.delete(id)");
		const deleted = await eachOf([...ids, `${run}-new`], (id) => client.delete(id).result());
		result(`${deleted.filter(({ ok }) => ok).length} identities deleted`);
	}
}

/** Ten at a time: polite to the API, and quick enough. A failure waits for the others of its ten. */
async function eachOf<Item, Value>(
	items: readonly Item[],
	work: (item: Item) => Promise<Value>,
	signal?: AbortSignal,
): Promise<Value[]> {
	const values: Value[] = [];
	for (let start = 0; start < items.length; start += 10) {
		signal?.throwIfAborted();
		for (const settled of await Promise.allSettled(items.slice(start, start + 10).map(work))) {
			if (settled.status === "rejected") throw settled.reason;
			values.push(settled.value);
		}
	}
	return values;
}

async function createMany(
	client: IdentitiesClient,
	{ signal }: Place,
	ids: readonly string[],
	run: string,
): Promise<void> {
	chapter(`Create ${ids.length} identities`);
	code('client.create({ external_id, display_name, email, tags: [run, "premium"], metadata })');
	const create = (external_id: string) => {
		const number = Number(external_id.slice(-3));
		return client.create({
			external_id,
			display_name: number % 2 ? `Jo Demo ${number}` : `Sam Demo ${number}`,
			email: `demo.${number}@example.com`,
			tags: number % 3 ? [run] : [run, "premium"],
			metadata: { seat: number },
		});
	};
	const made = await eachOf(ids, create, signal);
	result(`the first one: ${made[0]?._id}, external id ${made[0]?.external_id}`);

	code("client.create({ external_id }) // once more");
	const again = await client.create({ external_id: ids[0] ?? "" }).result();
	result(again.ok ? "created twice?" : `${again.error._tag}: ${again.error.message}`);
}

async function pageThrough(client: IdentitiesClient, run: string): Promise<void> {
	const filter_by = { tags: [run] };
	chapter("Page through them, both ways");
	code("for await (const page of client.list({ limit: 50, filter_by }).pages())");
	let oldest = "";
	for await (const page of client.list({ limit: 50, filter_by }).pages()) {
		oldest = page.data.at(-1)?._id ?? oldest;
		result(`${page.data.length} identities, ${page.has_more ? "and there is more" : "the last page"}`);
	}
	code("client.list({ limit: 50, filter_by, ending_before: oldest }) // and page.nextPage(), backwards");
	let page: IdentitiesPage | undefined = await client.list({ limit: 50, filter_by, ending_before: oldest });
	for (; page; page = await page.nextPage()) {
		result(`${page.data.length} identities, ${page.has_more ? "and there is more" : "back at the newest"}`);
	}
	code("for await (const identity of client.list({ limit: 50, filter_by }, { prefetch: true }))");
	let all = 0;
	for await (const _ of client.list({ limit: 50, filter_by }, { prefetch: true })) all++;
	result(`${all} identities, one by one`);
}

async function searchAndFilter(client: IdentitiesClient, run: string): Promise<void> {
	chapter("Search and filter");
	code('client.list({ search: "sam demo", filter_by: { tags: [run, "premium"] }, limit: 50 })');
	const found = await client.list({ search: "sam demo", filter_by: { tags: [run, "premium"] }, limit: 50 });
	result(`${found.data.length} found, the newest: ${found.data[0]?.display_name}`);
	code('client.list({ search: "s" })');
	const refused = await client.list({ search: "s" }).result();
	result(refused.ok ? "found" : `${refused.error._tag}, nothing was sent: ${refused.error.message}`);
}

async function showUsage(client: IdentitiesClient, place: Place, id: string, run: string): Promise<void> {
	chapter("Usage of the last 30 days");
	place.setMetrics?.(id, { total_cost: 12.5, total_requests: 340 });
	code("client.list({ filter_by: { tags: [run] }, include_metrics: true, limit: 50 })");
	let cost = 0;
	let requests = 0;
	for await (const { metrics } of client.list({
		filter_by: { tags: [run] },
		include_metrics: true,
		limit: 50,
	})) {
		cost += metrics?.total_cost ?? 0;
		requests += metrics?.total_requests ?? 0;
	}
	result(`${requests} requests, ${cost} spent`);
}

async function change(client: IdentitiesClient, id: string): Promise<void> {
	chapter("Update a field, clear a field");
	code('client.update(id, { display_name: "Jo Newname", email: null })');
	const updated = await client.update(id, { display_name: "Jo Newname", email: null });
	result(
		`display_name: ${updated.display_name}, email: ${updated.email}, tags as before: ${updated.tags?.join(", ")}`,
	);
}

async function upsertTwice(client: IdentitiesClient, id: string): Promise<void> {
	chapter("Upsert, twice");
	for (const name of ["Kim", "Kim the Second"]) {
		code(`client.upsert(external_id, { display_name: "${name}" }).withResponse()`);
		const { data, status, attempts } = await client.upsert(id, { display_name: name }).withResponse();
		result(
			`${status === 201 ? "created" : "updated"} (requests: ${attempts}): ${data._id}, ${data.display_name}`,
		);
	}
}

async function retry(client: IdentitiesClient, id: string, stumble: () => void): Promise<void> {
	chapter("A server that stumbles");
	code("client.retrieve(id).withResponse() // the first answer is a 503");
	stumble();
	const { data, attempts } = await client.retrieve(id).withResponse();
	result(`${data.display_name}, after ${attempts} attempts`);
}

async function remove(client: IdentitiesClient, id: string): Promise<void> {
	chapter("Delete, and a typed not-found");
	code("client.delete(id)");
	await client.delete(id);
	result("gone");
	code("client.retrieve(id)");
	try {
		await client.retrieve(id);
	} catch (error) {
		if (!isIdentitiesError(error, "IdentityNotFoundError")) throw error;
		result(`${error._tag}: ${error.message} (outcome: ${error.outcome}, request ${error.requestId})`);
	}
}

/** For an API that is not ours: a `fetch` that answers the next request with 503, in the place of sending it. */
function stumbling() {
	let pending = false;
	const stumble: typeof fetch = (...request) => {
		if (!pending) return fetch(...request);
		pending = false;
		return Promise.resolve(new Response("busy", { status: 503, headers: { "retry-after": "1" } }));
	};
	return {
		fetch: stumble,
		next: () => {
			pending = true;
		},
	};
}
