/** The Schemas of `upsert`, which is made of the document's create and update. */
import * as Schema from "effect/Schema";
/** What an upserted identity shall have. */
export declare const UpsertIdentityRequest: Schema.Struct<{
    readonly avatar_url: import("./fields.js").optional<Schema.NullOr<Schema.String>>;
    readonly display_name: import("./fields.js").optional<Schema.NullOr<Schema.String>>;
    readonly email: import("./fields.js").optional<Schema.NullOr<Schema.String>>;
    readonly metadata: import("./fields.js").optional<import("./fields.js").written<Schema.$Record<Schema.String, Schema.Unknown>>>;
    readonly tags: import("./fields.js").optional<Schema.$Array<Schema.String>>;
}>;
/** The identity as it is now. */
export declare const UpsertIdentityResponse: Schema.Union<readonly [Schema.Codec<import("../index.js").CreateIdentityResponse, unknown, never, never>, Schema.Codec<import("../index.js").RetrieveIdentityResponse, unknown, never, never>]>;
/** What `upsert` fails with. */
export declare const UpsertIdentityError: Schema.Union<readonly [Schema.Codec<import("@orq/identities-core").CommonError, unknown, never, never>, Schema.Codec<import("@orq/identities-core").ConflictError, unknown, never, never>]>;
