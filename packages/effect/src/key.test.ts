/** Where the key comes from, and that it never shows. */
import { inspect } from "node:util";
import { describe, expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import { apiOf, jo } from "./test/api.ts";

const keys = (...texts: string[]) => Effect.sync(() => Redacted.make(texts.shift() ?? "none"));
const sent = (arrived: readonly { readonly headers: Headers }[]) =>
	arrived.map(({ headers }) => headers.get("authorization"));

describe("an Effect that gives the key", () => {
	it.effect("is run for each attempt", () =>
		Effect.gen(function* () {
			const again = { status: 429, headers: { "retry-after-ms": "0" } };
			const api = yield* apiOf(again, { body: jo });
			const client = yield* api.client({ apiKey: keys("one", "two", "three") });
			yield* client.retrieve("jo");
			expect(sent(api.arrived)).toEqual(["Bearer one", "Bearer two"]);
		}),
	);

	it.effect("is run once more after a 401, which is no retry", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(401, { body: jo });
			const client = yield* api.client({ apiKey: keys("old", "new"), maxRetries: 0 });
			expect(yield* client.create({ external_id: "jo" })).toEqual(jo);
			expect(sent(api.arrived)).toEqual(["Bearer old", "Bearer new"]);
		}),
	);

	it.effect("is not asked a third time", () =>
		Effect.gen(function* () {
			const api = yield* apiOf(401);
			const error = yield* Effect.flip((yield* api.client({ apiKey: keys("a", "b", "c") })).list());
			expect(error).toMatchObject({ _tag: "UnauthorizedError", attempts: 2 });
		}),
	);

	it.effect("that fails is an InvalidInputError with its failure as cause, and nothing was sent", () =>
		Effect.gen(function* () {
			const api = yield* apiOf({ body: jo });
			const client = yield* api.client({ apiKey: Effect.fail("no vault") });
			const error = yield* Effect.flip(client.create({ external_id: "jo" }));
			expect(error).toMatchObject({
				_tag: "InvalidInputError",
				operation: "create",
				cause: "no vault",
				outcome: "not-sent",
				attempts: 0,
				issues: [{ path: "apiKey" }],
			});
			expect(error.message).not.toContain("vault");
			expect(api.arrived).toHaveLength(0);
		}),
	);

	it.effect("that gives none, or one that no header can carry, is an InvalidInputError", () =>
		Effect.gen(function* () {
			for (const key of ["", "a b", "a\n", "ключ"]) {
				const api = yield* apiOf({ body: jo });
				const error = yield* Effect.flip((yield* api.client({ apiKey: keys(key) })).list());
				expect(error._tag).toBe("InvalidInputError");
			}
		}),
	);
});

it.effect("a 401 with a key at hand fails at once", () =>
	Effect.gen(function* () {
		const api = yield* apiOf(401);
		expect((yield* Effect.flip((yield* api.client()).list())).attempts).toBe(1);
	}),
);

it.effect("a key that the server echoes is in no part of the error", () =>
	Effect.gen(function* () {
		const echo = {
			status: 401,
			headers: { "x-key": "Bearer secret-key" },
			body: { error: "no such key: secret-key" },
		};
		const api = yield* apiOf(echo, { body: '{"_id":1,"key":"secret-key"}' });
		const client = yield* api.client();
		for (const error of [
			yield* Effect.flip(client.retrieve("jo")),
			yield* Effect.flip(client.retrieve("jo")),
		]) {
			expect(inspect(error, { depth: 9 })).not.toContain("secret-key");
			expect(JSON.stringify(error)).not.toContain("secret-key");
		}
		expect(inspect(client, { depth: 9 })).not.toContain("secret-key");
	}),
);
