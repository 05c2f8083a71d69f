/** The door for the SDK's own packages: outside semver, so siblings depend on the exact version. */
export { apiCall } from "./call.ts";
export { engineOf } from "./config.ts";
export { type Auth, bearer, type Credentials } from "./engine/auth.ts";
export type { Answer, Call, CallDefaults, Engine } from "./engine/call.ts";
export { perform } from "./engine/loop.ts";
export { IdentitiesMethods } from "./generated/methods.ts";
export { createSend, type Send } from "./send.ts";
export { upsert } from "./upsert.ts";
