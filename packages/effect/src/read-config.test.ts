/** The two ways to what reads the configuration, of which a bundle has the other one than Node. */
import { describe, expect, it, vi } from "@effect/vitest";
import * as Cause from "effect/Cause";
import * as ConfigProvider from "effect/ConfigProvider";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Layer from "effect/Layer";
import * as Redacted from "effect/Redacted";
import manifest from "../package.json" with { type: "json" };
import * as bundled from "./read-config.ts";
import * as lazy from "./read-config-lazy.ts";

describe.each([
	["loaded", lazy],
	["bundled", bundled],
])("`readConfig`, %s", (_, { loadReadConfig }) => {
	const read = (variables: object) =>
		Effect.flatMap(Effect.promise(loadReadConfig), (readConfig) => readConfig({})).pipe(
			Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(variables))),
		);

	it.effect("reads the key and the base URL", () =>
		Effect.gen(function* () {
			const { apiKey, baseUrl } = yield* read({ ORQ_API_KEY: "key", ORQ_BASE_URL: "https://a.example" });
			expect([Redacted.value(apiKey), baseUrl]).toEqual(["key", "https://a.example"]);
		}),
	);

	it.effect("fails with a ConfigError without a key", () =>
		Effect.gen(function* () {
			expect((yield* Effect.flip(read({})))._tag).toBe("ConfigError");
		}),
	);
});

it.effect("a file of the package that is not there is a defect, and no error of the layer", () =>
	Effect.gen(function* () {
		vi.doMock("#read-config", () => ({ loadReadConfig: () => Promise.reject(new Error("not found")) }));
		vi.resetModules();
		const { layerConfig } = yield* Effect.promise(() => import("./layer-config.ts"));
		const exit = yield* Effect.exit(Effect.scoped(Layer.build(layerConfig())));
		vi.doUnmock("#read-config");
		expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
		expect(Exit.isFailure(exit) && Cause.hasFails(exit.cause)).toBe(false);
	}),
);

it("bundlers take the one, whichever condition they know, and Node the other", () => {
	const { default: loaded, ...bundled } = manifest.publishConfig.imports["#read-config"];
	expect(loaded).toBe("./dist/read-config-lazy.js");
	// `module` is most bundlers'; wrangler and esbuild for a worker or a page go by the others.
	expect(Object.keys(bundled)).toEqual(["module", "workerd", "worker", "browser"]);
	expect(new Set(Object.values(bundled))).toEqual(new Set(["./dist/read-config.js"]));
});
