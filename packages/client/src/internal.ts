/** The door for the SDK's own packages: outside semver, so siblings depend on the exact version. */
export { apiCall } from "./call.ts";
export type { Auth, Credentials } from "./engine/auth.ts";
export { type Answer, type Call, type Engine, perform } from "./engine/loop.ts";
export { IdentitiesMethods } from "./generated/methods.ts";
export { type CallDefaults, createSend, lowerCase, type Send } from "./send.ts";
export { upsert } from "./upsert.ts";
