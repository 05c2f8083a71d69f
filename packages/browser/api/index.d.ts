export type { ApiCall, ApiResponse, AttemptInfo, Hooks, IdentitiesList, IdentitiesPage, ListOptions, RequestOptions, UpsertIdentityError, UpsertIdentityRequest, UpsertIdentityResponse, Walk, } from "@orq/identities-client";
export type * from "@orq/identities-core";
export { ConflictError, ConnectionError, DecodeError, ForbiddenError, IdentitiesError, IdentityNotFoundError, InvalidInputError, isIdentitiesError, RateLimitError, RequestRejectedError, RequestTimeoutError, ServerError, UnauthorizedError, UnexpectedStatusError, } from "@orq/identities-core";
export { IdentitiesClient } from "./client.js";
export type { ClientOptions, GetToken } from "./options.js";
