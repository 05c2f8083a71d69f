/** What goes over the wire for each method, and what its answers mean, against a real server. */
import { describe, expect, it } from "@effect/vitest";
import { type AnyIdentitiesError, buildRequest } from "@orq/identities-core";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import {
	Identities,
	type IdentitiesService,
	IdentityNotFoundError,
	ServerError,
	Transport,
	TransportFailure,
} from "./index.ts";
import { type Answer, serverOf } from "./test/server.ts";

const clientOf = (baseUrl: string) => Identities.make({ apiKey: Redacted.make("secret-key"), baseUrl });

/** A client of a server that gives these answers in turn, then the last one for ever. */
const answering = (...answers: readonly Answer[]) =>
	Effect.gen(function* () {
		const server = yield* serverOf((_, nth) => answers[Math.min(nth, answers.length) - 1]);
		return { client: yield* clientOf(server.url), server };
	});

/** How a filter travels is another matter in the documents of other dates: core's tests say how, for each. */
const filtered = { limit: 5, search: "jo", filter_by: { tags: ["a,b", "c&d"] }, include_metrics: true };
const listing = buildRequest("list", { query: filtered });

describe("each method", () => {
	const calls: readonly [string, (client: IdentitiesService) => Effect.Effect<unknown, unknown>, object][] = [
		[
			"list",
			(client) => client.list(filtered),
			{ method: "GET", url: listing.ok && listing.data.url, body: "" },
		],
		[
			"create",
			(client) => client.create({ external_id: "jo", display_name: null, tags: [] }),
			{ method: "POST", url: "/v2/identities", body: '{"external_id":"jo","display_name":null,"tags":[]}' },
		],
		[
			"retrieve",
			(client) => client.retrieve("a/b?c#d %é"),
			{ method: "GET", url: "/v2/identities/a%2Fb%3Fc%23d%20%25%C3%A9" },
		],
		[
			"update",
			(client) => client.update("jo", { metadata: { seats: 1 } }),
			{ method: "PATCH", url: "/v2/identities/jo", body: '{"metadata":{"seats":1}}' },
		],
		["delete", (client) => client.delete("jo"), { method: "DELETE", url: "/v2/identities/jo", body: "" }],
	];
	for (const [name, call, request] of calls) {
		it.effect(`sends ${name} as the document has it`, () =>
			Effect.gen(function* () {
				const { client, server } = yield* answering({ body: { _id: "1", data: [] } });
				yield* call(client);
				const sorted = ({ url, ...rest }: { url: string }) => ({ ...rest, url: url.split(/[?&]/).sort() });
				expect(server.arrived).toHaveLength(1);
				const [arrived = { url: "" }] = server.arrived;
				expect(sorted(arrived)).toMatchObject(sorted(request as { url: string }));
				expect(arrived).toMatchObject({
					headers: { authorization: "Bearer secret-key", accept: "application/json" },
				});
			}),
		);
	}

	it.effect("sends headers of the layer and of the call, the call's last", () =>
		Effect.gen(function* () {
			const server = yield* serverOf(() => ({ body: { data: [] } }));
			const headers = { "X-Team": "one", "x-other": "layer" };
			const client = yield* Identities.make({ apiKey: Redacted.make("key"), baseUrl: server.url, headers });
			yield* client.list({}, { headers: { "x-team": "two" } });
			expect(server.arrived[0]?.headers).toMatchObject({ "x-team": "two", "x-other": "layer" });
		}),
	);

	it.effect("is only a description: it sends when it is run, and each time it is", () =>
		Effect.gen(function* () {
			const { client, server } = yield* answering({ body: { _id: "1" } });
			const retrieve = client.retrieve("jo");
			expect(server.arrived).toHaveLength(0);
			yield* Effect.all([retrieve, retrieve]);
			expect(server.arrived).toHaveLength(2);
		}),
	);
});

