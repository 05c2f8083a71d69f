#!/usr/bin/env node
/**
 * The command `identities-testing`: hands the process over to `run`, and ends with it.
 */
import { run } from "./command/run.ts";

const outcome = await run(process.argv.slice(2), { say: console.log, complain: console.error });
if ("exitCode" in outcome) {
	process.exitCode = outcome.exitCode;
} else {
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.once(signal, () => void outcome.running.close());
}
