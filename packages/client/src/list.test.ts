/** Lists: lazy, one page or all identities, in both directions, to be resumed, and never without end. */
import { getEventListeners, once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type AnyIdentitiesError, isIdentitiesError, type ListIdentitiesQuery } from "./index.ts";
import { IdentitiesPage } from "./page.ts";
import {
	clientOf,
	failureOf,
	type Handler,
	identity,
	page,
	sleep,
	stall,
	startServer,
	until,
} from "./test/server.ts";

/** A server that goes on while this thread computes. It tells when requests arrived, in ms since the epoch. */
async function startOtherThread() {
	const code = `
		const { parentPort } = require("node:worker_threads");
		const arrivals = [];
		const server = require("node:http").createServer((request, response) => {
			arrivals.push(Date.now());
			const data = [{ _id: String(arrivals.length), external_id: "jo" }];
			response.end(JSON.stringify({ object: "list", data, has_more: true }));
		});
		server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
		parentPort.on("message", () => parentPort.postMessage(arrivals));
	`;
	const worker = new Worker(code, { eval: true });
	onTestFinished(() => void worker.terminate());
	const [port] = await once(worker, "message");
	const arrivals = async (): Promise<number[]> => {
		worker.postMessage("arrivals");
		return (await once(worker, "message"))[0];
	};
	return { url: `http://127.0.0.1:${port}`, arrivals };
}

/** A list of identities named `1`, `2` and so on, paged as the API does it. */
function listOf(count: number): Handler {
	const ids = Array.from({ length: count }, (_, index) => `${index + 1}`);
	return ({ url }) => {
		const { searchParams } = new URL(url, "http://localhost");
		const limit = Number(searchParams.get("limit") ?? 10);
		const place = (name: string) => ids.indexOf((searchParams.get(name) ?? "").replace("contact_", ""));
		if (searchParams.has("ending_before")) {
			const end = place("ending_before");
			const start = Math.max(0, end - limit);
			return { body: page(ids.slice(start, end), start > 0) };
		}
		const start = place("starting_after") + 1;
		return { body: page(ids.slice(start, start + limit), start + limit < ids.length) };
	};
}

const external = ({ external_id }: { readonly external_id: string }) => external_id;

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
	const collected: Item[] = [];
	for await (const item of items) collected.push(item);
	return collected;
}

const cursorIn = (url: string) => new URL(url, "http://localhost").searchParams.get("starting_after");

describe("a list", () => {
	it("sends nothing before it is awaited or iterated", async () => {
		const server = await startServer(listOf(3));
		const list = clientOf(server).list();
		list.pages();
		list[Symbol.asyncIterator]();
		await sleep(20);
		expect(server.requests).toEqual([]);
		await list;
		expect(server.requests).toHaveLength(1);
	});

	it("gives one page when it is awaited", async () => {
		const server = await startServer(listOf(3));
		const first = await clientOf(server).list({ limit: 2 });
		expect(first).toBeInstanceOf(IdentitiesPage);
		expect(first).toMatchObject({ object: "list", has_more: true });
		expect(first.data.map(external)).toEqual(["1", "2"]);
	});

	it("shares its first page between all who ask for it", async () => {
		const server = await startServer(listOf(3));
		const list = clientOf(server).list();
		const [one, other] = await Promise.all([list, list]);
		expect(one).toBe(other);
		expect((await list.withResponse()).data).toBe(one);
		expect(await list.result()).toEqual({ ok: true, data: one });
		expect((await collect(list)).map(external)).toEqual(["1", "2", "3"]);
		expect((await collect(list.pages()))[0]).toBe(one);
		expect(server.requests).toHaveLength(1);
	});

	it("has `then`, `catch` and `finally` as a promise has", async () => {
		const server = await startServer((_, __, nth) => (nth === 1 ? { status: 403 } : { body: page(["a"]) }));
		const client = clientOf(server);
		const finished = vi.fn();
		expect(await client.list().catch((error) => isIdentitiesError(error, "ForbiddenError"))).toBe(true);
		expect(await client.list().then(({ data }) => data.length)).toBe(1);
		await client.list().finally(finished);
		expect(finished).toHaveBeenCalledTimes(1);
	});

	it("gives its page together with the response", async () => {
		const server = await startServer(() => ({ headers: { "x-request-id": "req_1" }, body: page(["a"]) }));
		const { data, status, requestId, attempts } = await clientOf(server).list().withResponse();
		expect({ status, requestId, attempts }).toEqual({ status: 200, requestId: "req_1", attempts: 1 });
		expect(data.data.map(external)).toEqual(["a"]);
		expect(await data.nextPage()).toBeUndefined();
	});

	it("keeps fields that are new, and gives zero values for those that are missing", async () => {
		const server = await startServer(() => ({ body: { total: 7 } }));
		expect({ ...(await clientOf(server).list()) }).toEqual({
			object: "list",
			data: [],
			has_more: false,
			total: 7,
		});
	});
});

