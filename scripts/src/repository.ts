/** Where things lie in this repository. */
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const biome = fileURLToPath(new URL("../../node_modules/.bin/biome", import.meta.url));
export const upstreamFile = "openapi/upstream.yaml";
export const overlayFile = "openapi/overlay.yaml";
export const identitiesFile = "openapi/identities.yaml";
/** Folders that hold generated files and nothing else. */
export const generatedFolders = [
	"packages/core/src/generated",
	"packages/client/src/generated",
	"packages/effect/src/generated",
];
