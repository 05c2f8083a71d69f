/** What the default entry loads, in a fresh process: its import time is that of Effect's modules. */
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const entry = join(dirname(fileURLToPath(import.meta.url)), "index.ts");

/** The modules of Effect that are loaded after the import, and those that this code loads then. */
async function loadedBy(code: string): Promise<Record<"first" | "later", string[]>> {
	const program = `
		import { registerHooks } from "node:module";
		const loaded = new Set();
		registerHooks({
			load(url, context, next) {
				loaded.add(/\\/effect\\/dist\\/(.*)\\.js$/.exec(url)?.[1]);
				return next(url, context);
			},
		});
		const { Identities, layerConfig } = await import(${JSON.stringify(entry)});
		const first = [...loaded];
		const Effect = await import("effect/Effect");
		const Layer = await import("effect/Layer");
		const Redacted = await import("effect/Redacted");
		await Effect.runPromise(Effect.scoped(Layer.build(${code})));
		console.log(JSON.stringify({ first, later: [...loaded].slice(first.length) }));
	`;
	const { stdout } = await promisify(execFile)(
		process.execPath,
		["--no-warnings", "--input-type=module", "--eval", program],
		{ cwd: dirname(entry), env: { ...process.env, ORQ_API_KEY: "key" } },
	);
	return JSON.parse(stdout);
}

it("an import loads neither Config nor Schema, and a layer with its key loads no more", async () => {
	const { first, later } = await loadedBy('Identities.layer({ apiKey: Redacted.make("key") })');
	expect(first).toContain("Effect");
	expect(first.filter((name) => /^(Config|Schema)/.test(name))).toEqual([]);
	expect(later).toEqual([]);
});

it("`layerConfig` loads Config when its layer is built", async () => {
	expect((await loadedBy("layerConfig()")).later).toContain("Config");
});
