/**
 * Codecs for the error classes, which are no Schema classes: through JSON and back as the same class, so that they
 * cross a worker, a queue or RPC. What was thrown below (`cause`) crosses as name and message.
 */
import * as core from "@orq/identities-core";
import * as Schema from "effect/Schema";
import * as SchemaTransformation from "effect/SchemaTransformation";

const text = Schema.optionalKey(Schema.String);
const number = Schema.optionalKey(Schema.Finite);

const common = {
	message: Schema.String,
	operation: text,
	method: text,
	path: text,
	status: number,
	requestId: text,
	headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
	body: Schema.optionalKey(Schema.Unknown),
	attempts: number,
	isRetryable: Schema.Boolean,
	outcome: Schema.Literals(["not-sent", "rejected", "unknown"]),
	cursor: Schema.optionalKey(
		Schema.Union([
			Schema.Struct({ starting_after: Schema.String }),
			Schema.Struct({ ending_before: Schema.String }),
		]),
	),
	cause: Schema.optionalKey(Schema.Defect()),
};

/** The codec of a class, with its own fields. */
function errorOf<Failure extends core.AnyIdentitiesError>(
	tag: Failure["_tag"],
	make: new (fields: never) => Failure,
	own: Schema.Struct.Fields = {},
): Schema.Codec<Failure, unknown> {
	const fields = Schema.Struct({ _tag: Schema.Literal(tag), ...common, ...own });
	const isOurs = (value: unknown): value is Failure => core.isIdentitiesError(value, tag);
	return fields.pipe(
		Schema.decodeTo(
			Schema.declare(isOurs, { identifier: tag }),
			SchemaTransformation.transform({
				// The class takes these fields, and has them.
				decode: (given) => new make(given as never),
				encode: (error) => fieldsOf(error) as typeof fields.Type,
			}),
		),
	);
}

/** What an error says, without what is absent; its `message` and `cause` are not enumerable. */
function fieldsOf(error: core.IdentitiesError): object {
	const { message, cause, body } = error;
	const json: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body)); // a page may hold dates
	const all = { ...error, message, cause, body: json };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const issues = Schema.Array(
	Schema.Struct({ path: Schema.String, problem: Schema.String, fix: Schema.String }),
);

export const InvalidInputError = errorOf("InvalidInputError", core.InvalidInputError, { issues });
export const UnauthorizedError = errorOf("UnauthorizedError", core.UnauthorizedError);
export const ForbiddenError = errorOf("ForbiddenError", core.ForbiddenError);
export const IdentityNotFoundError = errorOf("IdentityNotFoundError", core.IdentityNotFoundError, {
	id: Schema.String,
});
export const ConflictError = errorOf("ConflictError", core.ConflictError);
export const RequestRejectedError = errorOf("RequestRejectedError", core.RequestRejectedError);
export const RateLimitError = errorOf("RateLimitError", core.RateLimitError, { retryAfterMs: number });
export const ServerError = errorOf("ServerError", core.ServerError, { retryAfterMs: number });
export const UnexpectedStatusError = errorOf("UnexpectedStatusError", core.UnexpectedStatusError);
export const ConnectionError = errorOf("ConnectionError", core.ConnectionError);
export const RequestTimeoutError = errorOf("RequestTimeoutError", core.RequestTimeoutError, {
	timeoutMs: Schema.Finite,
	scope: Schema.Literals(["attempt", "total"]),
});
export const DecodeError = errorOf("DecodeError", core.DecodeError, { snippet: Schema.String });

/** What every operation can fail with. */
export const CommonError: Schema.Codec<core.CommonError, unknown> = Schema.Union([
	InvalidInputError,
	UnauthorizedError,
	ForbiddenError,
	RequestRejectedError,
	RateLimitError,
	ServerError,
	UnexpectedStatusError,
	ConnectionError,
	RequestTimeoutError,
	DecodeError,
]);

/** Every error there is. */
export const AnyIdentitiesError: Schema.Codec<core.AnyIdentitiesError, unknown> = Schema.Union([
	CommonError,
	ConflictError,
	IdentityNotFoundError,
]);
