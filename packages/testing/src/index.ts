export type { Answer, Delivery } from "./exchange/answer.ts";
export type { Exchange } from "./exchange/exchange.ts";
export type { RecordedRequest } from "./exchange/log.ts";
export type { PlainRequest } from "./exchange/request.ts";
export type { FaultKind, FaultRule } from "./faults/rule.ts";
export type { ServerOptions } from "./options.ts";
export { seedIdentities } from "./seed.ts";
export { createIdentitiesServer, type IdentitiesServer } from "./server.ts";
export type { InitialIdentity } from "./state/population.ts";
