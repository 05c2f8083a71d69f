import { createIdentitiesProxy, type ProxyOptions } from "@orq/identities-browser/proxy";
import { createIdentitiesServer } from "@orq/identities-testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { listenerOf } from "../../src/proxy/node-listener.ts";
import { launch } from "./chromium.ts";
import { site } from "./site.ts";

type Module = typeof import("@orq/identities-browser");

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** The API in memory, and an app whose proxy lets its pages do everything. */
async function app(options: Partial<ProxyOptions> = {}) {
	const identities = Array.from({ length: 7 }, (_, at) => ({
		external_id: `user_${at}`,
		display_name: `User ${at}`,
	}));
	const api = createIdentitiesServer({ apiKey: "sk-secret", identities });
	const proxy = createIdentitiesProxy({
		apiKey: "sk-secret",
		fetch: api.fetch,
		onError: () => {},
		allow: {
			list: ({ query }) => ({ query, select: "all" }),
			create: ({ body }) => ({ body: { ...body, external_id: body.external_id }, select: "all" }),
			retrieve: ({ id }) => ({ id, select: "all" }),
			update: ({ id, body }) => ({ id, body, select: "all" }),
			delete: ({ id }) => ({ id }),
		},
		...options,
	});
	/** What asked, by the browser's word, and how it was answered. */
	const answered: [destination: string | null, status: number][] = [];
	const listener = listenerOf(async (request) => {
		const response = await proxy(request);
		answered.push([request.headers.get("sec-fetch-dest"), response.status]);
		return response;
	});
	return { api, answered, url: await site(listener) };
}

/** A page whose script element has imported the module. */
async function opened(url: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
	const context = await browser.newContext();
	onTestFinished(() => context.close());
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	await page.goto(url);
	await page.waitForFunction(() => "identities" in globalThis);
	return { page, complaints };
}

declare const identities: Module;

describe("in a page under a strict policy, by an import map,", () => {
	test("every method works", async () => {
		const { url, api } = await app();
		const { page, complaints } = await opened(url);
		const seen = await page.evaluate(async () => {
			const client = new identities.IdentitiesClient({ baseUrl: "/api" });
			const made = await client.create({ external_id: "lee", tags: ["x"] });
			const named = await client.update("lee", { display_name: "Lee" });
			const found = await client.retrieve(made._id);
			const upserted = await client.upsert("lee", { display_name: "Lea" });
			const listed = await client.list({ filter_by: { tags: ["x"] } });
			const deleted = await client.delete("lee");
			return [
				made.external_id,
				named.display_name,
				found.tags,
				upserted.display_name,
				listed.data.length,
				deleted,
			];
		});
		expect(seen).toEqual(["lee", "Lee", ["x"], "Lea", 1, undefined]);
		expect(api.requests.every(({ headers }) => headers["authorization"] === "Bearer sk-secret")).toBe(true);
		expect(complaints).toEqual([]);
	});

	test("a path is on the page's own origin, whatever its base says", async () => {
		const { url } = await app();
		const { page } = await opened(url);
		const name = await page.evaluate(async () => {
			const base = document.createElement("base");
			base.href = "http://127.0.0.1:1/assets/";
			document.head.prepend(base);
			const client = new identities.IdentitiesClient({ baseUrl: "/api", maxRetries: 0 });
			return (await client.retrieve("user_1")).display_name;
		});
		expect(name).toBe("User 1");
	});

	test("a list is walked, with the next page asked for ahead", async () => {
		const { url } = await app();
		const { page } = await opened(url);
		const ids = await page.evaluate(async () => {
			const client = new identities.IdentitiesClient({ baseUrl: "/api" });
			const seen: string[] = [];
			for await (const { external_id } of client.list({ limit: 3 }, { prefetch: true }))
				seen.push(external_id);
			return seen;
		});
		expect(ids).toEqual(["user_6", "user_5", "user_4", "user_3", "user_2", "user_1", "user_0"]);
	});

	test("it waits as long as the API asks, and tries again", async () => {
		const { url, api } = await app();
		api.fail({ times: 1, status: 429, headers: { "retry-after": "1" } });
		const { page } = await opened(url);
		const { attempts, waited } = await page.evaluate(async () => {
			const start = performance.now();
			const client = new identities.IdentitiesClient({ baseUrl: "/api" });
			const response = await client.retrieve("user_1").withResponse();
			return { attempts: response.attempts, waited: performance.now() - start };
		});
		expect(attempts).toBe(2);
		expect(waited).toBeGreaterThan(950);
	});

	test("what fails is told by its class", async () => {
		const { url, api } = await app();
		const { page } = await opened(url);
		api.fail({ operation: "update", fault: "garbage" });
		const tags = await page.evaluate(async () => {
			const client = new identities.IdentitiesClient({ baseUrl: "/api", maxRetries: 0 });
			const aborted = AbortSignal.abort(new Error("left"));
			const away = new identities.IdentitiesClient({ baseUrl: "http://127.0.0.1:1", maxRetries: 0 });
			return Promise.all([
				client.retrieve("nobody").catch((error) => error._tag),
				client.create({ external_id: "user_1" }).catch((error) => error._tag),
				client
					.list({ limit: 500 })
					.result()
					.then((result) => !result.ok && result.error._tag),
				client.update("user_1", {}).catch((error) => error._tag),
				client.retrieve("user_1", { signal: aborted }).catch((error) => error.message),
				away.retrieve("user_1").catch(({ _tag, outcome }) => [_tag, outcome]),
				client
					.delete("nobody")
					.result()
					.then((result) => !result.ok && identities.isIdentitiesError(result.error)),
			]);
		});
		expect(tags).toEqual([
			"IdentityNotFoundError",
			"ConflictError",
			"InvalidInputError",
			"ServerError",
			"left",
			["ConnectionError", "unknown"],
			true,
		]);
	});

	test("an attempt that takes too long ends", async () => {
		const { url, api } = await app();
		api.fail({ fault: "silent" });
		const { page } = await opened(url);
		const told = await page.evaluate(async () => {
			const client = new identities.IdentitiesClient({ baseUrl: "/api", timeoutMs: 50, maxRetries: 0 });
			const error = await client.retrieve("user_1").catch((caught) => caught);
			return [error._tag, error.scope];
		});
		expect(told).toEqual(["RequestTimeoutError", "attempt"]);
	});

	test("a redirect is not followed, though a browser hides its status", async () => {
		const redirecting = await site((_, outgoing) => outgoing.writeHead(307, { location: "/" }).end());
		const { page } = await opened(redirecting);
		const told = await page.evaluate(async () => {
			const client = new identities.IdentitiesClient({ baseUrl: "/api" });
			const error = await client.retrieve("user_1").catch((caught) => caught);
			return [error._tag, error.status, error.outcome];
		});
		expect(told).toEqual(["UnexpectedStatusError", 0, "rejected"]);
	});

	test("a key is refused", async () => {
		const { url } = await app();
		const { page } = await opened(url);
		const message = await page.evaluate(() => {
			try {
				new identities.IdentitiesClient({ apiKey: "sk-secret" } as object);
			} catch (error) {
				return String(error);
			}
			return "";
		});
		expect(message).toContain("@orq/identities-browser/proxy");
	});
});