describe("answers", () => {
	it.effect("have DateTime.Utc for dates, UTC where they name no zone", () =>
		Effect.gen(function* () {
			const { client } = yield* answering({
				body: {
					_id: "1",
					external_id: "jo",
					created: "2026-01-15T11:30:00+02:00",
					updated: "2026-01-15T09:30:00",
				},
			});
			const { created, updated } = yield* client.retrieve("jo");
			expect(created && DateTime.formatIso(created)).toBe("2026-01-15T09:30:00.000Z");
			expect(updated && DateTime.formatIso(updated)).toBe("2026-01-15T09:30:00.000Z");
		}),
	);

	it.effect("with a text that is no date fail, and name the field", () =>
		Effect.gen(function* () {
			for (const created of ["1", "01/02/2026", "2026-02-30", "soon", ""]) {
				const { client } = yield* answering({ body: { data: [{ _id: "1", created }] } });
				const error = yield* Effect.flip(client.list());
				expect(error).toMatchObject({ _tag: "DecodeError", status: 200, body: { data: [{ created }] } });
				expect(error.message).toContain("data[0].created: not an ISO 8601 date");
			}
		}),
	);

	it.effect("may lack `object`, `has_more` and metrics, and have fields and values that are new", () =>
		Effect.gen(function* () {
			const { client } = yield* answering({
				body: {
					next: "soon",
					object: "page",
					data: [{ _id: "1", level: "gold", metrics: { total_cost: 1 } }],
				},
			});
			expect(yield* client.list({ include_metrics: true })).toEqual({
				object: "page",
				has_more: false,
				next: "soon",
				data: [
					{
						_id: "1",
						external_id: "",
						level: "gold",
						metrics: { total_cost: 1, total_tokens: 0, total_requests: 0, error_rate: 0 },
					},
				],
			});
			const empty = yield* answering({ body: {} });
			expect(yield* empty.client.list()).toEqual({ object: "list", data: [], has_more: false });
		}),
	);

	it.effect("are read wrapped and bare, from any 2xx", () =>
		Effect.gen(function* () {
			for (const body of [{ _id: "1", external_id: "jo" }, { identity: { _id: "1", external_id: "jo" } }]) {
				const { client } = yield* answering({ status: 203, body });
				const jo = { _id: "1", external_id: "jo" };
				expect(yield* client.create({ external_id: "jo" })).toEqual(jo);
				expect(yield* client.retrieve("jo")).toEqual(jo);
				expect(yield* client.update("jo", {})).toEqual(jo);
				expect(yield* client.delete("jo")).toBeUndefined();
			}
		}),
	);

	it.effect("that are no JSON object are a DecodeError with the whole body", () =>
		Effect.gen(function* () {
			for (const body of ["", "<html>", "[]", "null", '{"external_id":"jo"}']) {
				const { client } = yield* answering({ body });
				expect(yield* Effect.flip(client.retrieve("jo"))).toMatchObject({ _tag: "DecodeError", status: 200 });
			}
		}),
	);
});

