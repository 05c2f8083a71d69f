/** What the clients of Promises have in common, in a page and elsewhere: the same methods, lists and hooks. */
import type { Hooks, IdentitiesClient, IdentitiesList } from "@orq/identities-client";
import type { Call, Connection } from "../adapter.ts";
import type { Feature, Method, Walk } from "../scenario.ts";
import { errorOf, type Seen } from "../seen.ts";

export type PromiseClient = Pick<IdentitiesClient, Method>;

/** What of the features these clients have, all of them. */
export const promiseFeatures: readonly Feature[] = ["hooks", "views", "nextPage", "iteratorCursor"];

/** A connection of the client that is made with these hooks. */
export function promiseConnection(made: (hooks: Hooks) => PromiseClient): Connection {
	const heard: unknown[] = [];
	const client = made(hooksInto(heard));
	return { heard, call: (call) => seenOf(client, call) };
}

function hooksInto(heard: unknown[]): Hooks {
	const hear = (hook: string) => (info: object) => {
		const { reason, error, ...rest } = info as { readonly reason?: unknown; readonly error?: unknown };
		heard.push({ hook, ...rest, ...(reason || error ? { error: errorOf(reason ?? error) } : {}) });
	};
	return {
		onRequest: hear("onRequest"),
		onResponse: hear("onResponse"),
		onRetry: hear("onRetry"),
		onError: hear("onError"),
	};
}

async function seenOf(client: PromiseClient, call: Call): Promise<Seen> {
	const walked: Walked = {};
	try {
		return { ...(await taken(started(client, call), call, walked)), ...walked };
	} catch (thrown) {
		const { signal } = call;
		const cancelled = signal?.aborted && thrown === signal.reason;
		return cancelled ? { cancelled, ...walked } : { error: errorOf(thrown), ...walked };
	}
}

interface Walked {
	items?: unknown[];
	cursor?: unknown;
}

type Answer = ReturnType<IdentitiesClient["retrieve"]> | IdentitiesList;

/** As from JavaScript: whatever a scenario gives is handed on. */
function started(client: PromiseClient, { method, args, options, signal }: Call): Answer {
	const methods = client as unknown as Readonly<Record<string, (...args: readonly unknown[]) => Answer>>;
	const all = signal ? { ...options, signal } : options;
	return methods[method]?.call(client, ...args, ...(Object.keys(all).length > 0 ? [all] : [])) as Answer;
}

async function taken(answer: Answer, { take, onItem }: Call, walked: Walked): Promise<Seen> {
	if (take === "value") return { value: await answer };
	if (take === "response") {
		const { data, ...response } = await answer.withResponse();
		return { value: data, response };
	}
	if (take === "result") {
		const result = await answer.result();
		return result.ok ? { value: result.data } : { error: errorOf(result.error) };
	}
	const items: unknown[] = [];
	walked.items = items;
	const iterator = iteratorOf(answer as IdentitiesList, take); // only a list is walked
	try {
		for await (const item of iterator) {
			items.push(item);
			onItem();
			if (items.length === take.stopAfter) break;
		}
	} finally {
		if ("cursor" in iterator) walked.cursor = iterator.cursor;
	}
	return {};
}

function iteratorOf(list: IdentitiesList, { walk }: Walk): AsyncGenerator<unknown> {
	if (walk === "nextPage") return pagesOf(list);
	return walk === "pages" ? list.pages() : list[Symbol.asyncIterator]();
}

async function* pagesOf(list: IdentitiesList) {
	for (let page = await list; ; ) {
		yield page;
		const next = await page.nextPage();
		if (next === undefined) return;
		page = next;
	}
}
