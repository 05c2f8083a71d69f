/** When a failed call is tried again, to the millisecond, and when it is not. */
import { describe, expect, it } from "@effect/vitest";
import type { AnyIdentitiesError } from "@orq/identities-core";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import * as Schedule from "effect/Schedule";
import { TestClock } from "effect/testing";
import { Transport } from "./index.ts";
import { apiOf, jo, pass, refused, reset, silent, stalled, withJitter } from "./test/api.ts";

describe("core's decisions", () => {
	it.effect("back off with full jitter, doubling from half a second", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(503, 503, { body: jo });
			const client = yield* api.client();
			const call = yield* Effect.forkChild(withJitter(0.5)(client.retrieve("jo")));
			yield* pass(249);
			expect(api.times()).toEqual([0]);
			yield* pass(1);
			expect(api.times()).toEqual([0, 250]);
			yield* pass(499);
			expect(api.times()).toEqual([0, 250]);
			yield* pass(1);
			expect(api.times()).toEqual([0, 250, 750]);
			expect(yield* Fiber.join(call)).toEqual(jo);
		}),
	);

	it.effect("never wait longer than 8 seconds by themselves", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(503);
			const client = yield* api.client({ maxRetries: 6 });
			const call = yield* Effect.forkChild(withJitter(0.999999)(Effect.flip(client.retrieve("jo"))));
			for (const wait of [500, 1000, 2000, 4000, 8000, 8000]) yield* pass(wait);
			const waits = api.times().map((at, index, all) => at - (all[index - 1] ?? 0));
			expect(waits.map(Math.ceil)).toEqual([0, 500, 1000, 2000, 4000, 8000, 8000]);
			expect((yield* Fiber.join(call)).attempts).toBe(7);
		}),
	);

	it.effect("wait as long as `Retry-After` says, in seconds", () =>
		Effect.gen(function* () {
			const api = yield* apiOf({ status: 429, headers: { "retry-after": "7" } }, { body: jo });
			const call = yield* Effect.forkChild((yield* api.client()).retrieve("jo"));
			yield* pass(6_999);
			expect(api.times()).toEqual([0]);
			yield* pass(1);
			expect(api.times()).toEqual([0, 7_000]);
			yield* Fiber.join(call);
		}),
	);

	it.effect("wait until the date of `Retry-After`, on the clock of the program", () =>
		Effect.gen(function* () {
			yield* TestClock.setTime(Date.parse("2026-01-15T09:30:00Z"));
			const headers = { "retry-after": "Thu, 15 Jan 2026 09:30:09 GMT" };
			const api = yield* apiOf({ status: 503, headers }, { body: jo });
			const call = yield* Effect.forkChild((yield* api.client()).retrieve("jo"));
			yield* pass(8_999);
			expect(api.arrived).toHaveLength(1);
			yield* pass(1);
			expect(api.arrived).toHaveLength(2);
			yield* Fiber.join(call);
		}),
	);

	it.effect("honour a `Retry-After` of a minute, and fail at once for a longer one", () =>
		Effect.gen(function* () {
			const minute = yield* apiOf({ status: 429, headers: { "retry-after": "60" } }, { body: jo });
			const call = yield* Effect.forkChild((yield* minute.client()).retrieve("jo"));
			yield* pass(60_000);
			expect(yield* Fiber.join(call)).toEqual(jo);

			const longer = yield* apiOf({ status: 429, headers: { "retry-after": "61" } });
			const error = yield* Effect.flip((yield* longer.client()).retrieve("jo"));
			expect(error).toMatchObject({ _tag: "RateLimitError", retryAfterMs: 61_000, attempts: 1 });
		}),
	);

	it.effect("repeat what may pass, and nothing else", () =>
		Effect.gen(function* () {
			for (const reply of [408, 429, 500, 502, 599, refused, reset] as const) {
				const api = yield* apiOf(reply, { body: jo });
				const call = yield* Effect.forkChild(withJitter(0)((yield* api.client()).retrieve("jo")));
				yield* pass(0);
				expect(yield* Fiber.join(call)).toEqual(jo);
			}
			for (const status of [400, 401, 403, 404, 409, 422, 501, 505, 302] as const) {
				const api = yield* apiOf(status, { body: jo });
				expect((yield* Effect.flip((yield* api.client()).retrieve("jo"))).attempts).toBe(1);
			}
		}),
	);

	it.effect("end when the attempts are spent: two retries, unless the layer or the call says otherwise", () =>
		Effect.gen(function* () {
			const sent = (layer: object, call: object) =>
				Effect.gen(function* () {
					const api = yield* apiOf(503);
					const client = yield* api.client(layer);
					const fiber = yield* Effect.forkChild(withJitter(0)(Effect.flip(client.retrieve("jo", call))));
					yield* pass(0);
					yield* Fiber.join(fiber);
					return api.arrived.length;
				});
			expect(yield* sent({}, {})).toBe(3);
			expect(yield* sent({ maxRetries: 1 }, {})).toBe(2);
			expect(yield* sent({ maxRetries: 1 }, { maxRetries: 0 })).toBe(1);
		}),
	);

	it.effect("don't repeat a create whose outcome is unknown", () =>
		Effect.gen(function* () {
			for (const reply of [500, 503, 408, reset] as const) {
				const api = yield* apiOf(reply);
				const error = yield* Effect.flip((yield* api.client()).create({ external_id: "jo" }));
				expect(error).toMatchObject({ attempts: 1, outcome: "unknown", isRetryable: true });
			}
		}),
	);

	it.effect("repeat a create that was limited or never sent", () =>
		Effect.gen(function* () {
			for (const reply of [429, refused] as const) {
				const api = yield* apiOf(reply, { status: 201, body: jo });
				const call = yield* Effect.forkChild(
					withJitter(0)((yield* api.client()).create({ external_id: "jo" })),
				);
				yield* pass(0);
				expect(yield* Fiber.join(call)).toEqual(jo);
			}
		}),
	);

	it.effect("fail after one attempt when the bucket is empty, until calls succeed again", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(...Array.from({ length: 101 }, () => 503), 503, { body: jo }, 503, {
				body: jo,
			});
			const client = yield* api.client({ maxRetries: 100 });
			const storm = yield* Effect.forkChild(withJitter(0)(Effect.flip(client.retrieve("jo"))));
			for (let turn = 0; turn < 20; turn++) yield* pass(0);
			expect((yield* Fiber.join(storm)).attempts).toBe(101); // 500 tokens, 5 for each retry
			expect((yield* Effect.flip(client.retrieve("jo"))).attempts).toBe(1);
			yield* client.retrieve("jo"); // gives back one token, too few for a retry
			expect((yield* Effect.flip(client.retrieve("jo"))).attempts).toBe(1);
		}),
	);

	it.effect("let go of the body of an attempt that is repeated, however long it is", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(stalled(503), { body: jo });
			const call = yield* Effect.forkChild(withJitter(0)((yield* api.client()).retrieve("jo")));
			yield* pass(0);
			expect(yield* Fiber.join(call)).toEqual(jo);
		}),
	);

	it.effect("keep the body of every error that a caller sees, when many calls empty the bucket at once", () =>
		Effect.gen(function* () {
			const headers = { "retry-after-ms": "1" };
			const api = yield* apiOf({ status: 503, headers, body: { error: "down" } });
			const client = yield* api.client();
			const call = Effect.flip(client.list());
			const all = Effect.forEach(Array(150), () => call, { concurrency: "unbounded" });
			const storm = yield* Effect.forkChild(all);
			for (let turn = 0; turn < 5; turn++) yield* pass(1);
			const errors = yield* Fiber.join(storm);
			expect(errors.filter(({ body }) => body === undefined)).toEqual([]);
			expect(api.arrived).toHaveLength(250); // 500 tokens, 5 for each retry
		}),
	);

	it.effect("keep the body where the time for a retry runs out before its wait begins", () =>
		Effect.gen(function* () {
			const headers = { "retry-after-ms": "970" };
			const slow: Transport = ({ wantsBody }) => {
				const text = wantsBody(503, headers) ? "down" : "";
				return Effect.as(Effect.sleep(50), { status: 503, headers, text });
			};
			const api = yield* apiOf(503);
			const made = api.client({ fetch: undefined, totalTimeout: 1_000 });
			const client = yield* Effect.provideService(made, Transport, slow);
			const call = yield* Effect.forkChild(Effect.flip(client.list()));
			yield* pass(50);
			expect(yield* Fiber.join(call)).toMatchObject({ attempts: 1, body: "down" });
		}),
	);

	it.effect("tell the worst outcome of all attempts, and how many they were", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(reset, 429, 404);
			const call = yield* Effect.forkChild(
				withJitter(0)(Effect.flip((yield* api.client()).update("jo", { display_name: "Jo" }))),
			);
			yield* pass(0);
			expect(yield* Fiber.join(call)).toMatchObject({
				_tag: "IdentityNotFoundError",
				attempts: 3,
				outcome: "unknown",
			});
		}),
	);
});

