import type { Adapter } from "../adapter.ts";
import { browserAdapter } from "./browser.ts";
import { clientAdapter } from "./client.ts";
import { effectAdapter } from "./effect.ts";

/** Every client; a run picks one by its name. */
export const adapters: readonly Adapter[] = [clientAdapter, effectAdapter, browserAdapter];
