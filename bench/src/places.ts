/** Where things lie. */
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const root = at("../..");
export const bench = at("..");
/** What the set-up makes: generated clients, and programs as JavaScript. */
export const made = at("../.build");
/** Our packages as tarballs. */
export const tarballs = at("../.packages");
export const nodeModules = at("../node_modules");
export const document = at("../../openapi/identities.yaml");
export const report = at("../../docs/performance.md");
/** The plots of the report, and the figures it is made of. */
export const reportFolder = at("../../docs/performance");
