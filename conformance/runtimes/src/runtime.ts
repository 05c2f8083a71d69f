/** What a runtime brings: how it is known, what it can tell, and how it runs a task. */
import { allCapabilities, type Capabilities } from "../../src/capability.ts";
import type { RuntimeFacts } from "../../src/report/page.ts";

export interface Runtime extends RuntimeFacts {
	/** Runs the task to its end. Rejects where it can't, with what the runtime said; ends at once with the signal. */
	run(task: string, signal: AbortSignal): Promise<void>;
	close?(): Promise<void>;
}

/** Where `fetch` fails with a text alone. */
export const tellsText: Capabilities = { ...allCapabilities, tellsRefused: false };
/** In a page. */
export const tellsLittle: Capabilities = { tellsRefused: false, showsRedirectStatus: false };
