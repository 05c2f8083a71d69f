/** Walking a list as a Stream: in both directions, page by page, and what stops it. */
import { expect, it } from "@effect/vitest";
import { createIdentitiesServer } from "@orq/identities-testing";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import { Identities } from "./index.ts";
import { apiOf } from "./test/api.ts";

/** Twelve identities, `u12` the newest. */
const twelve = Effect.sync(() =>
	createIdentitiesServer({
		identities: Array.from({ length: 12 }, (_, index) => ({ external_id: `u${index + 1}` })),
	}),
);
const clientOf = (fetch: typeof globalThis.fetch) => Identities.make({ apiKey: Redacted.make("key"), fetch });
const names = (identities: readonly { readonly external_id: string }[]) =>
	identities.map(({ external_id }) => external_id).join(" ");

it.effect("`stream` gives every identity, in order", () =>
	Effect.gen(function* () {
		const server = yield* twelve;
		const client = yield* clientOf(server.fetch);
		const all = yield* Stream.runCollect(client.stream({ limit: 5 }));
		expect(names(all)).toBe("u12 u11 u10 u9 u8 u7 u6 u5 u4 u3 u2 u1");
		expect(server.requests.map(({ query }) => query["limit"])).toEqual(["5", "5", "5"]);
	}),
);

it.effect("`pages` gives every page, as it was answered", () =>
	Effect.gen(function* () {
		const client = yield* clientOf((yield* twelve).fetch);
		const pages = yield* Stream.runCollect(client.pages({ limit: 5 }));
		expect(pages.map(({ data, has_more }) => [data.length, has_more])).toEqual([
			[5, true],
			[5, true],
			[2, false],
		]);
	}),
);

it.effect("with `ending_before` the walk leads away from the cursor, each page as it was answered", () =>
	Effect.gen(function* () {
		const server = yield* twelve;
		const client = yield* clientOf(server.fetch);
		const query = { limit: 4, ending_before: server.identities.at(-1)?._id };
		expect(names(yield* Stream.runCollect(client.stream(query)))).toBe("u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12");
		const pages = yield* Stream.runCollect(client.pages(query));
		expect(pages.map(({ data }) => names(data))).toEqual(["u5 u4 u3 u2", "u9 u8 u7 u6", "u12 u11 u10"]);
	}),
);

it.effect("it begins where the query says", () =>
	Effect.gen(function* () {
		const server = yield* twelve;
		const client = yield* clientOf(server.fetch);
		const query = { limit: 5, starting_after: server.identities[9]?._id };
		expect(names(yield* Stream.runCollect(client.stream(query)))).toBe("u2 u1");
	}),
);

it.effect("a failure says where to go on, and the walk can be taken up there", () =>
	Effect.gen(function* () {
		const server = yield* twelve;
		const client = yield* clientOf(server.fetch);
		server.fail({ operation: "list", nth: 2, status: 403 });
		const seen: string[] = [];
		const collect = (query: object) =>
			Stream.runForEach(client.stream({ limit: 5, ...query }), ({ external_id }) =>
				Effect.sync(() => void seen.push(external_id)),
			);
		const error = yield* Effect.flip(collect({}));
		expect(error).toMatchObject({
			_tag: "ForbiddenError",
			cursor: { starting_after: server.identities[4]?._id },
		});
		yield* collect(error.cursor ?? {});
		expect(seen.join(" ")).toBe("u12 u11 u10 u9 u8 u7 u6 u5 u4 u3 u2 u1");
	}),
);

it.effect("a failure of the first page has no cursor, unless the query had one", () =>
	Effect.gen(function* () {
		const client = yield* (yield* apiOf(403)).client();
		expect((yield* Effect.flip(Stream.runDrain(client.stream()))).cursor).toBeUndefined();
		const error = yield* Effect.flip(Stream.runDrain(client.stream({ ending_before: "x" })));
		expect(error.cursor).toEqual({ ending_before: "x" });
	}),
);

it.effect("a page that leads back, or is empty and promises more, ends the walk with a DecodeError", () =>
	Effect.gen(function* () {
		const page = { body: { data: [{ _id: "1" }], has_more: true } };
		const loop = yield* (yield* apiOf(page)).client();
		const seen = yield* Stream.runCollect(Stream.catch(loop.stream(), ({ _tag }) => Stream.make(_tag)));
		expect(seen).toEqual([{ _id: "1", external_id: "" }, "DecodeError"]);

		const empty = yield* (yield* apiOf({ body: { data: [], has_more: true } })).client();
		expect(yield* Effect.flip(Stream.runDrain(empty.pages()))).toMatchObject({ _tag: "DecodeError" });
	}),
);

it.effect("a list whose pages go round in a circle ends with a DecodeError", () =>
	Effect.gen(function* () {
		for (const round of [2, 3, 7]) {
			let asked = 0;
			const fetch = async () => Response.json({ data: [{ _id: `id-${asked++ % round}` }], has_more: true });
			const client = yield* clientOf(fetch);
			const walk = Stream.runDrain(Stream.take(client.stream({ starting_after: "before" }), 100));
			expect((yield* Effect.flip(walk))._tag).toBe("DecodeError");
			expect(asked).toBeLessThan(4 * round);
		}
	}),
);

it.effect("nothing is asked for before somebody pulls, and each run begins anew", () =>
	Effect.gen(function* () {
		const server = yield* twelve;
		const stream = (yield* clientOf(server.fetch)).stream({ limit: 50 });
		expect(server.requests).toHaveLength(0);
		yield* Stream.runDrain(stream);
		yield* Stream.runDrain(stream);
		expect(server.requests).toHaveLength(2);
	}),
);

it.effect("a refused query fails the stream", () =>
	Effect.gen(function* () {
		const client = yield* clientOf((yield* twelve).fetch);
		const error = yield* Effect.flip(Stream.runDrain(client.stream({ limit: 0 })));
		expect(error._tag).toBe("InvalidInputError");
	}),
);

it.effect("a query that throws when it is read is a defect of the stream, not of who makes it", () =>
	Effect.gen(function* () {
		const client = yield* clientOf((yield* twelve).fetch);
		const query = {
			get ending_before(): string {
				throw new Error("unreadable");
			},
		};
		for (const walk of [Stream.runDrain(client.stream(query)), Stream.runDrain(client.pages(query))]) {
			const exit = yield* Effect.exit(walk);
			expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
		}
	}),
);
