import { createFetch, FetchError, ofetch } from "ofetch";
import type { Client, Where } from "../contender.ts";
import { walk } from "./walk.ts";
import { idOf, newIdentity, plain, type WireIdentity, type WirePage } from "./wire.ts";

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const client = (fetch ? createFetch({ fetch }) : ofetch).create({
		baseURL: baseUrl,
		headers: { authorization: `Bearer ${apiKey}` },
	});
	const list = (limit: number, starting_after?: string) => {
		const query = starting_after === undefined ? { limit } : { limit, starting_after };
		return client<WirePage>("/v2/identities", { query });
	};
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: (id, signal) =>
			client<WireIdentity>(`/v2/identities/${encodeURIComponent(id)}`, signal ? { signal } : {}),
		create: (externalId) =>
			client<WireIdentity>("/v2/identities", { method: "POST", body: newIdentity(externalId) }),
		iterate: (limit, each) => walk((after) => list(limit, after), idOf, each),
		prefetches: false,
		isNotFound: (error) => error instanceof FetchError && error.status === 404,
		plain,
	};
}
