export type { ApiKey } from "@orq/identities-client";
export type { Asked, Grant, ProxyRule, ProxyRules, Select, Verdict } from "./proxy/allow.js";
export type { ErrorContext, ProxyOptions } from "./proxy/options.js";
export { createIdentitiesProxy } from "./proxy/proxy.js";
