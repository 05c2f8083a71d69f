/** All rows, in the order of the report. */
import type { Row } from "./row.ts";
import { bundle } from "./rows/bundle.ts";
import { coldStart } from "./rows/cold-start.ts";
import { generating } from "./rows/generate.ts";
import { importing } from "./rows/import.ts";
import { install } from "./rows/install.ts";
import { loopback } from "./rows/loopback.ts";
import { memory } from "./rows/memory.ts";
import { pages } from "./rows/pages.ts";
import { perCall } from "./rows/per-call.ts";
import { types } from "./rows/types.ts";

export const rows: readonly Row[] = [
	bundle,
	importing,
	coldStart,
	perCall,
	loopback,
	pages,
	memory,
	types,
	generating,
	install,
];
