export type * from "@orq/identities-core";
export {
	ConflictError,
	ConnectionError,
	DecodeError,
	ForbiddenError,
	IdentitiesError,
	IdentityNotFoundError,
	InvalidInputError,
	isIdentitiesError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
} from "@orq/identities-core";
export type { ApiCall, ApiResponse } from "./call.ts";
export { IdentitiesClient } from "./client.ts";
export type { IdentitiesList } from "./list.ts";
export type { ApiKey, AttemptInfo, ClientOptions, Hooks, ListOptions, RequestOptions } from "./options.ts";
export type { IdentitiesPage } from "./page.ts";
export type { UpsertIdentityError, UpsertIdentityRequest, UpsertIdentityResponse } from "./upsert.ts";
export type { Walk } from "./walk.ts";
