/** How the service is made: from options, from the configuration, over another transport, and in tests of its users. */
import { describe, expect, it } from "@effect/vitest";
import { createIdentitiesServer } from "@orq/identities-testing";
import * as Cause from "effect/Cause";
import * as Config from "effect/Config";
import * as ConfigProvider from "effect/ConfigProvider";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import {
	type ConfigOptions,
	Identities,
	type IdentitiesOptions,
	IdentityNotFoundError,
	layerConfig,
	ServerError,
	Transport,
	TransportFailure,
	TransportTimeout,
	type WireAnswer,
} from "./index.ts";
import { serverOf } from "./test/server.ts";

const apiKey = Redacted.make("key");
const list = Effect.flatMap(Identities, (identities) => identities.list());

describe("`Identities.layer`", () => {
	it.effect("gives the service over a fetch of the caller's", () =>
		Effect.gen(function* () {
			const server = createIdentitiesServer({ identities: [{ external_id: "jo" }] });
			const page = yield* Effect.provide(list, Identities.layer({ apiKey, fetch: server.fetch }));
			expect(page.data.map(({ external_id }) => external_id)).toEqual(["jo"]);
			expect(server.requests[0]?.url).toBe("https://my.orq.ai/v2/identities");
		}),
	);

	it.effect("fails with one error that names every option that is wrong", () =>
		Effect.gen(function* () {
			const options: IdentitiesOptions = {
				apiKey: Redacted.make("a b"),
				baseUrl: "http://example.com",
				timeout: "0 seconds",
				totalTimeout: "-1 seconds",
				maxRetries: -1,
				headers: { authorization: "Bearer other", "no name": "x" },
			};
			const error = yield* Effect.flip(Effect.provide(list, Identities.layer(options)));
			const issues = error._tag === "InvalidInputError" ? error.issues : [];
			const paths = new Set(issues.map(({ path }) => path.replace(/\[.*/, "")));
			expect([...paths].sort()).toEqual([
				"apiKey",
				"baseUrl",
				"headers",
				"maxRetries",
				"timeout",
				"totalTimeout",
			]);
			expect(error.message).not.toContain("a b");
		}),
	);

	it.effect("refuses a key that is no Redacted, and a limit that is no duration", () =>
		Effect.gen(function* () {
			const wrong = { apiKey: "key", timeout: "soon" } as unknown as IdentitiesOptions;
			const error = yield* Effect.flip(Identities.make(wrong));
			expect(error.issues.map(({ path }) => path).sort()).toEqual(["apiKey", "timeout"]);
		}),
	);

	it.effect("tells plain JavaScript what a limit and a retry are, and takes null for nothing", () =>
		Effect.gen(function* () {
			const wrong = { apiKey, timeout: "5 secnds", totalTimeout: -1, retry: 5 } as unknown;
			const { issues } = yield* Effect.flip(Identities.make(wrong as IdentitiesOptions));
			expect(issues.map(({ path, problem }) => `${path} ${problem}`).sort()).toEqual([
				"retry must be a Schedule; received number",
				"timeout must be a duration up to 2147483647 ms (a number is ms), or false; received text of 8",
				"totalTimeout must be a duration up to 2147483647 ms (a number is ms), or false; received -1",
			]);
			const server = createIdentitiesServer();
			const none = {
				timeout: null,
				totalTimeout: null,
				maxRetries: null,
				retry: null,
				headers: null,
			} as object;
			const client = yield* Identities.make({ apiKey, fetch: server.fetch, ...none });
			const { stream, list } = client as unknown as {
				readonly list: (...given: unknown[]) => Effect.Effect<unknown, Error>;
				readonly stream: (...given: unknown[]) => Stream.Stream<unknown, Error>;
			};
			yield* list({}, none);
			yield* list(null, null);
			yield* Stream.runDrain(stream(null, null));
			expect(server.requests).toHaveLength(3);
			expect(yield* Effect.flip(list({}, { retry: 5 }))).toMatchObject({ issues: [{ path: "retry" }] });
			const layer = yield* Effect.flip(Identities.make(null as unknown as IdentitiesOptions));
			expect(layer.issues).toMatchObject([{ path: "apiKey" }]);
		}),
	);

	it.effect("takes plain http for this machine, or where the caller allows it", () =>
		Effect.gen(function* () {
			for (const baseUrl of ["http://localhost:1/", "http://127.0.0.1", "http://[::1]:80/base/"]) {
				yield* Identities.make({ apiKey, baseUrl });
			}
			yield* Identities.make({ apiKey, baseUrl: "http://inside.example", allowInsecureHttp: true });
			for (const allowInsecureHttp of [undefined, "false" as unknown as boolean]) {
				const options = { apiKey, baseUrl: "http://inside.example", allowInsecureHttp };
				const error = yield* Effect.flip(Identities.make(options));
				expect(error.issues[0]?.path).toBe("baseUrl");
			}
		}),
	);

	it.effect("refuses a key in a browser, unless the caller says that it may be read", () =>
		Effect.gen(function* () {
			const browser = { window: {}, document: {} };
			Object.assign(globalThis, browser);
			const made = yield* Effect.all([
				Effect.flip(Identities.make({ apiKey })),
				Identities.make({ apiKey, dangerouslyAllowBrowser: true }),
			]).pipe(
				Effect.ensuring(
					Effect.sync(() => {
						for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name);
					}),
				),
			);
			expect(made[0].issues).toMatchObject([{ path: "apiKey" }]);
		}),
	);

	it.effect("looks the global fetch up at each call, since users patch it", () =>
		Effect.gen(function* () {
			const server = createIdentitiesServer();
			const client = yield* Identities.make({ apiKey });
			const original = globalThis.fetch;
			globalThis.fetch = server.fetch;
			yield* Effect.ensuring(
				client.list(),
				Effect.sync(() => {
					globalThis.fetch = original;
				}),
			);
			expect(server.requests).toHaveLength(1);
		}),
	);
});

