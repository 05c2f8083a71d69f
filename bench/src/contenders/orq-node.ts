/** The official SDK of the whole API. It reads the wrapped answers of its date, and renames fields. */
import { HTTPClient, Orq } from "@orq-ai/node";
import type { Client, Where } from "../contender.ts";
import { walk } from "./walk.ts";

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const { identities } = new Orq({
		apiKey,
		serverURL: baseUrl,
		...(fetch && { httpClient: new HTTPClient({ fetcher: fetch }) }),
	});
	const list = async (limit: number, startingAfter?: string) => {
		const { data, hasMore } = await identities.list({ limit, startingAfter });
		return { data, has_more: hasMore };
	};
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: async (id, signal) => (await identities.retrieve({ id }, signal && { signal })).identity,
		create: async (externalId) => {
			const body = { externalId, displayName: "Jo Smith", tags: ["premium"] };
			return (await identities.create(body)).result.identity;
		},
		iterate: (limit, each) =>
			walk(
				(after) => list(limit, after),
				(identity) => identity.id,
				each,
			),
		prefetches: false,
		isNotFound: (error) => error instanceof Error && "statusCode" in error && error.statusCode === 404,
		plain: (identity) => {
			const { id, externalId, displayName, created, tags, metadata } = identity as Identity;
			return {
				_id: id,
				external_id: externalId,
				display_name: displayName,
				tags,
				metadata,
				created: Date.parse(created),
			};
		},
	};
}

type Identity = Awaited<ReturnType<Orq["identities"]["retrieve"]>>["identity"];