describe("a schedule of the caller's", () => {
	const every = (ms: number, times: number) => Schedule.spaced(ms).pipe(Schedule.upTo({ times }));

	it.effect("decides when and how often, for a layer and for a call", () =>
		Effect.gen(function* () {
			const layer = yield* apiOf(503);
			const first = yield* layer.client({ retry: every(1_000, 3) });
			const one = yield* Effect.forkChild(Effect.flip(first.retrieve("jo")));
			for (let turn = 0; turn < 4; turn++) yield* pass(1_000);
			yield* Fiber.join(one);
			expect(layer.times()).toEqual([0, 1_000, 2_000, 3_000]);

			const call = yield* apiOf(503);
			const second = yield* call.client({ retry: every(1_000, 3) });
			const other = yield* Effect.forkChild(Effect.flip(second.retrieve("jo", { retry: every(10, 1) })));
			yield* pass(10);
			yield* Fiber.join(other);
			expect(call.times()).toEqual([4_000, 4_010]);
		}),
	);

	it.effect(
		"of the layer's gives way to a call's own number of retries, which is nothing beside the call's own",
		() =>
			Effect.gen(function* () {
				const sent = (layer: object, call: object) =>
					Effect.gen(function* () {
						const api = yield* apiOf(503);
						const client = yield* api.client(layer);
						const fiber = yield* Effect.forkChild(withJitter(0)(Effect.flip(client.retrieve("jo", call))));
						for (let turn = 0; turn < 4; turn++) yield* pass(10);
						yield* Fiber.join(fiber);
						return api.arrived.length;
					});
				const retry = every(10, 3);
				expect(yield* sent({ retry }, { maxRetries: 0 })).toBe(1);
				expect(yield* sent({ retry }, { maxRetries: 1 })).toBe(2);
				expect(yield* sent({ retry, maxRetries: 0 }, {})).toBe(4);
				expect(yield* sent({}, { retry, maxRetries: 0 })).toBe(4);
				expect(yield* sent({ retry }, { maxRetries: null })).toBe(4); // Plain JavaScript may say null for nothing.
			}),
	);

	it.effect("sees the error, and may follow the server's wait", () =>
		Effect.gen(function* () {
			const api = yield* apiOf({ status: 429, headers: { "retry-after": "3" } }, { body: jo });
			const retry = Schedule.recurs(1).pipe(
				Schedule.setInputType<AnyIdentitiesError>(),
				Schedule.modifyDelay(({ input }) =>
					Effect.succeed(input._tag === "RateLimitError" ? (input.retryAfterMs ?? 0) : 0),
				),
			);
			const call = yield* Effect.forkChild((yield* api.client({ retry })).retrieve("jo"));
			yield* pass(3_000);
			yield* Fiber.join(call);
			expect(api.times()).toEqual([0, 3_000]);
		}),
	);

	it.effect("can't resend a create of unknown outcome, nor what no repetition helps", () =>
		Effect.gen(function* () {
			const retry = Schedule.recurs(3); // Not for ever: where it is asked, the test shall fail, not hang.
			for (const reply of [503, reset] as const) {
				const api = yield* apiOf(reply);
				yield* Effect.flip((yield* api.client({ retry })).create({ external_id: "jo" }));
				expect(api.arrived).toHaveLength(1);
			}
			const missing = yield* apiOf(404);
			yield* Effect.flip((yield* missing.client({ retry })).retrieve("jo"));
			expect(missing.arrived).toHaveLength(1);
		}),
	);

	it.effect("begins no wait that does not end within the total time", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(503);
			const client = yield* api.client({ retry: Schedule.spaced(400), totalTimeout: 1_000 });
			const call = yield* Effect.forkChild(Effect.flip(client.retrieve("jo")));
			yield* pass(400);
			yield* pass(400);
			expect(yield* Fiber.join(call)).toMatchObject({ _tag: "ServerError", attempts: 3 });
			expect(api.times()).toEqual([0, 400, 800]);
		}),
	);

	it.effect("that waits for ever ends the call with its last failure, which is no total timeout", () =>
		Effect.gen(function* () {
			for (const totalTimeout of [false, 1_000] as const) {
				const retry = Schedule.spaced("Infinity");
				const api = yield* apiOf(silent);
				const client = yield* api.client({ retry, timeout: 10, totalTimeout });
				const call = yield* Effect.forkChild(Effect.flip(client.retrieve("jo")));
				yield* pass(10);
				const error = yield* Fiber.join(call);
				expect(error).toMatchObject({ _tag: "RequestTimeoutError", scope: "attempt", timeoutMs: 10 });
			}
		}),
	);

	it.effect("does not keep the body of an attempt from being told", () =>
		Effect.gen(function* () {
			const api = yield* apiOf({ status: 503, body: { error: "down" } });
			const error = yield* Effect.flip((yield* api.client({ retry: every(1, 0) })).retrieve("jo"));
			expect(error.message).toContain("down");
		}),
	);
});

it.effect("an attempt that times out costs twice as much of the bucket", () =>
	Effect.gen(function* () {
		const api = yield* apiOf(silent);
		const client = yield* api.client({ maxRetries: 100, timeout: 10 });
		const storm = yield* Effect.forkChild(withJitter(0)(Effect.flip(client.retrieve("jo"))));
		for (let turn = 0; turn < 60; turn++) yield* pass(10);
		expect((yield* Fiber.join(storm)).attempts).toBe(51); // 500 tokens, 10 for each retry
	}),
);
