export { layerTransport, transportOver } from "./http-client-transport.js";
