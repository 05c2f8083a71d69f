/**
 * Effect Schemas of what the client takes, answers and fails with, each by the name of what it describes. They carry what
 * the client gives: of raw answers they read less, no wrong types, which it passes on unseen, and no envelopes.
 */
export * from "./generated/schemas.js";
export { AnyIdentitiesError, CommonError, ConflictError, ConnectionError, DecodeError, ForbiddenError, IdentityNotFoundError, InvalidInputError, RateLimitError, RequestRejectedError, RequestTimeoutError, ServerError, UnauthorizedError, UnexpectedStatusError, } from "./schema/errors.js";
export { UpsertIdentityError, UpsertIdentityRequest, UpsertIdentityResponse } from "./schema/upsert.js";
