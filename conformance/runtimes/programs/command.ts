/** A run as a command, in Node, Bun and Deno: the task is its argument. */

import { adapters } from "../../src/adapters/index.ts";
import { runAll } from "../../src/run-all.ts";

await runAll(process.argv[2] ?? "", adapters);
