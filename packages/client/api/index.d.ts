export type * from "@orq/identities-core";
export { ConflictError, ConnectionError, DecodeError, ForbiddenError, IdentitiesError, IdentityNotFoundError, InvalidInputError, isIdentitiesError, RateLimitError, RequestRejectedError, RequestTimeoutError, ServerError, UnauthorizedError, UnexpectedStatusError, } from "@orq/identities-core";
export type { ApiCall, ApiResponse } from "./call.js";
export { IdentitiesClient } from "./client.js";
export type { IdentitiesList } from "./list.js";
export type { ApiKey, AttemptInfo, ClientOptions, Hooks, ListOptions, RequestOptions } from "./options.js";
export type { IdentitiesPage } from "./page.js";
export type { UpsertIdentityError, UpsertIdentityRequest, UpsertIdentityResponse } from "./upsert.js";
export type { Walk } from "./walk.js";
