import type { IdentityMetrics } from "@orq/identities-core";
import type * as DateTime from "effect/DateTime";
export type { CreateIdentityError, CreateIdentityRequest, DeleteIdentityError, IdentityMetrics, ListIdentitiesError, ListIdentitiesQuery, RetrieveIdentityError, UpdateIdentityError, UpdateIdentityRequest, } from "@orq/identities-core";
/** An end user of your product, registered so that usage and cost can be tracked per user. */
export interface Identity {
    /**
     * The identity's own id, given by orq.ai. Take it as it is; its form is not promised.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    _id: string;
    /**
     * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
     * characters.
     * @example "user_4711"
     */
    external_id: string;
    /**
     * Where a picture of the user lies.
     * @example "https://example.com/avatars/jo.png"
     */
    avatar_url?: string | null;
    /**
     * When the identity was registered. An ISO 8601 date-time or date.
     * @example "2026-01-15T09:30:00.000Z"
     */
    readonly created?: DateTime.Utc;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    display_name?: string | null;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    email?: string | null;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    metadata?: {
        [key: string]: unknown;
    };
    /** Usage of the last 30 days, where `include_metrics` asked for it. */
    metrics?: IdentityMetrics | null;
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    tags?: string[];
    /**
     * When the identity was last changed. An ISO 8601 date-time or date.
     * @example "2026-01-15T09:30:00.000Z"
     */
    readonly updated?: DateTime.Utc;
}
/** One page of identities. */
export interface ListIdentitiesResponse {
    /** The identities of this page. */
    data: Identity[];
    /** Whether there are more in the direction that was asked for. */
    has_more: boolean;
    /** Says that this is a page. */
    object: "list" | (string & {});
}
/** An end user of your product, registered so that usage and cost can be tracked per user. */
export interface CreateIdentityResponse {
    /**
     * The identity's own id, given by orq.ai. Take it as it is; its form is not promised.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    _id: string;
    /**
     * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
     * characters.
     * @example "user_4711"
     */
    external_id: string;
    /**
     * Where a picture of the user lies.
     * @example "https://example.com/avatars/jo.png"
     */
    avatar_url?: string | null;
    /**
     * When the identity was registered. An ISO 8601 date-time or date.
     * @example "2026-01-15T09:30:00.000Z"
     */
    readonly created?: DateTime.Utc;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    display_name?: string | null;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    email?: string | null;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    metadata?: {
        [key: string]: unknown;
    };
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    tags?: string[];
    /**
     * When the identity was last changed. An ISO 8601 date-time or date.
     * @example "2026-01-15T09:30:00.000Z"
     */
    readonly updated?: DateTime.Utc;
    /**
     * The workspace that the identity belongs to.
     * @example "6f1d2c3b-8a54-4e0f-9b17-2d3c4e5f6a7b"
     */
    workspace_id?: string;
}
/** An end user of your product, registered so that usage and cost can be tracked per user. */
export interface RetrieveIdentityResponse {
    /**
     * The identity's own id, given by orq.ai. Take it as it is; its form is not promised.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    _id: string;
    /**
     * The id that your system knows this user by. No two identities of a workspace share one. 1 to 120
     * characters.
     * @example "user_4711"
     */
    external_id: string;
    /**
     * Where a picture of the user lies.
     * @example "https://example.com/avatars/jo.png"
     */
    avatar_url?: string | null;
    /**
     * When the identity was registered. An ISO 8601 date-time or date.
     * @example "2026-01-15T09:30:00.000Z"
     */
    readonly created?: DateTime.Utc;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    display_name?: string | null;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    email?: string | null;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    metadata?: {
        [key: string]: unknown;
    };
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    tags?: string[];
    /**
     * When the identity was last changed. An ISO 8601 date-time or date.
     * @example "2026-01-15T09:30:00.000Z"
     */
    readonly updated?: DateTime.Utc;
}
/** The same shape as {@link RetrieveIdentityResponse}. */
export type UpdateIdentityResponse = RetrieveIdentityResponse;
/** What each operation answers. */
export interface OperationAnswers {
    list: ListIdentitiesResponse;
    create: CreateIdentityResponse;
    retrieve: RetrieveIdentityResponse;
    update: UpdateIdentityResponse;
    delete: void;
}
