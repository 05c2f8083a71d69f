import { createClient } from "../../.build/hey-api/client/index.ts";
import { createIdentity, listIdentities, retrieveIdentity } from "../../.build/hey-api/index.ts";
import type { Client, Where } from "../contender.ts";
import { walk } from "./walk.ts";
import { idOf, newIdentity, plain } from "./wire.ts";

/** hey-api gives errors as values; its users throw them. */
class StatusError extends Error {
	readonly status: number | undefined;
	constructor(response: Response | undefined, error: unknown) {
		super(JSON.stringify(error));
		this.status = response?.status;
	}
}

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const client = createClient({ baseUrl, auth: apiKey, ...(fetch && { fetch }) });
	const list = async (limit: number, starting_after?: string) => {
		const query = starting_after === undefined ? { limit } : { limit, starting_after };
		const { data, error, response } = await listIdentities({ client, query });
		if (data === undefined) throw new StatusError(response, error);
		return data;
	};
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: async (id, signal) => {
			const { data, error, response } = await retrieveIdentity({
				client,
				path: { id },
				...(signal && { signal }),
			});
			if (data === undefined) throw new StatusError(response, error);
			return data;
		},
		create: async (externalId) => {
			const { data, error, response } = await createIdentity({ client, body: newIdentity(externalId) });
			if (data === undefined) throw new StatusError(response, error);
			return data;
		},
		iterate: (limit, each) => walk((after) => list(limit, after), idOf, each),
		prefetches: false,
		isNotFound: (error) => error instanceof StatusError && error.status === 404,
		plain,
	};
}
