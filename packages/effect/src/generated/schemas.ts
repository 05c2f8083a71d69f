// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import * as Schema from "effect/Schema";
import { CommonError, ConflictError, IdentityNotFoundError } from "../schema/errors.ts";
import { answer, dropped, filled, optional, text, Utc, written } from "../schema/fields.ts";
import type * as Types from "./types.ts";

/** What an identity used in the last 30 days. */
export const IdentityMetrics: Schema.Codec<Types.IdentityMetrics, unknown> = answer({
	/**
	 * How often requests failed. The unit is not documented.
	 * @example 0
	 */
	error_rate: filled(Schema.Finite, 0),
	/**
	 * Cost in US dollars.
	 * @example 12.5
	 */
	total_cost: filled(Schema.Finite, 0),
	/**
	 * Number of requests.
	 * @example 310
	 */
	total_requests: filled(Schema.Finite, 0),
	/**
	 * Number of tokens.
	 * @example 48200
	 */
	total_tokens: filled(Schema.Finite, 0),
}).annotate({ identifier: "IdentityMetrics" });

/** An end user of your product, registered so that usage and cost can be tracked per user. */
export const Identity: Schema.Codec<Types.Identity, unknown> = answer({
	/**
	 * The identity's own id, given by orq.ai. Take it as it is; its form is not promised.
	 * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
	 */
	_id: Schema.String,
	/**
	 * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
	 * characters.
	 * @example "user_4711"
	 */
	external_id: filled(Schema.String, ""),
	/**
	 * Where a picture of the user lies.
	 * @example "https://example.com/avatars/jo.png"
	 */
	avatar_url: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * When the identity was registered. An ISO 8601 date-time or date.
	 * @example "2026-01-15T09:30:00.000Z"
	 */
	created: dropped(Utc),
	/**
	 * The name that people see.
	 * @example "Jo Fischer"
	 */
	display_name: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * The user's e-mail address.
	 * @example "jo.fischer@example.com"
	 */
	email: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * Whatever else you want to keep with the identity. Keys and values are yours.
	 * @example {"department":"Research","seats":12}
	 */
	metadata: dropped(Schema.Record(Schema.String, Schema.Unknown)),
	/** Usage of the last 30 days, where `include_metrics` asked for it. */
	metrics: Schema.optionalKey(Schema.NullOr(IdentityMetrics)),
	/**
	 * Labels of your own, to find and group identities by.
	 * @example ["premium","beta-user"]
	 */
	tags: dropped(Schema.mutable(Schema.Array(Schema.String))),
	/**
	 * When the identity was last changed. An ISO 8601 date-time or date.
	 * @example "2026-01-15T09:30:00.000Z"
	 */
	updated: dropped(Utc),
}).annotate({ identifier: "Identity" });

export const ListIdentitiesQuery = Schema.Struct({
	/**
	 * The `_id` of the first identity of a page. Gives the page before it.
	 * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
	 */
	ending_before: optional(Schema.String),
	/** Only identities that carry these tags. */
	filter_by: optional(
		Schema.Struct({
			tags: optional(Schema.Array(Schema.String)),
		}),
	),
	/**
	 * Adds the usage of the last 30 days to each identity. False by default.
	 * @example true
	 */
	include_metrics: optional(Schema.NullOr(Schema.Boolean)),
	/**
	 * How many identities a page holds at most. A whole number, 1 to 50, 10 by default.
	 * @example 50
	 */
	limit: optional(Schema.Int.check(Schema.isGreaterThanOrEqualTo(1), Schema.isLessThanOrEqualTo(50))),
	/**
	 * A part of the display name or of the e-mail address. At least 2 characters.
	 * @example "fischer"
	 */
	search: optional(text({ minLength: 2 })),
	/**
	 * The `_id` of the last identity of a page. Gives the page after it.
	 * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
	 */
	starting_after: optional(Schema.String),
}).annotate({ identifier: "ListIdentitiesQuery" });

/** One page of identities. */
export const ListIdentitiesResponse: Schema.Codec<Types.ListIdentitiesResponse, unknown> = answer({
	/** The identities of this page. */
	data: filled(Schema.mutable(Schema.Array(Identity)), []),
	/** Whether there are more in the direction that was asked for. */
	has_more: filled(Schema.Boolean, false),
	/** Says that this is a page. */
	object: filled(Schema.Union([Schema.Literals(["list"]), Schema.String]), "list"),
}).annotate({ identifier: "ListIdentitiesResponse" });

/**
 * A new identity.
 * @example {"external_id":"user_4711","display_name":"Jo Fischer","tags":["premium"]}
 */
export const CreateIdentityRequest = Schema.Struct({
	/**
	 * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
	 * characters.
	 * @example "user_4711"
	 */
	external_id: text({ minLength: 1, maxLength: 120 }),
	/**
	 * Where a picture of the user lies.
	 * @example "https://example.com/avatars/jo.png"
	 */
	avatar_url: optional(Schema.NullOr(Schema.String)),
	/**
	 * The name that people see.
	 * @example "Jo Fischer"
	 */
	display_name: optional(Schema.NullOr(Schema.String)),
	/**
	 * The user's e-mail address.
	 * @example "jo.fischer@example.com"
	 */
	email: optional(Schema.NullOr(Schema.String)),
	/**
	 * Whatever else you want to keep with the identity. Keys and values are yours.
	 * @example {"department":"Research","seats":12}
	 */
	metadata: optional(written(Schema.Record(Schema.String, Schema.Unknown))),
	/**
	 * Labels of your own, to find and group identities by.
	 * @example ["premium","beta-user"]
	 */
	tags: optional(Schema.Array(Schema.String)),
}).annotate({ identifier: "CreateIdentityRequest" });