describe("failures", () => {
	const bodies = {
		message: { message: "gone" },
		error: { error: "gone" },
		HTML: "<html><title>gone</title>",
		nothing: "",
	};
	for (const [name, body] of Object.entries(bodies)) {
		it.effect(`a 404 with ${name} is an IdentityNotFoundError on retrieve, update and delete`, () =>
			Effect.gen(function* () {
				const { client } = yield* answering({ status: 404, body });
				const calls: readonly Effect.Effect<unknown, AnyIdentitiesError>[] = [
					client.retrieve("jo"),
					client.update("jo", {}),
					client.delete("jo"),
				];
				for (const call of calls) {
					expect(yield* Effect.flip(call)).toMatchObject({
						_tag: "IdentityNotFoundError",
						id: "jo",
						status: 404,
					});
				}
			}),
		);
	}

	it.effect("by status stay what they are where the body is cut; a success that is cut is no answer", () =>
		Effect.gen(function* () {
			const cut = (status: number) =>
				serverOf((_, __, response) => {
					response.writeHead(status, { "content-length": "100" });
					response.write('{"_id"', () => response.destroy());
					return undefined;
				});
			const refused = yield* clientOf((yield* cut(409)).url);
			const conflict = yield* Effect.flip(refused.create({ external_id: "jo" }));
			expect(conflict).toMatchObject({ _tag: "ConflictError", status: 409 });
			const half = yield* clientOf((yield* cut(201)).url);
			const lost = yield* Effect.flip(half.create({ external_id: "jo" }));
			expect(lost).toMatchObject({ _tag: "ConnectionError", outcome: "unknown" });
		}),
	);

	it.effect("can be caught by tag, and are a value then", () =>
		Effect.gen(function* () {
			const { client } = yield* answering({ status: 404 });
			const found = yield* client
				.retrieve("jo")
				.pipe(Effect.catchTag("IdentityNotFoundError", ({ id }) => Effect.succeed(`nobody is ${id}`)));
			expect(found).toBe("nobody is jo");
		}),
	);

	it.effect(
		"of `fetch` and of a transport are a ConnectionError, by another call's error that this one never has, too",
		() =>
			Effect.gen(function* () {
				const foreign = new IdentityNotFoundError({ id: "jo", operation: "retrieve" });
				const options = { apiKey: Redacted.make("key"), maxRetries: 0 };
				const overFetch = yield* Identities.make({ ...options, fetch: () => Promise.reject(foreign) });
				const failing: Transport = () => Effect.fail(new TransportFailure(foreign));
				const overTransport = yield* Effect.provideService(Identities.make(options), Transport, failing);
				for (const client of [overFetch, overTransport]) {
					const error = yield* Effect.flip(client.list());
					expect(error).toMatchObject({ _tag: "ConnectionError", operation: "list", outcome: "unknown" });
					expect(error.cause).toBe(foreign);
				}
				const frozen = Object.freeze(new ServerError());
				const throwing = yield* Identities.make({ ...options, fetch: () => Promise.reject(frozen) });
				expect((yield* Effect.flip(throwing.list())).cause).toBe(frozen);
			}),
	);

	it.effect("never tell the key, the id, or what was asked for", () =>
		Effect.gen(function* () {
			const told = (seen: object) => ({ status: 400, body: { error: JSON.stringify(seen) } });
			const server = yield* serverOf(({ url, headers }) => told({ url, key: headers.authorization }));
			const client = yield* clientOf(server.url);
			const errors = [
				yield* Effect.flip(client.list({ search: "jo@example.com" })),
				yield* Effect.flip(client.retrieve("jo@example.com")),
			];
			for (const error of errors) {
				expect(error.message).not.toMatch(/jo@|jo%40|secret-key/);
				expect(JSON.stringify(error)).not.toContain("secret-key");
			}
		}),
	);

	it.effect("refused input is not sent, and tells every issue", () =>
		Effect.gen(function* () {
			const { client, server } = yield* answering({ body: {} });
			const refused: Effect.Effect<unknown, AnyIdentitiesError>[] = [
				client.list({ limit: 500, search: "j" }),
				client.retrieve(".."),
				client.retrieve(""),
				client.create({ external_id: "" }),
				client.list({ starting_after: "a", ending_before: "b" }),
				client.retrieve("jo", { timeout: -1, maxRetries: 0.5 }),
			];
			const issues = [2, 1, 1, 1, 1, 2];
			for (const [index, call] of refused.entries()) {
				const error = yield* Effect.flip(call);
				expect(error).toMatchObject({ _tag: "InvalidInputError", outcome: "not-sent", attempts: 0 });
				expect(error._tag === "InvalidInputError" && error.issues).toHaveLength(issues[index] ?? 0);
			}
			expect(server.arrived).toHaveLength(0);
		}),
	);

	it.effect("a delete that may have happened, and finds nothing when repeated, has succeeded", () =>
		Effect.gen(function* () {
			const again = { status: 500, headers: { "retry-after-ms": "0" } };
			const { client } = yield* answering(again, { status: 404 });
			expect(yield* client.delete("jo")).toBeUndefined();
			const limited = yield* answering({ ...again, status: 429 }, { status: 404 });
			expect(yield* Effect.flip(limited.client.delete("jo"))).toMatchObject({ attempts: 2 });
		}),
	);

	it.effect("a redirect is not followed", () =>
		Effect.gen(function* () {
			const { client, server } = yield* answering({ status: 307, headers: { location: "/elsewhere" } });
			const error = yield* Effect.flip(client.create({ external_id: "jo" }));
			expect(error).toMatchObject({ _tag: "UnexpectedStatusError", status: 307, outcome: "rejected" });
			expect(server.arrived).toHaveLength(1);
		}),
	);
});
