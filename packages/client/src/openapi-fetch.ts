export { pathsClient } from "./paths-client.ts";
