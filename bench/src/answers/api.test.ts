import { expect, test } from "vitest";
import { answerOf, basePath } from "./api.ts";
import { idOfNumber, numberOfId } from "./identities.ts";

interface Page {
	readonly data: readonly { readonly _id: string; readonly external_id: string }[];
	readonly has_more: boolean;
}

const flat = basePath({ count: 25, delayMs: 0, wrapped: false });
const json = (method: string, url: string): unknown => JSON.parse(answerOf(method, url).text);

test("pages lead through all identities once, and the last one says so", () => {
	const seen: string[] = [];
	let query = "limit=10";
	for (;;) {
		const page = json("GET", `${flat}/v2/identities?${query}`) as Page;
		seen.push(...page.data.map(({ external_id }) => external_id));
		if (!page.has_more) break;
		query = `limit=10&starting_after=${page.data.at(-1)?._id}`;
	}
	expect(seen).toEqual(Array.from({ length: 25 }, (_, number) => `user_${number}`));
});

test("an id leads back to its number", () => {
	expect([numberOfId(idOfNumber(4999)), numberOfId("nobody")]).toEqual([4999, undefined]);
});

test("one identity stands bare or in an envelope, as the base URL says", () => {
	const wrapped = basePath({ count: 25, delayMs: 0, wrapped: true });
	const bare = json("GET", `${flat}/v2/identities/${idOfNumber(3)}`);
	expect(json("GET", `${wrapped}/v2/identities/${idOfNumber(3)}`)).toEqual({ identity: bare });
});

test("a wait is told to whoever answers", () => {
	const slow = basePath({ count: 25, delayMs: 5, wrapped: false });
	expect(answerOf("GET", `${slow}/v2/identities`).delayMs).toBe(5);
});

test("nobody is found under another id", () => {
	expect(answerOf("GET", `${flat}/v2/identities/nobody`).status).toBe(404);
});
