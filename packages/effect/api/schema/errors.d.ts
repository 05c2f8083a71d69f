/**
 * Codecs for the error classes, which are no Schema classes: through JSON and back as the same class, so that they
 * cross a worker, a queue or RPC. What was thrown below (`cause`) crosses as name and message.
 */
import * as core from "@orq/identities-core";
import * as Schema from "effect/Schema";
export declare const InvalidInputError: Schema.Codec<core.InvalidInputError, unknown, never, never>;
export declare const UnauthorizedError: Schema.Codec<core.UnauthorizedError, unknown, never, never>;
export declare const ForbiddenError: Schema.Codec<core.ForbiddenError, unknown, never, never>;
export declare const IdentityNotFoundError: Schema.Codec<core.IdentityNotFoundError, unknown, never, never>;
export declare const ConflictError: Schema.Codec<core.ConflictError, unknown, never, never>;
export declare const RequestRejectedError: Schema.Codec<core.RequestRejectedError, unknown, never, never>;
export declare const RateLimitError: Schema.Codec<core.RateLimitError, unknown, never, never>;
export declare const ServerError: Schema.Codec<core.ServerError, unknown, never, never>;
export declare const UnexpectedStatusError: Schema.Codec<core.UnexpectedStatusError, unknown, never, never>;
export declare const ConnectionError: Schema.Codec<core.ConnectionError, unknown, never, never>;
export declare const RequestTimeoutError: Schema.Codec<core.RequestTimeoutError, unknown, never, never>;
export declare const DecodeError: Schema.Codec<core.DecodeError, unknown, never, never>;
/** What every operation can fail with. */
export declare const CommonError: Schema.Codec<core.CommonError, unknown>;
/** Every error there is. */
export declare const AnyIdentitiesError: Schema.Codec<core.AnyIdentitiesError, unknown>;
