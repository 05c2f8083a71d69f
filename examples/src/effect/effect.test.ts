/** How programs on the Effect client are tested: over the API in memory, and with a mock of the service. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ConnectionError, Identities, IdentityNotFoundError } from "@orq/identities-effect";
import { createIdentitiesServer, type IdentitiesServer, seedIdentities } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import * as Effect from "effect/Effect";
import * as FetchHttpClient from "effect/http/FetchHttpClient";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";
import { expect, it } from "vitest";
import { Accounts } from "./accounts.ts";
import { findOrCreate } from "./find-or-create.ts";
import { overHttpClient } from "./over-http-client.ts";
import { tagHeavyUsers } from "./tag-heavy-users.ts";

const apiKey = Redacted.make("test");
const layerOf = ({ fetch }: IdentitiesServer) => Identities.layer({ apiKey, fetch });

it("the first call prints the newest identities", async () => {
	const { url, close } = await serve(createIdentitiesServer({ identities: seedIdentities(20) }));
	const env = { ...process.env, ORQ_API_KEY: "test", ORQ_BASE_URL: url };
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[join(import.meta.dirname, "first-call.ts")],
		{
			env,
		},
	).finally(close);
	expect(stdout.trim().split("\n")).toHaveLength(6);
});

it("an identity is found, created, or found after all where somebody was faster", async () => {
	const server = createIdentitiesServer({ identities: [{ external_id: "jo" }] });
	const run = (id: string) => Effect.runPromise(findOrCreate(id).pipe(Effect.provide(layerOf(server))));
	expect((await run("jo")).external_id).toBe("jo");
	expect((await run("new")).external_id).toBe("new");
	expect(server.requests.map(({ operation }) => operation)).toEqual(["retrieve", "retrieve", "create"]);
	server.fail({ operation: "retrieve", times: 1, status: 404 });
	expect((await run("jo")).external_id).toBe("jo");
});

it("heavy users are tagged once", async () => {
	const identities = Array.from({ length: 120 }, (_, index) => ({
		external_id: `user_${index}`,
		metrics: { total_cost: index, total_tokens: 0, total_requests: 0, error_rate: 0 },
	}));
	const server = createIdentitiesServer({ identities });
	const run = () => Effect.runPromise(tagHeavyUsers(117).pipe(Effect.provide(layerOf(server))));
	expect((await run()).sort()).toEqual(["user_117", "user_118", "user_119"]);
	expect(await run()).toEqual([]);
});

it("an account's plan is kept, and a failure tells whether to try again", async () => {
	const server = createIdentitiesServer();
	const program = Effect.gen(function* () {
		const accounts = yield* Accounts;
		const before = yield* accounts.planOf("jo");
		yield* accounts.setPlan("jo", "premium");
		const after = yield* accounts.planOf("jo");
		server.fail({ operation: "retrieve", status: 403 });
		const { canTryAgain } = yield* Effect.flip(accounts.planOf("jo"));
		return { before, after, canTryAgain };
	});
	const live = Accounts.layer.pipe(Layer.provide(layerOf(server)));
	const seen = await Effect.runPromise(program.pipe(Effect.provide(live)));
	expect(seen).toEqual({ before: "free", after: "premium", canTryAgain: false });
});

it("a service above needs no API at all: a mock of the identities stands in", async () => {
	const mock = Layer.mock(Identities, {
		retrieve: (id) =>
			id === "jo"
				? Effect.succeed({ _id: "contact_1", external_id: id, tags: ["premium"] })
				: Effect.fail(
						id === "lost" ? new ConnectionError({ cause: "cut" }) : new IdentityNotFoundError({ id }),
					),
	});
	const planOf = (user: string) =>
		Effect.flatMap(Accounts, (accounts) => accounts.planOf(user)).pipe(
			Effect.catchTag("AccountsError", ({ canTryAgain }) => Effect.succeed({ canTryAgain })),
			Effect.provide(Accounts.layer.pipe(Layer.provide(mock))),
			Effect.runPromise,
		);
	expect(await Promise.all(["jo", "nobody", "lost"].map(planOf))).toEqual([
		"premium",
		"free",
		{ canTryAgain: true },
	]);
});

it("the calls go over Effect's HttpClient, through the middleware", async () => {
	const { url, close } = await serve(createIdentitiesServer({ identities: [{ external_id: "jo" }] }));
	const counted = new Map<number, number>();
	const live = overHttpClient({ apiKey, baseUrl: url }, counted).pipe(Layer.provide(FetchHttpClient.layer));
	const program = Effect.all([findOrCreate("jo"), findOrCreate("new")]).pipe(Effect.provide(live));
	await Effect.runPromise(program).finally(close);
	expect([...counted].sort()).toEqual([
		[200, 1],
		[201, 1],
		[404, 1],
	]);
});
