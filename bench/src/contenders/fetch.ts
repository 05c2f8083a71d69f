/** The floor: what a user writes who wants no client. */
import type { Client, Where } from "../contender.ts";
import { walk, walkAhead } from "./walk.ts";
import { idOf, newIdentity, plain, type WireIdentity, type WirePage } from "./wire.ts";

class StatusError extends Error {
	readonly status: number;
	constructor(status: number, body: string) {
		super(`${status}: ${body}`);
		this.status = status;
	}
}

export const open = (where: Where): Client => openWith(where, (init, exchange) => exchange(init));

/** `around` runs each exchange, from the request to the end of the answer's body. */
export function openWith(
	{ baseUrl, apiKey, fetch = globalThis.fetch }: Where,
	around: <Answer>(init: RequestInit, exchange: (init: RequestInit) => Promise<Answer>) => Promise<Answer>,
): Client {
	const headers = { accept: "application/json", authorization: `Bearer ${apiKey}` };
	const send = <Answer>(path: string, given: RequestInit): Promise<Answer> =>
		around(given, async (init) => {
			const response = await fetch(baseUrl + path, init);
			if (!response.ok) throw new StatusError(response.status, await response.text());
			return (await response.json()) as Answer;
		});
	const list = (limit: number, after?: string) => {
		const cursor = after === undefined ? "" : `&starting_after=${encodeURIComponent(after)}`;
		return send<WirePage>(`/v2/identities?limit=${limit}${cursor}`, { headers });
	};
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: (id, signal) =>
			send<WireIdentity>(
				`/v2/identities/${encodeURIComponent(id)}`,
				signal ? { headers, signal } : { headers },
			),
		create: (externalId) =>
			send<WireIdentity>("/v2/identities", {
				method: "POST",
				headers: { ...headers, "content-type": "application/json" },
				body: JSON.stringify(newIdentity(externalId)),
			}),
		iterate: (limit, each, prefetch) =>
			(prefetch ? walkAhead : walk)((after) => list(limit, after), idOf, each),
		prefetches: true,
		isNotFound: (error) => error instanceof StatusError && error.status === 404,
		plain,
	};
}
