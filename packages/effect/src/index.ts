export {
	type AnswerHeaders,
	type AnyIdentitiesError,
	type CommonError,
	type CommonFields,
	ConflictError,
	ConnectionError,
	type Cursor,
	DecodeError,
	type ErrorFields,
	ForbiddenError,
	IdentitiesError,
	type IdentitiesErrorTag,
	IdentityNotFoundError,
	type InputIssue,
	InvalidInputError,
	isIdentitiesError,
	type OperationName,
	type Outcome,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
	type WireAnswer,
} from "@orq/identities-core";
export type * from "./generated/types.ts";
export { Identities } from "./identities.ts";
export { type ConfigOptions, layerConfig } from "./layer-config.ts";
export type { ApiKey, IdentitiesOptions, RequestOptions, RetrySchedule } from "./options.ts";
export type { IdentitiesPage } from "./pages.ts";
export type { IdentitiesService } from "./service.ts";
export { Transport } from "./transport.ts";
export type { UpsertIdentityError, UpsertIdentityRequest, UpsertIdentityResponse } from "./upsert.ts";
export { TransportFailure, type TransportRequest, TransportTimeout } from "./wire.ts";
