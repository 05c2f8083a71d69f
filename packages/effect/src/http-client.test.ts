/** The same rules over Effect's own HttpClient, against a real server. */
import { describe, expect, it } from "@effect/vitest";
import { buildRequest } from "@orq/identities-core";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as HttpClient from "effect/http/HttpClient";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import * as Tracer from "effect/Tracer";
import { layerTransport, transportOver } from "./http-client.ts";
import { Identities, type IdentitiesOptions, Transport } from "./index.ts";
import { type Answer, serverOf, type TestServer, until } from "./test/server.ts";

const layerOf = ({ url }: TestServer, options: Partial<IdentitiesOptions> = {}) =>
	Identities.layer({ apiKey: Redacted.make("secret-key"), baseUrl: url, ...options }).pipe(
		Layer.provide(layerTransport),
		Layer.provide(FetchHttpClient.layer),
	);
const clientOf = (server: TestServer, options?: Partial<IdentitiesOptions>) =>
	Effect.provide(Effect.service(Identities), layerOf(server, options));
const answering = (...answers: readonly Answer[]) =>
	serverOf((_, nth) => answers[Math.min(nth, answers.length) - 1]);

const again = { headers: { "retry-after-ms": "1" } };

describe("over HttpClient", () => {
	it.live("calls go out and answers come in as over fetch", () =>
		Effect.gen(function* () {
			const server = yield* answering({ body: { _id: "1", data: [] } });
			const client = yield* clientOf(server);
			const query = { limit: 5, filter_by: { tags: ["a,b"] } };
			yield* client.list(query);
			yield* client.update("a/b?c#d %é", { display_name: "Jö" });
			yield* client.delete("jo");
			expect(server.arrived.map(({ method, body }) => [method, body])).toEqual([
				["GET", ""],
				["PATCH", '{"display_name":"Jö"}'],
				["DELETE", ""],
			]);
			const [list, update] = server.arrived;
			expect(buildRequest("list", { query })).toMatchObject({ data: { url: list?.url } });
			expect(update?.url).toBe("/v2/identities/a%2Fb%3Fc%23d%20%25%C3%A9");
			expect(update?.headers).toMatchObject({
				authorization: "Bearer secret-key",
				"content-type": "application/json",
			});
		}),
	);

	it.live("failures are ours, whatever their body", () =>
		Effect.gen(function* () {
			const server = yield* answering({ status: 404, body: "<html>" });
			const client = yield* clientOf(server);
			expect(yield* Effect.flip(client.retrieve("jo"))).toMatchObject({
				_tag: "IdentityNotFoundError",
				id: "jo",
			});
		}),
	);

	it.live("a failed attempt is repeated, and its body is let go of", () =>
		Effect.gen(function* () {
			const server = yield* serverOf((_, nth, response) => {
				if (nth > 1) return { body: { _id: "1" } };
				response.writeHead(503, { "retry-after-ms": "1" });
				response.write("an answer that never ends");
				return undefined;
			});
			const client = yield* clientOf(server);
			expect(yield* client.retrieve("jo")).toMatchObject({ _id: "1" });
			yield* Effect.promise(() => server.arrived[0]?.broken ?? Promise.reject());
		}),
	);

	it.live("a create whose connection is lost is not repeated", () =>
		Effect.gen(function* () {
			const server = yield* serverOf((_, __, response) => void response.destroy());
			const error = yield* Effect.flip((yield* clientOf(server)).create({ external_id: "jo" }));
			expect(error).toMatchObject({ _tag: "ConnectionError", outcome: "unknown", attempts: 1 });
			expect(server.arrived).toHaveLength(1);
		}),
	);

	it.live("a refused connection is known by its code, and the error does not hold the key", () =>
		Effect.gen(function* () {
			const server = yield* Effect.scoped(answering({}));
			const error = yield* Effect.flip((yield* clientOf(server, { maxRetries: 0 })).list());
			expect(error).toMatchObject({ _tag: "ConnectionError", outcome: "not-sent" });
			expect(error.message).toContain("ECONNREFUSED");
			expect(JSON.stringify([error, error.cause])).not.toContain("secret-key");
		}),
	);

	it.live("a body that is cut is a ConnectionError; of a failing status only the body is lost", () =>
		Effect.gen(function* () {
			const cut = (status: number) =>
				serverOf((_, __, response) => {
					response.writeHead(status, { "content-length": "100" });
					response.write('{"_id"', () => response.destroy());
					return undefined;
				});
			const success = yield* clientOf(yield* cut(200), { maxRetries: 0 });
			expect(yield* Effect.flip(success.retrieve("jo"))).toMatchObject({ _tag: "ConnectionError" });
			const failure = yield* clientOf(yield* cut(403), { maxRetries: 0 });
			expect(yield* Effect.flip(failure.retrieve("jo"))).toMatchObject({
				_tag: "ForbiddenError",
				status: 403,
			});
		}),
	);

	it.live("an attempt has its time, and a status that has arrived decides", () =>
		Effect.gen(function* () {
			const silent = yield* serverOf(() => undefined);
			const client = yield* clientOf(silent, { timeout: 40, maxRetries: 0 });
			expect(yield* Effect.flip(client.list())).toMatchObject({ _tag: "RequestTimeoutError", timeoutMs: 40 });
			yield* Effect.promise(() => silent.arrived[0]?.broken ?? Promise.reject());

			const stalled = yield* serverOf((_, __, response) => void response.writeHead(401).write("wait"));
			const other = yield* clientOf(stalled, { timeout: 40 });
			expect(yield* Effect.flip(other.list())).toMatchObject({ _tag: "UnauthorizedError" });
		}),
	);

	it.live("interruption closes the connection", () =>
		Effect.gen(function* () {
			const server = yield* serverOf(() => undefined);
			const call = yield* Effect.forkChild((yield* clientOf(server)).list());
			yield* until(() => server.arrived.length === 1);
			yield* Fiber.interrupt(call);
			yield* Effect.promise(() => server.arrived[0]?.broken ?? Promise.reject());
		}),
	);

	it.live("a redirect is not followed, also where the client's RequestInit is the caller's", () =>
		Effect.gen(function* () {
			const server = yield* answering({ status: 307, headers: { location: "/elsewhere" } });
			const init = Layer.succeed(FetchHttpClient.RequestInit, {
				redirect: "follow",
				headers: { "x-mine": "1" },
			});
			const layer = Identities.layer({ apiKey: Redacted.make("key"), baseUrl: server.url }).pipe(
				Layer.provide(Layer.provide(layerTransport, init)),
				Layer.provide(FetchHttpClient.layer),
			);
			const client = yield* Effect.provide(Effect.service(Identities), layer);
			expect(yield* Effect.flip(client.create({ external_id: "jo" }))).toMatchObject({ status: 307 });
			expect(server.arrived.map(({ url, headers }) => [url, headers["x-mine"]])).toEqual([
				["/v2/identities", "1"],
			]);
		}),
	);

	it.live("a stream walks all pages", () =>
		Effect.gen(function* () {
			const server = yield* serverOf((_, nth) => ({
				body: { data: [{ _id: `id_${nth}` }], has_more: nth < 3 },
			}));
			const all = yield* Stream.runCollect((yield* clientOf(server)).stream());
			expect(all.map(({ _id }) => _id)).toEqual(["id_1", "id_2", "id_3"]);
		}),
	);

	it.live("an attempt has our span only, and no trace headers unless asked for", () =>
		Effect.gen(function* () {
			const names: string[] = [];
			const tracer = Tracer.make({
				span: (options) => {
					names.push(options.name);
					return new Tracer.NativeSpan(options);
				},
			});
			const server = yield* answering({ body: {} });
			yield* (yield* clientOf(server)).list().pipe(Effect.withTracer(tracer));
			expect(names).toEqual(["Identities.list", "GET /v2/identities"]);
			expect(server.arrived[0]?.headers).not.toHaveProperty("traceparent");
			expect(server.arrived[0]?.headers).not.toHaveProperty("b3");
			yield* (yield* clientOf(server, { propagateTrace: true })).list().pipe(Effect.withTracer(tracer));
			expect(server.arrived[1]?.headers).toHaveProperty("traceparent");
		}),
	);

	it.live("a client of the caller's with middleware carries the requests", () =>
		Effect.gen(function* () {
			const server = yield* answering({ status: 503, ...again }, { body: {} });
			const statuses: number[] = [];
			const client = yield* Effect.provide(Effect.service(HttpClient.HttpClient), FetchHttpClient.layer);
			const watched = HttpClient.tap(client, ({ status }) => Effect.sync(() => void statuses.push(status)));
			const layer = Identities.layer({ apiKey: Redacted.make("key"), baseUrl: server.url }).pipe(
				Layer.provide(Layer.succeed(Transport, transportOver(watched))),
			);
			yield* Effect.provide(
				Effect.flatMap(Identities, (identities) => identities.list()),
				layer,
			);
			expect(statuses).toEqual([503, 200]);
		}),
	);

	it.live("a client that fails for a status tells it all the same", () =>
		Effect.gen(function* () {
			const server = yield* serverOf((_, nth, response) => {
				if (nth === 1) return { status: 404, body: { error: "nobody" } };
				if (nth === 2) return { status: 404 };
				if (nth === 3) return { status: 201, body: { _id: "1" } };
				if (nth > 4) return { body: { _id: "2" } };
				response.writeHead(503, { "retry-after-ms": "1" });
				response.write("an answer that never ends");
				return undefined;
			});
			const client = yield* Effect.provide(Effect.service(HttpClient.HttpClient), FetchHttpClient.layer);
			const identities = yield* Identities.make({ apiKey: Redacted.make("key"), baseUrl: server.url }).pipe(
				Effect.provideService(Transport, transportOver(HttpClient.filterStatusOk(client))),
			);
			const error = yield* Effect.flip(identities.retrieve("jo"));
			expect(error).toMatchObject({ _tag: "IdentityNotFoundError", attempts: 1, body: { error: "nobody" } });
			expect(yield* identities.upsert("jo", {})).toMatchObject({ _id: "1" });
			expect(yield* identities.retrieve("jo")).toMatchObject({ _id: "2" });
			expect(server.arrived).toHaveLength(5);
			yield* Effect.promise(() => server.arrived[3]?.broken ?? Promise.reject());
		}),
	);
});