describe("`nextPage`", () => {
	it("leads to the end of the list", async () => {
		const server = await startServer(listOf(5));
		const pages: string[][] = [];
		let at: IdentitiesPage | undefined = await clientOf(server).list({ limit: 2, search: "jo" });
		for (; at; at = await at.nextPage()) pages.push(at.data.map(external));
		expect(pages).toEqual([["1", "2"], ["3", "4"], ["5"]]);
		expect(server.requests.every(({ url }) => url.includes("limit=2&search=jo"))).toBe(true);
	});

	it("sends each time it is called, so that pages are not remembered", async () => {
		const server = await startServer(listOf(5));
		const first = await clientOf(server).list({ limit: 2 });
		const [one, other] = [await first.nextPage(), await first.nextPage()];
		expect(one).toEqual(other);
		expect(one).not.toBe(other);
		expect(server.requests).toHaveLength(3);
	});

	it("leads upwards where the list was asked for with `ending_before`", async () => {
		const server = await startServer(listOf(5));
		const last = await clientOf(server).list({ limit: 2, ending_before: "contact_5" });
		expect(last.data.map(external)).toEqual(["3", "4"]);
		expect((await last.nextPage())?.data.map(external)).toEqual(["1", "2"]);
	});

	it("has the list's options", async () => {
		const server = await startServer(listOf(5));
		const first = await clientOf(server).list({ limit: 2 }, { headers: { "x-trace": "7" } });
		await first.nextPage();
		expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual(["7", "7"]);
	});
});

describe("iterating", () => {
	it("gives every identity, in the list's order, and asks for each page once", async () => {
		const server = await startServer(listOf(7));
		const ids = (await collect(clientOf(server).list({ limit: 3 }))).map(external);
		expect(ids).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
		expect(server.requests.map(({ url }) => cursorIn(url))).toEqual([null, "contact_3", "contact_6"]);
	});

	it("asks for no page that nobody has reached", async () => {
		const server = await startServer(listOf(9));
		let seen = 0;
		for await (const _ of clientOf(server).list({ limit: 3 })) if (++seen === 3) break;
		await sleep(20);
		expect(server.requests).toHaveLength(1);
	});

	it("with `ending_before` walks up, away from the cursor", async () => {
		const server = await startServer(listOf(7));
		const list = clientOf(server).list({ limit: 2, ending_before: "contact_6" });
		expect((await collect(list)).map(external)).toEqual(["5", "4", "3", "2", "1"]);
		const pages = await collect(list.pages());
		expect(pages.map(({ data }) => data.map(external))).toEqual([["4", "5"], ["2", "3"], ["1"]]);
	});

	it("can be done again, from the start", async () => {
		const server = await startServer(listOf(4));
		const list = clientOf(server).list({ limit: 2 });
		expect(await collect(list)).toEqual(await collect(list));
		expect(server.requests).toHaveLength(3);
	});

	it("is safe with several `next()` at once", async () => {
		const server = await startServer(listOf(5));
		const walk = clientOf(server).list({ limit: 2 })[Symbol.asyncIterator]();
		const steps = await Promise.all(Array.from({ length: 7 }, () => walk.next()));
		expect(steps.map(({ value }) => value?.external_id)).toEqual([
			"1",
			"2",
			"3",
			"4",
			"5",
			undefined,
			undefined,
		]);
		expect(server.requests).toHaveLength(3);
	});

	it.each([false, true])(
		"ends with the caller's reason at the next step when the signal aborts in a page",
		async (prefetch) => {
			const server = await startServer(listOf(9));
			const controller = new AbortController();
			const reason = new Error("enough");
			const seen: string[] = [];
			const walked = async () => {
				for await (const one of clientOf(server).list(
					{ limit: 3 },
					{ signal: controller.signal, prefetch },
				)) {
					seen.push(one.external_id);
					if (seen.length === 2) controller.abort(reason);
				}
			};
			expect(await failureOf(walked())).toBe(reason);
			expect(seen).toEqual(["1", "2"]);
			expect(getEventListeners(controller.signal, "abort")).toEqual([]);
		},
	);

	it("ends with the caller's reason when the signal aborts behind the last identity of a page", async () => {
		const server = await startServer(listOf(9));
		const controller = new AbortController();
		const walk = clientOf(server).list({ limit: 2 }, { signal: controller.signal }).pages();
		await walk.next();
		controller.abort("enough");
		expect(await failureOf(walk.next())).toBe("enough");
		expect(server.requests).toHaveLength(1);
	});

	it("has its total time over all pages, from the walk's beginning", async () => {
		const inTime = listOf(90);
		const server = await startServer(async (...args) => {
			await sleep(40);
			return inTime(...args);
		});
		const list = clientOf(server).list({ limit: 1 }, { totalTimeoutMs: 150 });
		await list;
		await sleep(160);
		const seen: string[] = [];
		const walked = async () => {
			for await (const one of list) seen.push(one.external_id);
		};
		expect(await failureOf(walked())).toMatchObject({
			_tag: "RequestTimeoutError",
			scope: "total",
			timeoutMs: 150,
		});
		expect(seen.length).toBeGreaterThanOrEqual(2);
		expect(seen.length).toBeLessThanOrEqual(5);
	});
});

