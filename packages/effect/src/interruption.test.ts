/** Whoever interrupts a call ends it at every moment, and leaves nothing running: seen by a real server. */
import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as HttpClient from "effect/http/HttpClient";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import { transportOver } from "./http-client.ts";
import { Identities, Transport } from "./index.ts";
import { serverOf, until } from "./test/server.ts";

const clientOf = (baseUrl: string) => Identities.make({ apiKey: Redacted.make("key"), baseUrl });

it.live("a request in flight is aborted: the server sees the connection close", () =>
	Effect.gen(function* () {
		const server = yield* serverOf(() => undefined);
		const call = yield* Effect.forkChild((yield* clientOf(server.url)).retrieve("jo"));
		yield* until(() => server.arrived.length === 1);
		yield* Fiber.interrupt(call);
		yield* Effect.promise(() => server.arrived[0]?.broken ?? Promise.reject());
		expect(server.arrived).toHaveLength(1);
	}),
);

it.live("an answer whose body is under way is aborted", () =>
	Effect.gen(function* () {
		let begun = false;
		const server = yield* serverOf((_, __, response) => {
			response.writeHead(200, { "content-type": "application/json" });
			response.write('{"_id":', () => {
				begun = true;
			});
			return undefined;
		});
		const call = yield* Effect.forkChild((yield* clientOf(server.url)).retrieve("jo"));
		yield* until(() => begun);
		yield* Effect.sleep(20);
		yield* Fiber.interrupt(call);
		yield* Effect.promise(() => server.arrived[0]?.broken ?? Promise.reject());
	}),
);

it.live("a wait is ended, and no further request follows", () =>
	Effect.gen(function* () {
		const server = yield* serverOf(() => ({ status: 503, headers: { "retry-after-ms": "60" } }));
		const call = yield* Effect.forkChild((yield* clientOf(server.url)).retrieve("jo"));
		yield* until(() => server.arrived.length === 1);
		yield* Effect.sleep(10);
		yield* Fiber.interrupt(call);
		yield* Effect.sleep(120);
		expect(server.arrived).toHaveLength(1);
	}),
);

it.live("the Effect that gives the key is interrupted", () =>
	Effect.gen(function* () {
		let ended = false;
		const apiKey = Effect.onInterrupt(Effect.never, () =>
			Effect.sync(() => {
				ended = true;
			}),
		);
		const client = yield* Identities.make({ apiKey });
		const call = yield* Effect.forkChild(client.retrieve("jo"));
		yield* Effect.sleep(10);
		yield* Fiber.interrupt(call);
		yield* until(() => ended);
	}),
);

/** Waits for ever, and takes a moment to clean up. */
const untidy = (order: string[]) =>
	Effect.acquireUseRelease(
		Effect.void,
		() => Effect.never,
		() => Effect.andThen(Effect.sleep(30), () => Effect.sync(() => void order.push("released"))),
	);

it.live("whoever interrupts a call, or sees it time out, finds what was in use released", () =>
	Effect.gen(function* () {
		const hanging = (order: string[]) =>
			Effect.flatMap(Effect.service(HttpClient.HttpClient), (client) =>
				Effect.provideService(
					Identities.make({ apiKey: Redacted.make("key") }),
					Transport,
					transportOver(HttpClient.transformResponse(client, () => untidy(order))),
				),
			).pipe(Effect.provide(FetchHttpClient.layer));
		for (const clientWith of [(order: string[]) => Identities.make({ apiKey: untidy(order) }), hanging]) {
			const order: string[] = [];
			const client = yield* clientWith(order);
			const call = yield* Effect.forkChild(client.retrieve("jo"));
			yield* Effect.sleep(10);
			yield* Fiber.interrupt(call);
			order.push("interrupted");
			yield* Effect.flip(client.retrieve("jo", { timeout: 10, maxRetries: 0 }));
			order.push("timed out");
			const late = yield* Effect.forkChild(client.retrieve("jo", { timeout: 10 }));
			yield* Effect.sleep(25);
			yield* Fiber.interrupt(late);
			order.push("interrupted");
			expect(order).toEqual(["released", "interrupted", "released", "timed out", "released", "interrupted"]);
		}
	}),
);

it.live("a stream that is left early asks for no page ahead", () =>
	Effect.gen(function* () {
		const server = yield* serverOf((_, nth) => ({ body: { data: [{ _id: `id_${nth}` }], has_more: true } }));
		const client = yield* clientOf(server.url);
		const two = yield* Stream.runCollect(Stream.take(client.stream(), 2));
		expect(two.map(({ _id }) => _id)).toEqual(["id_1", "id_2"]);
		expect(server.arrived).toHaveLength(2);
	}),
);

it.live("an attempt that times out closes its connection, and the call goes on", () =>
	Effect.gen(function* () {
		const server = yield* serverOf((_, nth) => (nth === 1 ? undefined : { body: { _id: "id" } }));
		const client = yield* clientOf(server.url);
		expect(yield* client.retrieve("jo", { timeout: 50 })).toMatchObject({ _id: "id" });
		yield* Effect.promise(() => server.arrived[0]?.broken ?? Promise.reject());
	}),
);
