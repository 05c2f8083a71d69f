import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as HttpClient from "effect/http/HttpClient";
import * as HttpClientRequest from "effect/http/HttpClientRequest";
import * as HttpClientResponse from "effect/http/HttpClientResponse";
import * as Schema from "effect/Schema";

const optional = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema));

const Identity = Schema.Struct({
	_id: Schema.String,
	external_id: Schema.String,
	display_name: optional(Schema.String),
	email: optional(Schema.String),
	avatar_url: optional(Schema.String),
	tags: Schema.optionalKey(Schema.Array(Schema.String)),
	metadata: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
	created: Schema.optionalKey(Schema.DateTimeUtcFromString),
	updated: Schema.optionalKey(Schema.DateTimeUtcFromString),
});

const Page = Schema.Struct({ data: Schema.Array(Identity), has_more: Schema.Boolean });

export default (baseUrl: string, apiKey: string): Promise<number> =>
	Effect.gen(function* () {
		const request = HttpClientRequest.get(`${baseUrl}/v2/identities`, { urlParams: { limit: 10 } });
		const client = HttpClient.filterStatusOk(yield* HttpClient.HttpClient);
		const response = yield* client.execute(HttpClientRequest.bearerToken(request, apiKey));
		return (yield* HttpClientResponse.schemaBodyJson(Page)(response)).data.length;
	}).pipe(Effect.provide(FetchHttpClient.layer), Effect.runPromise);
