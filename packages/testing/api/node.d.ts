export { type Address, type RunningServer, serve } from "./doors/serve.js";
