/** How long a call may take: an attempt, and all of it, to the millisecond of the test's clock. */
import { describe, expect, it } from "@effect/vitest";
import * as Clock from "effect/Clock";
import * as Duration from "effect/Duration";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Fiber from "effect/Fiber";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import { apiOf, jo, pass, responseOf, settle, silent, stalled, withJitter } from "./test/api.ts";

describe("`timeout`", () => {
	it.effect("is 30 seconds for an attempt", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(silent);
			const client = yield* api.client({ maxRetries: 0 });
			const call = yield* Effect.forkChild(Effect.flip(client.retrieve("jo")));
			yield* pass(29_999);
			expect(call.pollUnsafe()).toBeUndefined();
			yield* pass(1);
			expect(yield* Fiber.join(call)).toMatchObject({
				_tag: "RequestTimeoutError",
				scope: "attempt",
				timeoutMs: 30_000,
				attempts: 1,
				outcome: "unknown",
				operation: "retrieve",
			});
			expect(api.arrived[0]?.signal.aborted).toBe(true);
		}),
	);

	it.effect("takes any duration, from the layer or the call, and is of each attempt", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(silent, silent, { body: jo });
			const client = yield* api.client({ timeout: "1 minute" });
			const call = yield* Effect.forkChild(
				withJitter(0)(client.retrieve("jo", { timeout: Duration.seconds(2) })),
			);
			yield* pass(2_000);
			yield* pass(1_999);
			expect(api.times()).toEqual([0, 2_000]);
			yield* pass(1);
			expect(yield* Fiber.join(call)).toEqual(jo);
		}),
	);

	it.effect("covers the body", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(stalled(200));
			const client = yield* api.client({ maxRetries: 0, timeout: 50 });
			const call = yield* Effect.forkChild(Effect.flip(client.retrieve("jo")));
			yield* pass(50);
			expect(yield* Fiber.join(call)).toMatchObject({ _tag: "RequestTimeoutError", scope: "attempt" });
		}),
	);

	it.effect("covers the Effect that gives the key, and what waited for nothing else was not sent", () =>
		Effect.gen(function* () {
			const api = yield* apiOf({ body: jo });
			const client = yield* api.client({ apiKey: Effect.never, timeout: 40, maxRetries: 0 });
			const call = yield* Effect.forkChild(Effect.flip(client.create({ external_id: "jo" })));
			yield* pass(39);
			expect(call.pollUnsafe()).toBeUndefined();
			yield* pass(1);
			expect(yield* Fiber.join(call)).toMatchObject({
				_tag: "RequestTimeoutError",
				attempts: 0,
				outcome: "not-sent",
			});
			expect(api.arrived).toHaveLength(0);
		}),
	);

	it.effect("what the key takes is gone for the request", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(silent);
			const apiKey = Effect.as(Effect.sleep(30), Redacted.make("key"));
			const client = yield* api.client({ apiKey, timeout: 40, maxRetries: 0 });
			const call = yield* Effect.forkChild(Effect.flip(client.retrieve("jo")));
			yield* pass(30);
			yield* pass(9);
			expect(call.pollUnsafe()).toBeUndefined();
			yield* pass(1);
			yield* Fiber.join(call);
			expect(api.times()).toEqual([30]);
		}),
	);

	it.effect("does not hide a failing status that has arrived", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(stalled(404));
			const client = yield* api.client({ timeout: 50 });
			const call = yield* Effect.forkChild(Effect.flip(client.retrieve("jo")));
			yield* pass(50);
			expect(yield* Fiber.join(call)).toMatchObject({ _tag: "IdentityNotFoundError", status: 404, id: "jo" });
		}),
	);

	it.effect("is no limit when it is false or infinite", () =>
		Effect.gen(function* () {
			for (const timeout of [false, Duration.infinity, "Infinity"] as const) {
				const api = yield* apiOf(silent);
				const call = yield* Effect.forkChild((yield* api.client({ timeout })).retrieve("jo"));
				yield* pass(Duration.toMillis("30 days"));
				expect(call.pollUnsafe()).toBeUndefined();
				yield* Fiber.interrupt(call);
			}
		}),
	);
});

