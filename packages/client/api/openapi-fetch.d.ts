export { pathsClient } from "./paths-client.js";