describe("a cursor", () => {
	it("of an iterator stands behind the identity that was handed out last, and leads on from there", async () => {
		const server = await startServer(listOf(7));
		const client = clientOf(server);
		const walk = client.list({ limit: 3 })[Symbol.asyncIterator]();
		expect(walk.cursor).toBeUndefined();
		for (let step = 0; step < 4; step++) await walk.next();
		expect(walk.cursor).toEqual({ starting_after: "contact_4" });
		const rest = await collect(client.list({ limit: 3, ...walk.cursor }));
		expect(rest.map(external)).toEqual(["5", "6", "7"]);
	});

	it("of an iterator is the list's own before the first step", async () => {
		const server = await startServer(listOf(3));
		const start = { starting_after: "contact_1" };
		const walk = clientOf(server).list(start)[Symbol.asyncIterator]();
		expect(walk.cursor).toEqual(start);
	});

	it("of an iterator that walks up leads further up", async () => {
		const server = await startServer(listOf(7));
		const client = clientOf(server);
		const walk = client.list({ limit: 2, ending_before: "contact_7" })[Symbol.asyncIterator]();
		for (let step = 0; step < 3; step++) await walk.next();
		expect(walk.cursor).toEqual({ ending_before: "contact_4" });
		expect((await collect(client.list({ ...walk.cursor }))).map(external)).toEqual(["3", "2", "1"]);
	});

	it("of an iterator of pages stands behind the page", async () => {
		const server = await startServer(listOf(5));
		const client = clientOf(server);
		const down = client.list({ limit: 2 }).pages();
		await down.next();
		expect(down.cursor).toEqual({ starting_after: "contact_2" });
		const up = client.list({ limit: 2, ending_before: "contact_5" }).pages();
		await up.next();
		expect(up.cursor).toEqual({ ending_before: "contact_3" });
	});

	it("of an error says how far the walk came, and leads on from there", async () => {
		let down = true;
		const inOrder = listOf(7);
		const server = await startServer((request, response, nth) =>
			down && request.url.includes("contact_3") ? { status: 400 } : inOrder(request, response, nth),
		);
		const client = clientOf(server);
		const error = (await failureOf(collect(client.list({ limit: 3 })))) as AnyIdentitiesError;
		expect(error).toMatchObject({ status: 400, cursor: { starting_after: "contact_3" } });
		down = false;
		const rest = await collect(client.list({ limit: 3, ...error.cursor }));
		expect(rest.map(external)).toEqual(["4", "5", "6", "7"]);
	});

	it("of an error on the first page is the list's own", async () => {
		const server = await startServer(() => ({ status: 400 }));
		const start: ListIdentitiesQuery = { ending_before: "contact_3" };
		expect(await failureOf(collect(clientOf(server).list(start)))).toMatchObject({ cursor: start });
		expect(await failureOf(collect(clientOf(server).list()))).not.toHaveProperty("cursor");
	});
});

