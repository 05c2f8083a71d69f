/** The door for the SDK's own packages: outside semver, so siblings depend on the exact version. */
export { apiCall } from "./call.js";
export { engineOf } from "./config.js";
export { type Auth, bearer, type Credentials } from "./engine/auth.js";
export type { Answer, Call, CallDefaults, Engine } from "./engine/call.js";
export { perform } from "./engine/loop.js";
export { IdentitiesMethods } from "./generated/methods.js";
export { createSend, type Send } from "./send.js";
export { upsert } from "./upsert.js";
