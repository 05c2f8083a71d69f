/** A run in a page, which calls it with the task. */

import { adapters } from "../../src/adapters/index.ts";
import { runAll } from "../../src/run-all.ts";

Object.assign(globalThis, { run: (task: string) => runAll(task, adapters) });
