import { expect, it } from "vitest";
import { IdentitiesClient } from "../client.ts";
import { IdentitiesPage } from "../page.ts";

const clientWith = (answer: () => Response) =>
	new IdentitiesClient({ apiKey: "sk-secret", maxRetries: 0, fetch: async () => answer() });

it("reads no more of a failing answer than an error keeps, and lets go of the rest", async () => {
	let sent = 0;
	let cancelled = false;
	const endless = new ReadableStream({
		pull: (controller) => {
			sent++;
			controller.enqueue(new Uint8Array(16_384).fill(97));
		},
		cancel: () => {
			cancelled = true;
		},
	});
	const found = await clientWith(() => new Response(endless, { status: 400 }))
		.retrieve("jo")
		.result();
	expect(found).toMatchObject({ ok: false, error: { _tag: "RequestRejectedError", status: 400 } });
	expect(cancelled).toBe(true);
	expect(sent).toBeLessThan(10);
});

it("takes an answer whose body is of another kind, as some fetch libraries give it", async () => {
	const foreign = () =>
		({
			status: 503,
			headers: new Headers(),
			body: { on: () => {} },
			text: async () => "busy",
		}) as unknown as Response;
	const found = await clientWith(foreign).retrieve("jo").result();
	expect(found).toMatchObject({ ok: false, error: { _tag: "ServerError", body: "busy" } });
});

it("keeps a page's own methods, whatever the API calls its fields", async () => {
	const json =
		'{"data":[],"has_more":false,"nextPage":"https://example.com","__proto__":{"polluted":true},"total":3}';
	const page = await clientWith(() => new Response(json)).list();
	expect(page).toBeInstanceOf(IdentitiesPage);
	expect(await page.nextPage()).toBeUndefined();
	expect(page).toMatchObject({ total: 3, data: [] });
	expect("polluted" in page).toBe(false);
});
