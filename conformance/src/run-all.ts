/** Runs every scenario that applies to a client, in whatever runtime this is, and reports each. Web APIs alone. */
import type { Adapter } from "./adapter.ts";
import type { Capabilities } from "./capability.ts";
import { remoteHost, report } from "./remote.ts";
import { applies, runScenario } from "./runner.ts";
import { scenarios } from "./scenarios/index.ts";

/** What a run is told, as text: an argument, a query, whatever its runtime takes. */
export interface Task {
	readonly runtime: string;
	/** The name of an adapter. */
	readonly client: string;
	/** Where `control.ts` listens. */
	readonly control: string;
	readonly capabilities: Capabilities;
}

export async function runAll(text: string, adapters: readonly Adapter[]): Promise<void> {
	const { runtime, client, control, capabilities } = JSON.parse(text) as Task;
	const adapter = adapters.find(({ name }) => name === client);
	if (adapter === undefined) throw new Error(`no client ${client}`);
	const environment = { adapter, host: remoteHost(control), capabilities };
	for (const scenario of Object.values(scenarios).flat()) {
		if (!applies(scenario, adapter)) continue;
		const problems = await runScenario(scenario, environment).catch((thrown: unknown) => [String(thrown)]);
		await report(control, { runtime, client, scenario: scenario.name, problems });
	}
}
