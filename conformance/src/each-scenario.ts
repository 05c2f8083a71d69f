/** Each scenario that applies to a client, as one test over real HTTP on the loopback. */
import { describe, expect, test } from "vitest";
import type { Adapter } from "./adapter.ts";
import { allCapabilities } from "./capability.ts";
import { nodeHost } from "./node-host.ts";
import { applies, runScenario } from "./runner.ts";
import type { Scenario } from "./scenario.ts";

export function testEach(adapter: Adapter, themes: Readonly<Record<string, readonly Scenario[]>>): void {
	const environment = { adapter, host: nodeHost, capabilities: allCapabilities };
	for (const [theme, all] of Object.entries(themes)) {
		const applying = all.filter((scenario) => applies(scenario, adapter));
		if (applying.length === 0) continue;
		describe(`${adapter.name}: ${theme}`, () => {
			// A loop, since `test.each` shortens the names that it puts in.
			for (const scenario of applying) {
				test(scenario.name, { timeout: 30_000 }, async () => {
					expect(await runScenario(scenario, environment)).toEqual([]);
				});
			}
		});
	}
}
