/**
 * Runs every scenario in every runtime with every client, from the packed packages: `pnpm test:runtimes`. Prints the
 * matrix and closes with `N passed, N failed`.
 *
 * `--write` writes the results into docs/runtimes.md, where nothing failed. Names of runtimes run these alone: `pnpm test:runtimes Bun`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { adapters } from "../../src/adapters/index.ts";
import { serveControl } from "../../src/control.ts";
import { nodeHost } from "../../src/node-host.ts";
import { failedMark, failures, matrix } from "../../src/report/matrix.ts";
import { hasFailed, type Outcome, outcomesOf, rowsOf } from "../../src/report/outcome.ts";
import { page, rowsOfPage } from "../../src/report/page.ts";
import type { Task } from "../../src/run-all.ts";
import { scenarios } from "../../src/scenarios/index.ts";
import { startChromium } from "./chromium.ts";
import { commands } from "./commands.ts";
import { makePacked } from "./packed.ts";
import type { Runtime } from "./runtime.ts";
import { workers } from "./workerd.ts";

/** Most of a run is waiting, but its time limits must hold on two cores. */
const runsAtOnce = 4;
/** A run takes some twenty seconds, and all of them less than four minutes. */
const runLimit = 120_000;
const wholeLimit = 400_000;

const documentation = new URL("../../../docs/runtimes.md", import.meta.url);

/** Runs all, and gives what was reported, and what runs that ended early said. */
async function reported(runtimes: readonly Runtime[]) {
	const outcomes: Outcome[] = [];
	const endedEarly: string[] = [];
	const control = await serveControl(nodeHost, (outcome) => outcomes.push(outcome));
	const whole = AbortSignal.timeout(wholeLimit);
	const waiting = runtimes.flatMap((runtime) => adapters.map(({ name: client }) => ({ runtime, client })));
	async function work(): Promise<void> {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { runtime, client } = next;
			const { name, capabilities } = runtime;
			const task: Task = { runtime: name, client, control: control.url, capabilities };
			const signal = AbortSignal.any([AbortSignal.timeout(runLimit), whole]);
			await Promise.race([runtime.run(JSON.stringify(task), signal), aborted(signal)]).catch((thrown) =>
				endedEarly.push(`${failedMark} ${name}, ${client}: ${signal.aborted ? "took too long" : thrown}`),
			);
		}
	}
	await Promise.all(Array.from({ length: runsAtOnce }, work));
	control.close();
	return { outcomes, endedEarly };
}

const aborted = (signal: AbortSignal): Promise<never> =>
	new Promise((_, reject) => {
		if (signal.aborted) reject(signal.reason);
		signal.addEventListener("abort", () => reject(signal.reason), { once: true });
	});

/** What is wrong with the page of the documentation. It is of runs that are whole and green. */
function documented(text: string, isToWrite: boolean): string[] {
	if (isToWrite) writeFileSync(documentation, text);
	const written = existsSync(documentation) ? readFileSync(documentation, "utf8") : "";
	return rowsOfPage(written) === rowsOfPage(text)
		? []
		: [`${failedMark} docs/runtimes.md tells of other results; write it anew: pnpm test:runtimes --write`];
}

async function main(args: readonly string[]): Promise<number> {
	const wanted = args.filter((arg) => arg !== "--write");
	await makePacked();
	const all: readonly Runtime[] = [...commands, ...workers, await startChromium()];
	const runtimes = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
	if (runtimes.length < wanted.length) {
		throw new Error(`There are these runtimes: ${all.map(({ name }) => name).join(" · ")}`);
	}
	const { outcomes, endedEarly } = await reported(runtimes);
	await Promise.all(all.map((runtime) => runtime.close?.()));
	const names = runtimes.map(({ name }) => name);
	const rows = rowsOf(scenarios, names, adapters, outcomes);
	const judged = outcomesOf(rows);
	const failed = judged.filter(hasFailed).length;
	const isGreen = failed + endedEarly.length === 0;
	const others = [...endedEarly];
	if (isGreen && wanted.length === 0) {
		others.push(...documented(page(rows, runtimes, adapters), args.includes("--write")));
	}
	console.log(matrix(rows, names, { colors: process.stdout.isTTY === true }));
	console.log(["", failures(rows), ...others].join("\n"));
	console.log(`${judged.length - failed} passed, ${failed + others.length} failed`);
	return failed + others.length;
}

const failed = await main(process.argv.slice(2)).catch((thrown: unknown) => {
	console.log(thrown instanceof Error ? thrown.message : thrown);
	console.log("0 passed, 1 failed");
	return 1;
});
process.exit(failed === 0 ? 0 : 1);
