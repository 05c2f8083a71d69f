/** `#read-config` where modules are loaded one by one: see `read-config.ts`. */
import type { readConfig } from "./read-config.ts";

export const loadReadConfig = async (): Promise<typeof readConfig> =>
	(await import("./read-config.ts")).readConfig;