describe("another origin's page", () => {
	const ask = async (page: Page, baseUrl: string, token?: string): Promise<unknown> =>
		page.evaluate(
			async ({ baseUrl, token }) => {
				const client = new identities.IdentitiesClient({
					baseUrl,
					credentials: "include",
					maxRetries: 0,
					...(token !== undefined && { getToken: () => token }),
				});
				const result = await client.update("user_1", { display_name: "Changed" }).result();
				return result.ok ? result.data.display_name : result.error._tag;
			},
			{ baseUrl, token },
		);

	test.each([
		["of another site", "localhost"],
		["of the same site", "127.0.0.1"],
	])("%s gets nothing, and changes nothing", async (_, host) => {
		const { url, api } = await app();
		const { page } = await opened(await site(undefined, host));
		expect(await ask(page, `${url}/api`)).toBe("ConnectionError"); // what a browser says of a missing CORS header
		expect(api.requests).toEqual([]);
	});

	test("that is allowed may call, by a preflight, with a token of its session", async () => {
		const other = await site(undefined, "localhost");
		const { url, api } = await app({ allowedOrigins: [other] });
		const { page } = await opened(other);
		expect(await ask(page, `${url}/api`, "session-token")).toBe("Changed");
		expect(api.requests).toMatchObject([{ method: "PATCH", headers: { authorization: "Bearer sk-secret" } }]);
	});

	test("that is allowed hears of a rule's own 401, and its token is asked for again", async () => {
		const other = await site(undefined, "localhost");
		const { url } = await app({
			allowedOrigins: [other],
			allow: {
				retrieve: ({ request }) =>
					request.headers.get("authorization") === "Bearer good"
						? { id: "user_1", select: ["display_name"] }
						: new Response(null, { status: 401 }),
			},
		});
		const { page } = await opened(other);
		const name = await page.evaluate(async (baseUrl) => {
			const tokens = ["expired", "good"];
			const client = new identities.IdentitiesClient({ baseUrl, getToken: () => tokens.shift() });
			return (await client.retrieve("me")).display_name;
		}, `${url}/api`);
		expect(name).toBe("User 1");
	});

	test("reaches nothing by an image, a form, a link or a sandboxed frame either", async () => {
		const { url, api, answered } = await app();
		const target = `${url}/api/v2/identities`;
		const context = await browser.newContext();
		onTestFinished(() => context.close());
		const page = await context.newPage();
		const evil = await site(undefined, "localhost", attackOn(target));
		await page.goto(evil);
		await page.waitForLoadState("networkidle");
		await page.getByRole("link").click();
		await page.goBack();
		await page.getByRole("button").click();
		await page.waitForLoadState("networkidle");
		await page.goto(target); // typed by hand
		expect(answered.every(([, status]) => status === 403)).toBe(true);
		expect(new Set(answered.map(([destination]) => destination))).toEqual(
			new Set(["image", "iframe", "empty", "document"]),
		);
		expect(api.requests).toEqual([]);
	});
});

/** Markup that has a browser send what it sends for any page: an image, frames, a form, a link. */
const attackOn = (target: string): string => `<!doctype html>
	<img src="${target}">
	<iframe src="${target}"></iframe>
	<iframe sandbox="allow-scripts" srcdoc="<script>
		fetch('${target}', { mode: 'no-cors' });
		fetch('${target}', { mode: 'no-cors', method: 'POST', body: '{}' });
	</script>"></iframe>
	<form method="post" enctype="text/plain" action="${target}">
		<input name='{"external_id":"x","a":"' value='"}'><button>go</button>
	</form>
	<a href="${target}">link</a>`;