describe("`totalTimeout`", () => {
	it.effect("ends the attempt that is under way", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(503, silent);
			const client = yield* api.client({ totalTimeout: 1_000 });
			const call = yield* Effect.forkChild(withJitter(0.5)(Effect.flip(client.retrieve("jo"))));
			yield* pass(250);
			yield* pass(749);
			expect(call.pollUnsafe()).toBeUndefined();
			yield* pass(1);
			expect(yield* Fiber.join(call)).toMatchObject({
				_tag: "RequestTimeoutError",
				scope: "total",
				timeoutMs: 1_000,
				attempts: 2,
			});
		}),
	);

	it.effect("is told as what ran out, also of a call that is not repeated", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(silent);
			const client = yield* api.client({ totalTimeout: 1_000 });
			const call = yield* Effect.forkChild(Effect.flip(client.create({ external_id: "jo" })));
			yield* pass(1_000);
			expect(yield* Fiber.join(call)).toMatchObject({ scope: "total", timeoutMs: 1_000, outcome: "unknown" });
		}),
	);

	it.effect("keeps a wait that does not fit from being begun: the last failure is told at once", () =>
		Effect.gen(function* () {
			const api = yield* apiOf({ status: 503, headers: { "retry-after": "1" }, body: { error: "down" } });
			const client = yield* api.client({ totalTimeout: 1_000 });
			const error = yield* Effect.flip(client.retrieve("jo"));
			expect(error).toMatchObject({ _tag: "ServerError", attempts: 1, retryAfterMs: 1_000 });
			expect(error.message).toContain("down");
		}),
	);

	it.effect("is what has run out where an attempt's timeout leaves no time for the next", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(silent);
			const client = yield* api.client({ timeout: 900, totalTimeout: 1_000 });
			const call = yield* Effect.forkChild(withJitter(0.5)(Effect.flip(client.retrieve("jo"))));
			yield* pass(900);
			expect(yield* Fiber.join(call)).toMatchObject({
				_tag: "RequestTimeoutError",
				scope: "total",
				timeoutMs: 1_000,
				attempts: 1,
			});
		}),
	);

	it.effect("covers all pages of a stream", () =>
		Effect.gen(function* () {
			const clock = yield* Clock.Clock;
			let page = 0;
			const slow = async () => {
				await Effect.runPromise(clock.sleep(Duration.millis(400)));
				return responseOf({ body: { data: [{ _id: `id_${page++}` }], has_more: true } });
			};
			const api = yield* apiOf(slow);
			const client = yield* api.client({ totalTimeout: 1_000 });
			const seen: string[] = [];
			const walk = yield* Effect.forkChild(
				Effect.flip(Stream.runForEach(client.stream(), ({ _id }) => Effect.sync(() => void seen.push(_id)))),
			);
			for (const ms of [400, 400, 199]) yield* pass(ms);
			expect(walk.pollUnsafe()).toBeUndefined();
			yield* pass(1);
			expect(yield* Fiber.join(walk)).toMatchObject({
				_tag: "RequestTimeoutError",
				scope: "total",
				cursor: { starting_after: "id_1" },
			});
			expect(seen).toEqual(["id_0", "id_1"]);
		}),
	);

	it.effect("begins anew each time an Effect is run", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(silent);
			const retrieve = (yield* api.client({ totalTimeout: 100 })).retrieve("jo");
			for (const _ of [1, 2]) {
				const call = yield* Effect.forkChild(Effect.exit(retrieve));
				yield* pass(99);
				expect(call.pollUnsafe()).toBeUndefined();
				yield* pass(1);
				expect(Exit.isFailure(yield* Fiber.join(call))).toBe(true);
			}
		}),
	);

	it.effect("covers both requests of an upsert", () =>
		Effect.gen(function* () {
			const clock = yield* Clock.Clock;
			const missing = async () => {
				await Effect.runPromise(clock.sleep(Duration.millis(100)));
				return responseOf(404);
			};
			const api = yield* apiOf(missing, silent);
			const client = yield* api.client();
			const call = yield* Effect.forkChild(Effect.flip(client.upsert("jo", {}, { totalTimeout: 300 })));
			yield* pass(100);
			yield* pass(199);
			expect(api.times()).toEqual([0, 100]);
			expect(call.pollUnsafe()).toBeUndefined();
			yield* pass(1);
			expect(call.pollUnsafe()).toBeDefined();
			expect(yield* Fiber.join(call)).toMatchObject({ scope: "total", attempts: 2, outcome: "unknown" });
		}),
	);
});

describe("on the real clock", () => {
	it.live("a limit ends what takes longer", () =>
		Effect.gen(function* () {
			const client = yield* (yield* apiOf(silent)).client({ timeout: "20 millis", maxRetries: 0 });
			const begun = performance.now();
			const error = yield* Effect.flip(client.list());
			expect(error).toMatchObject({ _tag: "RequestTimeoutError", scope: "attempt", timeoutMs: 20 });
			expect(performance.now() - begun).toBeGreaterThan(18);
		}),
	);

	it.live(
		"a call leaves no timer behind, however it ends",
		() =>
			Effect.gen(function* () {
				const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
				const client = yield* (yield* apiOf({ body: jo }, 404, silent)).client();
				const before = timers();
				yield* client.retrieve("jo");
				yield* Effect.flip(client.retrieve("jo"));
				const call = yield* Effect.forkChild(client.retrieve("jo"));
				yield* settle;
				expect(timers()).toBe(before + 1);
				yield* Fiber.interrupt(call);
				expect(timers()).toBe(before);
			}),
		{ retry: 3 }, // Timers of the test runner come and go.
	);
});
