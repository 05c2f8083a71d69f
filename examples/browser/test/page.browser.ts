import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type App, startApp } from "../src/server/app.ts";
import { launch } from "./chromium.ts";
import { type Traffic, watch } from "./traffic.ts";

let browser: Browser;
let app: App;
let page: Page;
let traffic: Traffic;

beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
	app = await startApp({ until: Date.UTC(2026, 0, 15, 9) });
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	page = await context.newPage();
	traffic = watch(page);
	await page.goto(app.url);
	await status("64 identities");
	onTestFinished(async () => {
		await context.close();
		await app.close();
	});
});

const status = (text: string): Promise<void> => page.locator("#status", { hasText: text }).waitFor();
const row = (name: string) => page.locator(".row", { hasText: name });
const stored = (external_id: string | null) =>
	app.api.identities.find((identity) => identity.external_id === external_id);

test("lists everybody, page after page, with a bar for each", async () => {
	expect(await page.locator(".row").count()).toBe(64);
	expect(await page.locator(".bar").count()).toBe(64);
	expect(app.api.requests.map(({ query }) => [query["limit"], "starting_after" in query])).toEqual([
		["50", false],
		["50", true],
	]);
});

test("draws the dearest first, each bar as high as its cost", async () => {
	const labels = await page
		.locator(".bar")
		.evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label")));
	const costs = labels.map((label) => Number(label?.split("$")[1]?.replace(",", "")));
	expect(costs).toEqual([...costs].sort((one, other) => other - one));
	const heights = await page
		.locator(".bar .fill")
		.evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
	const [dearest = 0, second = 0] = costs;
	const [high = 0, lower = 0] = heights;
	expect(lower / high).toBeCloseTo(second / dearest, 1);
});

describe("finds", () => {
	test("by a part of a name", async () => {
		await page.getByLabel("Search").fill("elderflower");
		const asked = app.api.identities.filter(({ display_name }) => display_name?.includes("Elderflower"));
		await status(`${asked.length} identities`);
		expect(await page.locator(".row").count()).toBe(asked.length);
		expect(app.api.requests.at(-1)?.query).toMatchObject({ search: "elderflower" });
	});

	test("by tags, together with a name", async () => {
		await page.locator("#tags").getByText("premium").click();
		await page.locator("#tags").getByText("beta-user").click();
		const tagged = app.api.identities.filter(
			({ tags }) => tags?.includes("premium") && tags.includes("beta-user"),
		);
		await status(tagged.length === 1 ? "1 identity" : `${tagged.length} identities`);
		expect(app.api.requests.at(-1)?.query).toMatchObject({ filter_by: '{"tags":["premium","beta-user"]}' });
		await page.getByLabel("Search").fill("zzzz");
		await status("0 identities");
		expect(await page.locator("#list").textContent()).toBe("Nobody is like that.");
	});
});

