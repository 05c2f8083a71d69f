import ky, { isHTTPError } from "ky";
import type { Client, Where } from "../contender.ts";
import { walk } from "./walk.ts";
import { idOf, newIdentity, plain, type WireIdentity, type WirePage } from "./wire.ts";

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const client = ky.create({
		prefix: baseUrl,
		headers: { authorization: `Bearer ${apiKey}` },
		...(fetch && { fetch }),
	});
	const list = (limit: number, starting_after?: string) => {
		const searchParams = starting_after === undefined ? { limit } : { limit, starting_after };
		return client.get("v2/identities", { searchParams }).json<WirePage>();
	};
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: (id, signal) =>
			client.get(`v2/identities/${encodeURIComponent(id)}`, signal ? { signal } : {}).json<WireIdentity>(),
		create: (externalId) =>
			client.post("v2/identities", { json: newIdentity(externalId) }).json<WireIdentity>(),
		iterate: (limit, each) => walk((after) => list(limit, after), idOf, each),
		prefetches: false,
		isNotFound: (error) => isHTTPError(error) && error.response.status === 404,
		plain,
	};
}
