/** What an Effect user writes without our package, as Effect's own guide has it: `HttpClient` and Schemas. */
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as HttpClient from "effect/http/HttpClient";
import * as HttpClientError from "effect/http/HttpClientError";
import * as HttpClientRequest from "effect/http/HttpClientRequest";
import * as HttpClientResponse from "effect/http/HttpClientResponse";
import * as Layer from "effect/Layer";
import * as Schema from "effect/Schema";
import type { Client, Where } from "../contender.ts";
import { walk } from "./walk.ts";
import { idOf, newIdentity } from "./wire.ts";

const optional = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema));

const Identity = Schema.Struct({
	_id: Schema.String,
	external_id: Schema.String,
	workspace_id: optional(Schema.String),
	display_name: optional(Schema.String),
	email: optional(Schema.String),
	avatar_url: optional(Schema.String),
	tags: Schema.optionalKey(Schema.Array(Schema.String)),
	metadata: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
	created: Schema.optionalKey(Schema.DateTimeUtcFromString),
	updated: Schema.optionalKey(Schema.DateTimeUtcFromString),
});

const Page = Schema.Struct({ data: Schema.Array(Identity), has_more: Schema.Boolean });

export function open({ baseUrl, apiKey, fetch }: Where): Client {
	const transport = fetch
		? Layer.provide(FetchHttpClient.layer, Layer.succeed(FetchHttpClient.Fetch, fetch))
		: FetchHttpClient.layer;
	const client = Effect.runSync(Effect.provide(HttpClient.HttpClient, transport)).pipe(
		HttpClient.mapRequest((request) =>
			request.pipe(
				HttpClientRequest.prependUrl(baseUrl),
				HttpClientRequest.bearerToken(apiKey),
				HttpClientRequest.acceptJson,
			),
		),
		HttpClient.filterStatusOk,
	);
	const readPage = HttpClientResponse.schemaBodyJson(Page);
	const readIdentity = HttpClientResponse.schemaBodyJson(Identity);
	const list = (limit: number, starting_after?: string) =>
		Effect.runPromise(
			Effect.flatMap(client.get("/v2/identities", { urlParams: { limit, starting_after } }), readPage),
		);
	return {
		list: async (limit) => (await list(limit)).data,
		retrieve: (id, signal) =>
			Effect.runPromise(
				Effect.flatMap(client.get(`/v2/identities/${encodeURIComponent(id)}`), readIdentity),
				signal && { signal },
			),
		create: (externalId) =>
			Effect.runPromise(
				Effect.flatMap(
					client.execute(
						HttpClientRequest.post("/v2/identities").pipe(
							HttpClientRequest.bodyJsonUnsafe(newIdentity(externalId)),
						),
					),
					readIdentity,
				),
			),
		iterate: (limit, each) => walk((after) => list(limit, after), idOf, each),
		prefetches: false,
		isNotFound: (error) => HttpClientError.isHttpClientError(error) && error.response?.status === 404,
		plain: (identity) => {
			const { _id, external_id, display_name, tags, metadata, created } = identity as typeof Identity.Type;
			const ms = created ? DateTime.toEpochMillis(created) : Number.NaN;
			return { _id, external_id, display_name, tags, metadata, created: ms };
		},
	};
}
