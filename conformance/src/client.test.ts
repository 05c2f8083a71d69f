/**
 * Each scenario as one test of the Promise client, over real HTTP on the loopback. What does not wait for timers
 * runs once more with a middleware, where calls take another way through the client.
 */
import { describe, expect, test } from "vitest";
import type { Adapter } from "./adapter.ts";
import { clientAdapter, observedClientAdapter } from "./adapters/client.ts";
import { allCapabilities } from "./capability.ts";
import { nodeHost } from "./node-host.ts";
import { runScenario } from "./runner.ts";
import { scenarios } from "./scenarios/index.ts";

const { retries: _, waits: __, timeouts: ___, ...quick } = scenarios;

// Loops, since `test.each` shortens the names that it puts in.
for (const [adapter, themes] of [
	[clientAdapter, scenarios],
	[observedClientAdapter, quick],
] as const) {
	for (const theme of Object.keys(themes))
		describe(`${adapter.name}: ${theme}`, () => runTheme(adapter, theme));
}

function runTheme(adapter: Adapter, theme: string): void {
	const environment = { adapter, host: nodeHost, capabilities: allCapabilities };
	for (const scenario of scenarios[theme] ?? []) {
		test(scenario.name, { timeout: 30_000 }, async () => {
			expect(await runScenario(scenario, environment)).toEqual([]);
		});
	}
}
