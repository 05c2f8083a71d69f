export { layerTransport, transportOver } from "./http-client-transport.ts";