describe("a list that does not get on", () => {
	it("stops with a clear error where a page leads back to where it was asked", async () => {
		const server = await startServer(() => ({ body: page(["1", "2"], true) }));
		const seen: string[] = [];
		const walked = async () => {
			for await (const one of clientOf(server).list()) seen.push(one.external_id);
		};
		const error = await failureOf(walked());
		expect(error).toMatchObject({
			_tag: "DecodeError",
			operation: "list",
			cursor: { starting_after: "contact_2" },
		});
		expect((error as Error).message).toContain("does not advance");
		expect(seen).toEqual(["1", "2"]);
		expect(server.requests).toHaveLength(2);
	});

	it("stops where an empty page says that there is more", async () => {
		const server = await startServer(() => ({ body: page([], true) }));
		expect(await failureOf(collect(clientOf(server).list()))).toMatchObject({ _tag: "DecodeError" });
		const first = await clientOf(server).list();
		expect(await failureOf(first.nextPage())).toMatchObject({ _tag: "DecodeError" });
	});

	it("stops with `nextPage`, too", async () => {
		const server = await startServer(() => ({ body: page(["1"], true) }));
		const second = await (await clientOf(server).list()).nextPage();
		expect(await failureOf(second?.nextPage() ?? Promise.resolve())).toMatchObject({ _tag: "DecodeError" });
	});
});

describe("`prefetch`", () => {
	it("asks for the next page before its caller has looked at this one", async () => {
		const server = await startServer(listOf(6));
		const walk = clientOf(server).list({ limit: 2 }, { prefetch: true }).pages();
		await walk.next();
		await until(() => server.requests.length === 2);
		await sleep(30);
		expect(server.requests).toHaveLength(2);
	});

	it("has the request on the wire when it hands a page out, though its caller then computes", async () => {
		const { url, arrivals } = await startOtherThread();
		const walk = clientOf({ url }).list({}, { prefetch: true }).pages();
		await walk.next();
		const handed = Date.now();
		while (Date.now() < handed + 200);
		const [, second = Number.POSITIVE_INFINITY] = await arrivals();
		expect(second - handed).toBeLessThan(100);
		await walk.return();
	});

	it("gives the same identities as without", async () => {
		const server = await startServer(listOf(7));
		const client = clientOf(server);
		const ids = (await collect(client.list({ limit: 2 }, { prefetch: true }))).map(external);
		expect(ids).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
		expect(server.requests).toHaveLength(4);
	});

	it("is given up when its caller breaks off: the request ends", async () => {
		let closed = false;
		const inOrder = listOf(6);
		const server = await startServer((request, response, nth) => {
			if (nth === 1) return inOrder(request, response, nth);
			response.on("close", () => {
				closed = true;
			});
			return stall(response);
		});
		for await (const _ of clientOf(server).list({ limit: 2 }, { prefetch: true })) {
			await until(() => server.requests.length === 2);
			break;
		}
		await until(() => closed);
	});

	it("ends with the caller's reason when the signal aborts", async () => {
		const controller = new AbortController();
		const reason = new Error("enough");
		const inOrder = listOf(6);
		const server = await startServer((request, response, nth) => {
			if (nth === 1) return inOrder(request, response, nth);
			controller.abort(reason);
			return undefined;
		});
		const list = clientOf(server).list({ limit: 2 }, { prefetch: true, signal: controller.signal });
		expect(await failureOf(collect(list))).toBe(reason);
	});

	it("tells a failure only when its caller comes to that page", async () => {
		const inOrder = listOf(4);
		const server = await startServer((...args) => (args[2] === 1 ? inOrder(...args) : { status: 400 }));
		const walk = clientOf(server).list({ limit: 2 }, { prefetch: true })[Symbol.asyncIterator]();
		await walk.next();
		await until(() => server.requests.length === 2);
		await sleep(20);
		expect((await walk.next()).value).toEqual(identity("2"));
		expect(await failureOf(walk.next())).toMatchObject({
			status: 400,
			cursor: { starting_after: "contact_2" },
		});
	});
});

it("asks each page what the first was asked, though the query's fields are getters, or change", async () => {
	const server = await startServer((_, __, nth) => ({ body: page([`${nth}`], nth < 3) }));
	const query = {
		search: "jo",
		get limit() {
			return 1;
		},
	};
	for await (const _ of clientOf(server).list(Object.create(query))) query.search = "kim";
	expect(server.requests.map(({ url }) => url)).toEqual([
		"/v2/identities?limit=1&search=jo",
		"/v2/identities?limit=1&search=jo&starting_after=contact_1",
		"/v2/identities?limit=1&search=jo&starting_after=contact_2",
	]);
});