describe("edits", () => {
	test("name and e-mail address, and sends what has changed only", async () => {
		await row("bao.brightwater.62").click();
		await page.getByLabel("Name").fill("Bao Wright");
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByText("Saved.").waitFor();
		expect(stored("user_62")?.display_name).toBe("Bao Wright");
		expect(app.api.requests.at(-1)).toMatchObject({ method: "PATCH", body: '{"display_name":"Bao Wright"}' });
		expect(await row("bao.brightwater.62").textContent()).toContain("Bao Wright");
		// And what has changed since.
		await page.getByLabel("Name").fill("Bao Brightwater");
		await page.getByRole("button", { name: "Save" }).click();
		await expect.poll(() => stored("user_62")?.display_name).toBe("Bao Brightwater");
		await page.getByText("Saved.").waitFor();
	});

	test("tags, of somebody picked from the plot", async () => {
		await page.locator(".bar").first().click();
		const name = (await page.locator("#editor h2").textContent()) ?? "";
		const id = await page.locator("#editor .person .small").textContent();
		const [first = ""] = stored(id)?.tags ?? [];
		await page.getByRole("button", { name: `Remove ${first}` }).click();
		await page.getByPlaceholder("Add a tag").fill("vip");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByText("Saved.").waitFor();
		expect(stored(id)?.tags).toContain("vip");
		expect(stored(id)?.tags).not.toContain(first);
		expect(await row(name).locator(".chip", { hasText: "vip" }).count()).toBeGreaterThan(0);
		expect(await page.locator(".bar.picked").count()).toBe(1);
	});

	test("and says what the API refuses, in its words", async () => {
		await row("bao.brightwater.62").click();
		await page.getByLabel("E-mail address").fill("not an address");
		await page.getByRole("button", { name: "Save" }).click();
		await page.locator(".told.bad").waitFor();
		expect(await page.locator(".told").textContent()).toContain("must be an e-mail address");
		expect(stored("user_62")?.email).toBe("bao.brightwater.62@example.com");
	});

	test("not after the session has ended", async () => {
		await page.context().clearCookies();
		await row("bao.brightwater.62").click();
		await page.getByLabel("Name").fill("Mallory");
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByText("You are not signed in.").waitFor();
		expect(stored("user_62")?.display_name).toBe("Bao Brightwater");
	});
});

test("the API's hiccups are ridden out", async () => {
	app.api.fail({ operation: "update", times: 2, status: 503, headers: { "retry-after": "0" } });
	await row("bao.brightwater.62").click();
	await page.getByLabel("Name").fill("Bao Wright");
	await page.getByRole("button", { name: "Save" }).click();
	await page.getByText("Saved.").waitFor();
	expect(app.api.requests.filter(({ operation }) => operation === "update")).toHaveLength(3);
});

test("the key is in no request, response, script, cookie or storage of the page", async () => {
	// The row is there before the search, too, and a click would be faster than what is asked for while one types.
	const searched = page.waitForResponse((response) => response.url().includes("search=bright"));
	await page.getByLabel("Search").fill("bright");
	await searched;
	await row("bao.brightwater.62").click();
	await page.getByLabel("Name").fill("Bao Wright");
	await page.getByRole("button", { name: "Save" }).click();
	await page.getByText("Saved.").waitFor();
	app.api.fail({
		times: 3,
		status: 400,
		body: { error: `bad key ${app.apiKey}` },
		headers: { "x-key": app.apiKey },
	});
	await page.getByLabel("Search").fill("hollow");
	await page.locator("#status", { hasText: "bad key" }).waitFor();

	const { requests, responses } = await traffic.all();
	expect(requests.length).toBeGreaterThanOrEqual(8);
	expect(responses.length).toBe(requests.length);
	const seen = JSON.stringify({
		requests,
		responses,
		page: await page.content(),
		cookies: await page.context().cookies(),
		storage: await page.evaluate(async () => [
			{ ...localStorage },
			{ ...sessionStorage },
			await indexedDB.databases(),
			await caches.keys(),
		]),
	});
	expect(app.api.requests.every(({ headers }) => headers["authorization"] === `Bearer ${app.apiKey}`)).toBe(
		true,
	);
	expect(seen).not.toContain(app.apiKey);
	expect(seen).not.toMatch(/sk-demo/);
	expect(requests.map(({ url }) => new URL(url).origin)).toEqual(requests.map(() => app.url));
});

test("what the rules did not select never arrives", async () => {
	const { responses } = await traffic.all();
	const answers = responses.filter(({ url }) => url.includes("/api/"));
	expect(answers).toHaveLength(2);
	expect(JSON.stringify(answers)).not.toMatch(/metadata|avatar_url|workspace/);
});

test("nothing breaks the page's policy, and nothing fails in it", () => {
	expect(traffic.complaints).toEqual([]);
});

test("it can be used by keyboard alone", async () => {
	await page.locator(".bar").nth(1).focus();
	await page.keyboard.press("Enter");
	await page.locator("#editor form").waitFor();
	expect(await page.locator('.row[aria-pressed="true"]').count()).toBe(1);
});
