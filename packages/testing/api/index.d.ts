export type { Answer, Delivery } from "./exchange/answer.js";
export type { Exchange } from "./exchange/exchange.js";
export type { RecordedRequest } from "./exchange/log.js";
export type { PlainRequest } from "./exchange/request.js";
export type { FaultKind, FaultRule } from "./faults/rule.js";
export type { ServerOptions } from "./options.js";
export { seedIdentities } from "./seed.js";
export { createIdentitiesServer, type IdentitiesServer } from "./server.js";
export type { InitialIdentity } from "./state/population.js";
