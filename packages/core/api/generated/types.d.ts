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
    readonly created?: string;
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
    readonly updated?: string;
}
/** What an identity used in the last 30 days. */
export interface IdentityMetrics {
    /**
     * How often requests failed. The unit is not documented.
     * @example 0
     */
    error_rate: number;
    /**
     * Cost in US dollars.
     * @example 12.5
     */
    total_cost: number;
    /**
     * Number of requests.
     * @example 310
     */
    total_requests: number;
    /**
     * Number of tokens.
     * @example 48200
     */
    total_tokens: number;
}
export interface ListIdentitiesQuery {
    /**
     * The `_id` of the first identity of a page. Gives the page before it.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    ending_before?: string | undefined;
    /** Only identities that carry these tags. */
    filter_by?: {
        readonly tags?: readonly string[] | undefined;
    } | undefined;
    /**
     * Adds the usage of the last 30 days to each identity. False by default.
     * @example true
     */
    include_metrics?: boolean | null | undefined;
    /**
     * How many identities a page holds at most. A whole number, 1 to 50, 10 by default.
     * @example 50
     */
    limit?: number | undefined;
    /**
     * A part of the display name or of the e-mail address. At least 2 characters.
     * @example "fischer"
     */
    search?: string | undefined;
    /**
     * The `_id` of the last identity of a page. Gives the page after it.
     * @example "contact_01K5Z8Q3W7N2X4V6B9D1F5H8JM"
     */
    starting_after?: string | undefined;
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
/**
 * A new identity.
 * @example {"external_id":"user_4711","display_name":"Jo Fischer","tags":["premium"]}
 */
export interface CreateIdentityRequest {
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
    avatar_url?: string | null | undefined;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    display_name?: string | null | undefined;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    email?: string | null | undefined;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    metadata?: {
        [key: string]: unknown;
    } | undefined;
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    tags?: readonly string[] | undefined;
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
    readonly created?: string;
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
    readonly updated?: string;
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
    readonly created?: string;
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
    readonly updated?: string;
}
/**
 * The fields to change.
 * @example {"display_name":"Jo Fischer","email":null}
 */
export interface UpdateIdentityRequest {
    /**
     * Where a picture of the user lies.
     * @example "https://example.com/avatars/jo.png"
     */
    avatar_url?: string | null | undefined;
    /**
     * The name that people see.
     * @example "Jo Fischer"
     */
    display_name?: string | null | undefined;
    /**
     * The user's e-mail address.
     * @example "jo.fischer@example.com"
     */
    email?: string | null | undefined;
    /**
     * Whatever else you want to keep with the identity. Keys and values are yours.
     * @example {"department":"Research","seats":12}
     */
    metadata?: {
        [key: string]: unknown;
    } | undefined;
    /**
     * Labels of your own, to find and group identities by.
     * @example ["premium","beta-user"]
     */
    tags?: readonly string[] | undefined;
}
/** The same shape as {@link RetrieveIdentityResponse}. */
export type UpdateIdentityResponse = RetrieveIdentityResponse;
/** What each operation takes, as `buildRequest` takes it. */
export interface OperationInputs {
    list: {
        readonly query?: ListIdentitiesQuery | undefined;
    };
    create: {
        readonly body: CreateIdentityRequest;
    };
    retrieve: {
        readonly path: {
            readonly id: string;
        };
    };
    update: {
        readonly path: {
            readonly id: string;
        };
        readonly body: UpdateIdentityRequest;
    };
    delete: {
        readonly path: {
            readonly id: string;
        };
    };
}
/** What each operation answers. */
export interface OperationAnswers {
    list: ListIdentitiesResponse;
    create: CreateIdentityResponse;
    retrieve: RetrieveIdentityResponse;
    update: UpdateIdentityResponse;
    delete: void;
}
