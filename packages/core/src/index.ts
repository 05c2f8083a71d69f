export {
	type AnyIdentitiesError,
	type CommonError,
	ConflictError,
	ConnectionError,
	DecodeError,
	type ErrorFields,
	ForbiddenError,
	IdentitiesError,
	type IdentitiesErrorTag,
	IdentityNotFoundError,
	InvalidInputError,
	isIdentitiesError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
} from "./failure/classes.ts";
export type { AnswerHeaders, CallContext, WireAnswer } from "./failure/classify.ts";
export type { CommonFields, Cursor, InputIssue, Outcome } from "./failure/taxonomy.ts";
export type * from "./generated/errors.ts";
export { type OperationName, operations } from "./generated/operations.ts";
export type { paths } from "./generated/paths.ts";
export type * from "./generated/types.ts";
export { readAnswer } from "./wire/answer.ts";
export type { BodyField, Operation, QueryParameter } from "./wire/operation.ts";
export { serializeQuery } from "./wire/query.ts";
export { buildRequest, type WireRequest } from "./wire/request.ts";
export type { Result } from "./wire/result.ts";