describe("`layerConfig`", () => {
	const provided = (variables: object, options?: ConfigOptions) =>
		list.pipe(
			Effect.provide(layerConfig(options)),
			Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(variables))),
		);

	it.effect("reads ORQ_API_KEY and ORQ_BASE_URL", () =>
		Effect.gen(function* () {
			const server = yield* serverOf(() => ({ body: {} }));
			yield* provided({ ORQ_API_KEY: "from-env", ORQ_BASE_URL: server.url });
			expect(server.arrived[0]?.headers.authorization).toBe("Bearer from-env");
		}),
	);

	it.effect("takes an empty or missing ORQ_BASE_URL for orq.ai's own", () =>
		Effect.gen(function* () {
			for (const variables of [{ ORQ_BASE_URL: "" }, {}]) {
				const server = createIdentitiesServer();
				yield* provided({ ORQ_API_KEY: "key", ...variables }, { fetch: server.fetch });
				expect(server.requests[0]?.url).toContain("https://my.orq.ai/");
			}
		}),
	);

	it.effect("fails with a ConfigError without a key, and with an InvalidInputError with a broken one", () =>
		Effect.gen(function* () {
			for (const variables of [{}, { ORQ_API_KEY: "" }]) {
				expect((yield* Effect.flip(provided(variables)))._tag).toBe("ConfigError");
			}
			const broken = yield* Effect.flip(provided({ ORQ_API_KEY: "a key" }));
			expect(broken._tag).toBe("InvalidInputError");
		}),
	);

	it.effect("takes other variables, and every other option", () =>
		Effect.gen(function* () {
			const server = yield* serverOf(() => ({ status: 503, headers: { "retry-after-ms": "0" } }));
			const options = { apiKey: Config.Redacted("KEY"), baseUrl: Config.String("URL"), maxRetries: 1 };
			yield* Effect.flip(provided({ KEY: "other", URL: server.url }, options));
			expect(server.arrived.map(({ headers }) => headers.authorization)).toEqual([
				"Bearer other",
				"Bearer other",
			]);
		}),
	);
});

describe("a `Transport` of the caller's", () => {
	const over = (transport: Transport) =>
		list.pipe(
			Effect.provide(
				Identities.layer({ apiKey, maxRetries: 0 }).pipe(Layer.provide(Layer.succeed(Transport, transport))),
			),
		);

	it.effect("carries the requests", () =>
		Effect.gen(function* () {
			const seen: unknown[] = [];
			const page = yield* over((request, timeoutMs) => {
				seen.push({ ...request, timeoutMs });
				return Effect.succeed({ status: 200, headers: {}, text: '{"data":[]}' });
			});
			expect(page.data).toEqual([]);
			expect(seen).toMatchObject([
				{
					method: "GET",
					url: "https://my.orq.ai/v2/identities",
					headers: { accept: "application/json", authorization: "Bearer key" },
					timeoutMs: 30_000,
				},
			]);
		}),
	);

	it.effect("may fail or be late, and that is told as of any other", () =>
		Effect.gen(function* () {
			const failed = yield* Effect.flip(over(() => Effect.fail(new TransportFailure(new Error("cut")))));
			expect(failed).toMatchObject({ _tag: "ConnectionError", message: expect.stringContaining("cut") });
			const ours = new ServerError();
			expect(yield* Effect.flip(over(() => Effect.fail(new TransportFailure(ours))))).toBe(ours);
			const late = yield* Effect.flip(over(() => Effect.fail(new TransportTimeout())));
			expect(late).toMatchObject({ _tag: "RequestTimeoutError", scope: "attempt", timeoutMs: 30_000 });
		}),
	);
});

it.effect("`Layer.mock` stands in for the service in tests", () =>
	Effect.gen(function* () {
		const mock = Layer.mock(Identities, { retrieve: (id) => Effect.fail(new IdentityNotFoundError({ id })) });
		const program = Effect.flatMap(Identities, (identities) => identities.retrieve("jo"));
		const error = yield* Effect.flip(Effect.provide(program, mock));
		expect(error).toMatchObject({ _tag: "IdentityNotFoundError", id: "jo", status: 404 });
	}),
);

it.effect("a transport that answers less than it must is a defect, and no error of a call", () =>
	Effect.gen(function* () {
		for (const status of [200, 404]) {
			const answer = Effect.succeed({ status, headers: {} } as WireAnswer);
			const client = yield* Effect.provideService(Identities.make({ apiKey }), Transport, () => answer);
			const exit = yield* Effect.exit(client.retrieve("jo"));
			expect(Exit.isFailure(exit) && [Cause.hasDies(exit.cause), Cause.hasFails(exit.cause)]).toEqual([
				true,
				false,
			]);
		}
	}),
);
