/** Create or update by external id: which requests it makes of what the API answers. */
import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import { apiOf, jo, pass, type Reply, reset, withJitter } from "./test/api.ts";

const found = { body: jo };
const created = { status: 201, body: jo };

/** Runs an upsert against these answers: what came out, and the requests' methods. */
const upserted = (...replies: readonly Reply[]) =>
	Effect.gen(function* () {
		const api = yield* apiOf(...replies);
		const client = yield* api.client({ maxRetries: 0 });
		const call = yield* Effect.forkChild(withJitter(0)(Effect.result(client.upsert("jo", { tags: ["a"] }))));
		yield* pass(0);
		return {
			result: yield* Fiber.join(call),
			methods: api.arrived.map(({ method }) => method).join(" "),
			api,
		};
	});

it.effect("updates where the identity is there", () =>
	Effect.gen(function* () {
		const { result, methods, api } = yield* upserted(found);
		expect(result).toMatchObject({ _tag: "Success", success: jo });
		expect(methods).toBe("PATCH");
		expect(api.arrived[0]).toMatchObject({ body: '{"tags":["a"]}' });
	}),
);

it.effect("creates where nobody has the id", () =>
	Effect.gen(function* () {
		const { methods, api } = yield* upserted(404, created);
		expect(methods).toBe("PATCH POST");
		expect(api.arrived[1]).toMatchObject({ body: '{"tags":["a"],"external_id":"jo"}' });
	}),
);

it.effect("updates once more where create is refused: somebody was faster", () =>
	Effect.gen(function* () {
		for (const status of [400, 409, 422]) {
			const { result, methods } = yield* upserted(404, status, found);
			expect([result._tag, methods]).toEqual(["Success", "PATCH POST PATCH"]);
		}
	}),
);

it.effect("fails with create's error where the identity is still not there", () =>
	Effect.gen(function* () {
		const { result, methods } = yield* upserted(404, 422, 404);
		expect(methods).toBe("PATCH POST PATCH");
		expect(result).toMatchObject({
			failure: { _tag: "RequestRejectedError", operation: "create", attempts: 3 },
		});
	}),
);

it.effect("creates again where the outcome of create is unknown and the identity is not there", () =>
	Effect.gen(function* () {
		const { result, methods } = yield* upserted(404, reset, 404, created);
		expect([result._tag, methods]).toEqual(["Success", "PATCH POST PATCH POST"]);
	}),
);

it.effect("ends after two rounds, with what all its requests say of the outcome", () =>
	Effect.gen(function* () {
		const { result, methods } = yield* upserted(404, reset, 404, 409);
		expect(methods).toBe("PATCH POST PATCH POST");
		expect(result).toMatchObject({ failure: { _tag: "ConflictError", outcome: "unknown", attempts: 4 } });
	}),
);

it.effect("fails with what update fails with, but for not-found", () =>
	Effect.gen(function* () {
		const { result, methods } = yield* upserted(403);
		expect(methods).toBe("PATCH");
		expect(result).toMatchObject({ failure: { _tag: "ForbiddenError" } });
	}),
);

it.effect("refuses what create would refuse, before anything is sent", () =>
	Effect.gen(function* () {
		const api = yield* apiOf(found);
		const client = yield* api.client();
		for (const id of ["", "..", "x".repeat(121)]) {
			expect(yield* Effect.flip(client.upsert(id, {}))).toMatchObject({
				_tag: "InvalidInputError",
				operation: "upsert",
				issues: [{ path: "external_id" }],
			});
		}
		expect(api.arrived).toHaveLength(0);
	}),
);