/** An end user of your product, registered so that usage and cost can be tracked per user. */
export const CreateIdentityResponse: Schema.Codec<Types.CreateIdentityResponse, unknown> = answer({
	/**
	 * The identity's own id, given by orq.ai. Take it as it is; its form is not promised.
	 * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
	 */
	_id: Schema.String,
	/**
	 * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
	 * characters.
	 * @example "user_4711"
	 */
	external_id: filled(Schema.String, ""),
	/**
	 * Where a picture of the user lies.
	 * @example "https://example.com/avatars/jo.png"
	 */
	avatar_url: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * When the identity was registered. An ISO 8601 date-time or date.
	 * @example "2026-01-15T09:30:00.000Z"
	 */
	created: dropped(Utc),
	/**
	 * The name that people see.
	 * @example "Jo Fischer"
	 */
	display_name: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * The user's e-mail address.
	 * @example "jo.fischer@example.com"
	 */
	email: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * Whatever else you want to keep with the identity. Keys and values are yours.
	 * @example {"department":"Research","seats":12}
	 */
	metadata: dropped(Schema.Record(Schema.String, Schema.Unknown)),
	/**
	 * Labels of your own, to find and group identities by.
	 * @example ["premium","beta-user"]
	 */
	tags: dropped(Schema.mutable(Schema.Array(Schema.String))),
	/**
	 * When the identity was last changed. An ISO 8601 date-time or date.
	 * @example "2026-01-15T09:30:00.000Z"
	 */
	updated: dropped(Utc),
	/**
	 * The workspace that the identity belongs to.
	 * @example "6f1d2c3b-8a54-4e0f-9b17-2d3c4e5f6a7b"
	 */
	workspace_id: dropped(Schema.String),
}).annotate({ identifier: "CreateIdentityResponse" });

/** An end user of your product, registered so that usage and cost can be tracked per user. */
export const RetrieveIdentityResponse: Schema.Codec<Types.RetrieveIdentityResponse, unknown> = answer({
	/**
	 * The identity's own id, given by orq.ai. Take it as it is; its form is not promised.
	 * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
	 */
	_id: Schema.String,
	/**
	 * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
	 * characters.
	 * @example "user_4711"
	 */
	external_id: filled(Schema.String, ""),
	/**
	 * Where a picture of the user lies.
	 * @example "https://example.com/avatars/jo.png"
	 */
	avatar_url: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * When the identity was registered. An ISO 8601 date-time or date.
	 * @example "2026-01-15T09:30:00.000Z"
	 */
	created: dropped(Utc),
	/**
	 * The name that people see.
	 * @example "Jo Fischer"
	 */
	display_name: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * The user's e-mail address.
	 * @example "jo.fischer@example.com"
	 */
	email: Schema.optionalKey(Schema.NullOr(Schema.String)),
	/**
	 * Whatever else you want to keep with the identity. Keys and values are yours.
	 * @example {"department":"Research","seats":12}
	 */
	metadata: dropped(Schema.Record(Schema.String, Schema.Unknown)),
	/**
	 * Labels of your own, to find and group identities by.
	 * @example ["premium","beta-user"]
	 */
	tags: dropped(Schema.mutable(Schema.Array(Schema.String))),
	/**
	 * When the identity was last changed. An ISO 8601 date-time or date.
	 * @example "2026-01-15T09:30:00.000Z"
	 */
	updated: dropped(Utc),
}).annotate({ identifier: "RetrieveIdentityResponse" });

/**
 * The fields to change.
 * @example {"display_name":"Jo Fischer","email":null}
 */
export const UpdateIdentityRequest = Schema.Struct({
	/**
	 * Where a picture of the user lies.
	 * @example "https://example.com/avatars/jo.png"
	 */
	avatar_url: optional(Schema.NullOr(Schema.String)),
	/**
	 * The name that people see.
	 * @example "Jo Fischer"
	 */
	display_name: optional(Schema.NullOr(Schema.String)),
	/**
	 * The user's e-mail address.
	 * @example "jo.fischer@example.com"
	 */
	email: optional(Schema.NullOr(Schema.String)),
	/**
	 * Whatever else you want to keep with the identity. Keys and values are yours.
	 * @example {"department":"Research","seats":12}
	 */
	metadata: optional(written(Schema.Record(Schema.String, Schema.Unknown))),
	/**
	 * Labels of your own, to find and group identities by.
	 * @example ["premium","beta-user"]
	 */
	tags: optional(Schema.Array(Schema.String)),
}).annotate({ identifier: "UpdateIdentityRequest" });

/** The same shape as {@link RetrieveIdentityResponse}. */
export const UpdateIdentityResponse = RetrieveIdentityResponse;

/** What `list` fails with. */
export const ListIdentitiesError = CommonError;

/** What `create` fails with. */
export const CreateIdentityError = Schema.Union([CommonError, ConflictError]);

/** What `retrieve` fails with. */
export const RetrieveIdentityError = Schema.Union([CommonError, IdentityNotFoundError]);

/** What `update` fails with. */
export const UpdateIdentityError = Schema.Union([CommonError, ConflictError, IdentityNotFoundError]);

/** What `delete` fails with. */
export const DeleteIdentityError = Schema.Union([CommonError, IdentityNotFoundError]);
