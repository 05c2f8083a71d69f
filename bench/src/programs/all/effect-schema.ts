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

export default (baseUrl: string, apiKey: string) => {
	const send = <Value, Json>(
		request: HttpClientRequest.HttpClientRequest,
		schema: Schema.Codec<Value, Json>,
	) =>
		Effect.gen(function* () {
			const client = HttpClient.filterStatusOk(yield* HttpClient.HttpClient);
			const sent = request.pipe(HttpClientRequest.prependUrl(baseUrl), HttpClientRequest.bearerToken(apiKey));
			return yield* HttpClientResponse.schemaBodyJson(schema)(yield* client.execute(sent));
		}).pipe(Effect.provide(FetchHttpClient.layer), Effect.runPromise);
	const at = "/v2/identities/user_1";
	const json = HttpClientRequest.bodyJsonUnsafe;
	return {
		list: () => send(HttpClientRequest.get("/v2/identities", { urlParams: { limit: 10 } }), Page),
		create: () =>
			send(HttpClientRequest.post("/v2/identities").pipe(json({ external_id: "user_1" })), Identity),
		retrieve: () => send(HttpClientRequest.get(at), Identity),
		update: () => send(HttpClientRequest.patch(at).pipe(json({ display_name: "Jo" })), Identity),
		delete: () => send(HttpClientRequest.delete(at), Schema.Void),
	};
};
