import * as Schema from "effect/Schema";
import { optional, written } from "../schema/fields.js";
import type * as Types from "./types.js";
/** What an identity used in the last 30 days. */
export declare const IdentityMetrics: Schema.Codec<Types.IdentityMetrics, unknown>;
/** An end user of your product, registered so that usage and cost can be tracked per user. */
export declare const Identity: Schema.Codec<Types.Identity, unknown>;
export declare const ListIdentitiesQuery: Schema.Struct<{
    /**
     * The `_id` of the first identity of a page. Gives the page before it.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    readonly ending_before: optional<Schema.String>;
    /** Only identities that carry these tags. */
    readonly filter_by: optional<Schema.Struct<{
        readonly tags: optional<Schema.$Array<Schema.String>>;
    }>>;
    /**
     * Adds the usage of the last 30 days to each identity. False by default.
     * @example true
     */
    readonly include_metrics: optional<Schema.NullOr<Schema.Boolean>>;
    /**
     * How many identities a page holds at most. A whole number, 1 to 50, 10 by default.
     * @example 50
     */
    readonly limit: optional<Schema.Int>;
    /**
     * A part of the display name or of the e-mail address. At least 2 characters.
     * @example "fischer"
     */
    readonly search: optional<Schema.String>;
    /**
     * The `_id` of the last identity of a page. Gives the page after it.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    readonly starting_after: optional<Schema.String>;
}>;
/** One page of identities. */
export declare const ListIdentitiesResponse: Schema.Codec<Types.ListIdentitiesResponse, unknown>;
/**
 * A new identity.
 * @example {"external_id":"user_4711","display_name":"Jo Fischer","tags":["premium"]}
 */
export declare const CreateIdentityRequest: Schema.Struct<{
    /**
     * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
     * characters.
     * @example "user_4711"
     */
    readonly external_id: Schema.String;
    /**
     * Where a picture of the user lies.
     * @example "https://example.com/avatars/jo.png"
     */
    readonly avatar_url: optional<Schema.NullOr<Schema.String>>;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    readonly display_name: optional<Schema.NullOr<Schema.String>>;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    readonly email: optional<Schema.NullOr<Schema.String>>;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    readonly metadata: optional<written<Schema.$Record<Schema.String, Schema.Unknown>>>;
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    readonly tags: optional<Schema.$Array<Schema.String>>;
}>;
/** An end user of your product, registered so that usage and cost can be tracked per user. */
export declare const CreateIdentityResponse: Schema.Codec<Types.CreateIdentityResponse, unknown>;
/** An end user of your product, registered so that usage and cost can be tracked per user. */
export declare const RetrieveIdentityResponse: Schema.Codec<Types.RetrieveIdentityResponse, unknown>;
/**
 * The fields to change.
 * @example {"display_name":"Jo Fischer","email":null}
 */
export declare const UpdateIdentityRequest: Schema.Struct<{
    /**
     * Where a picture of the user lies.
     * @example "https://example.com/avatars/jo.png"
     */
    readonly avatar_url: optional<Schema.NullOr<Schema.String>>;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    readonly display_name: optional<Schema.NullOr<Schema.String>>;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    readonly email: optional<Schema.NullOr<Schema.String>>;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    readonly metadata: optional<written<Schema.$Record<Schema.String, Schema.Unknown>>>;
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    readonly tags: optional<Schema.$Array<Schema.String>>;
}>;
/** The same shape as {@link RetrieveIdentityResponse}. */
export declare const UpdateIdentityResponse: Schema.Codec<Types.RetrieveIdentityResponse, unknown, never, never>;
/** What `list` fails with. */
export declare const ListIdentitiesError: Schema.Codec<import("@orq/identities-core").CommonError, unknown, never, never>;
/** What `create` fails with. */
export declare const CreateIdentityError: Schema.Union<readonly [Schema.Codec<import("@orq/identities-core").CommonError, unknown, never, never>, Schema.Codec<import("@orq/identities-core").ConflictError, unknown, never, never>]>;
/** What `retrieve` fails with. */
export declare const RetrieveIdentityError: Schema.Union<readonly [Schema.Codec<import("@orq/identities-core").CommonError, unknown, never, never>, Schema.Codec<import("@orq/identities-core").IdentityNotFoundError, unknown, never, never>]>;
/** What `update` fails with. */
export declare const UpdateIdentityError: Schema.Union<readonly [Schema.Codec<import("@orq/identities-core").CommonError, unknown, never, never>, Schema.Codec<import("@orq/identities-core").ConflictError, unknown, never, never>, Schema.Codec<import("@orq/identities-core").IdentityNotFoundError, unknown, never, never>]>;
/** What `delete` fails with. */
export declare const DeleteIdentityError: Schema.Union<readonly [Schema.Codec<import("@orq/identities-core").CommonError, unknown, never, never>, Schema.Codec<import("@orq/identities-core").IdentityNotFoundError, unknown, never, never>]>;
