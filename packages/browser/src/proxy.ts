export type { ApiKey } from "@orq/identities-client";
export type { Asked, Grant, ProxyRule, ProxyRules, Select, Verdict } from "./proxy/allow.ts";
export type { ErrorContext, ProxyOptions } from "./proxy/options.ts";
export { createIdentitiesProxy } from "./proxy/proxy.ts";
