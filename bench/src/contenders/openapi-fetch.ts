import type { paths } from "@orq/identities-core";
import createClient from "openapi-fetch";
import type { Client, Where } from "../contender.ts";
import { walk } from "./walk.ts";
import { idOf, newIdentity, plain } from "./wire.ts";

/** openapi-fetch gives errors as values; its users throw them. */
class StatusError extends Error {
	readonly status: number;
	constructor(response: Response, error: unknown) {
		super(JSON.stringify(error));
		this.status = response.status;
	}
}

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const headers = { authorization: `Bearer ${apiKey}` };
	const client = createClient<paths>({ baseUrl, headers, ...(fetch && { fetch }) });
	const list = async (limit: number, starting_after?: string) => {
		const query = starting_after === undefined ? { limit } : { limit, starting_after };
		const { data, error, response } = await client.GET("/v2/identities", { params: { query } });
		if (data === undefined) throw new StatusError(response, error);
		return data;
	};
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: async (id, signal) => {
			const { data, error, response } = await client.GET("/v2/identities/{id}", {
				params: { path: { id } },
				...(signal && { signal }),
			});
			if (data === undefined) throw new StatusError(response, error);
			return data;
		},
		create: async (externalId) => {
			const { data, error, response } = await client.POST("/v2/identities", {
				body: newIdentity(externalId),
			});
			if (data === undefined) throw new StatusError(response, error);
			return data;
		},
		iterate: (limit, each) => walk((after) => list(limit, after), idOf, each),
		prefetches: false,
		isNotFound: (error) => error instanceof StatusError && error.status === 404,
		plain,
	};
}
