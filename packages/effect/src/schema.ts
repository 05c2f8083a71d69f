/** Effect Schemas of what the client takes, answers and fails with, each by the name of what it describes. */
export * from "./generated/schemas.ts";
export {
	AnyIdentitiesError,
	CommonError,
	ConflictError,
	ConnectionError,
	DecodeError,
	ForbiddenError,
	IdentityNotFoundError,
	InvalidInputError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
} from "./schema/errors.ts";
export { UpsertIdentityError, UpsertIdentityRequest, UpsertIdentityResponse } from "./schema/upsert.ts";
