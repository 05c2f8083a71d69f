/** The page's client: it has no key, its proxy has; here the API itself stands in the proxy's place. */
import { IdentitiesClient, isIdentitiesError } from "@orq/identities-browser";
import type { Client, Where } from "../contender.ts";
import { newIdentity, plain } from "./wire.ts";

export function open({ baseUrl, fetch }: Where): Client {
	const client = new IdentitiesClient({ baseUrl, ...(fetch && { fetch }) });
	return {
		list: async (limit) => (await client.list({ limit })).data,
		retrieve: (id, signal) => client.retrieve(id, signal && { signal }),
		create: (externalId) => client.create(newIdentity(externalId)),
		iterate: async (limit, each, prefetch = false) => {
			for await (const identity of client.list({ limit }, { prefetch })) {
				const busy = each(identity);
				if (busy) await busy;
			}
		},
		prefetches: true,
		refuse: async () => client.list({ limit: 500 }),
		isNotFound: (error) => isIdentitiesError(error, "IdentityNotFoundError"),
		plain,
	};
}
