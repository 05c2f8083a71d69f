/**
 * Every path of the document on the wire, for a bare `createClient<paths>()` of openapi-fetch.
 * It follows the wire, not semver: a rewrite of the document may change it in any release.
 */
export interface paths {
    "/v2/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists identities, a page at a time.
         * @description `starting_after` and `ending_before` walk on from a page that you have; `search` and `filter_by` narrow what is listed. The order of identities is not documented.
         */
        get: operations["ListIdentities"];
        put?: never;
        /**
         * Registers a user of your product as an identity.
         * @description An `external_id` that another identity of the workspace has already is refused.
         */
        post: operations["CreateIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieves one identity.
         * @description It is found by its own id or by the `external_id` that your system knows it by.
         */
        get: operations["RetrieveIdentity"];
        put?: never;
        post?: never;
        /**
         * Deletes an identity for good.
         * @description The budgets that were set for it go too. This can't be undone.
         */
        delete: operations["DeleteIdentity"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that you send, and no others.
         * @description Null clears `display_name`, `email` or `avatar_url`.
         */
        patch: operations["UpdateIdentity"];
        trace?: never;
    };
}
interface components {
    schemas: {
        /** @description A new identity. */
        CreateIdentityRequest: {
            /**
             * Format: uri
             * @description Where a picture of the user lies.
             */
            avatar_url?: string | null;
            /** @description The name that people see. */
            display_name?: string | null;
            /**
             * Format: email
             * @description The user's e-mail address.
             */
            email?: string | null;
            /** @description The id that your system knows this user by. No two identities of a workspace share one. */
            external_id: string;
            /** @description Whatever else you want to keep with the identity. Keys and values are yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Labels of your own, to find and group identities by. */
            tags?: string[];
        };
        /** @description An end user of your product, registered so that usage and cost can be tracked per user. */
        CreateIdentityResponse: {
            /** @description The identity's own id, given by orq.ai. Take it as it is; its form is not promised. */
            _id: string;
            /**
             * Format: uri
             * @description Where a picture of the user lies.
             */
            avatar_url?: string | null;
            /** @description When the identity was registered. */
            readonly created?: string;
            /** @description The name that people see. */
            display_name?: string | null;
            /**
             * Format: email
             * @description The user's e-mail address.
             */
            email?: string | null;
            /** @description The id that your system knows this user by. No two identities of a workspace share one. */
            external_id: string;
            /** @description Whatever else you want to keep with the identity. Keys and values are yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Labels of your own, to find and group identities by. */
            tags?: string[];
            /** @description When the identity was last changed. */
            readonly updated?: string;
            /**
             * Format: uuid
             * @description The workspace that the identity belongs to.
             */
            workspace_id?: string;
        };
        /** @description An end user of your product, registered so that usage and cost can be tracked per user. */
        Identity: {
            /** @description The identity's own id, given by orq.ai. Take it as it is; its form is not promised. */
            _id: string;
            /**
             * Format: uri
             * @description Where a picture of the user lies.
             */
            avatar_url?: string | null;
            /** @description When the identity was registered. */
            readonly created?: string;
            /** @description The name that people see. */
            display_name?: string | null;
            /**
             * Format: email
             * @description The user's e-mail address.
             */
            email?: string | null;
            /** @description The id that your system knows this user by. No two identities of a workspace share one. */
            external_id: string;
            /** @description Whatever else you want to keep with the identity. Keys and values are yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Usage of the last 30 days, where `include_metrics` asked for it. */
            metrics?: components["schemas"]["IdentityMetrics"] | null;
            /** @description Labels of your own, to find and group identities by. */
            tags?: string[];
            /** @description When the identity was last changed. */
            readonly updated?: string;
        };
        /** @description What an identity used in the last 30 days. */
        IdentityMetrics: {
            /** @description How often requests failed. The unit is not documented. */
            error_rate: number;
            /** @description Cost in US dollars. */
            total_cost: number;
            /** @description Number of requests. */
            total_requests: number;
            /** @description Number of tokens. */
            total_tokens: number;
        };
        /** @description One page of identities. */
        ListIdentitiesResponse: {
            /** @description The identities of this page. */
            data: components["schemas"]["Identity"][];
            /** @description Whether there are more in the direction that was asked for. */
            has_more: boolean;
            /**
             * @description Says that this is a page.
             * @enum {string}
             */
            object: "list";
        };
        /** @description An end user of your product, registered so that usage and cost can be tracked per user. */
        RetrieveIdentityResponse: {
            /** @description The identity's own id, given by orq.ai. Take it as it is; its form is not promised. */
            _id: string;
            /**
             * Format: uri
             * @description Where a picture of the user lies.
             */
            avatar_url?: string | null;
            /** @description When the identity was registered. */
            readonly created?: string;
            /** @description The name that people see. */
            display_name?: string | null;
            /**
             * Format: email
             * @description The user's e-mail address.
             */
            email?: string | null;
            /** @description The id that your system knows this user by. No two identities of a workspace share one. */
            external_id: string;
            /** @description Whatever else you want to keep with the identity. Keys and values are yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Labels of your own, to find and group identities by. */
            tags?: string[];
            /** @description When the identity was last changed. */
            readonly updated?: string;
        };
        /** @description The fields to change. */
        UpdateIdentityRequest: {
            /**
             * Format: uri
             * @description Where a picture of the user lies.
             */
            avatar_url?: string | null;
            /** @description The name that people see. */
            display_name?: string | null;
            /**
             * Format: email
             * @description The user's e-mail address.
             */
            email?: string | null;
            /** @description Whatever else you want to keep with the identity. Keys and values are yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Labels of your own, to find and group identities by. */
            tags?: string[];
        };
        /** @description An end user of your product, registered so that usage and cost can be tracked per user. */
        UpdateIdentityResponse: {
            /** @description The identity's own id, given by orq.ai. Take it as it is; its form is not promised. */
            _id: string;
            /**
             * Format: uri
             * @description Where a picture of the user lies.
             */
            avatar_url?: string | null;
            /** @description When the identity was registered. */
            readonly created?: string;
            /** @description The name that people see. */
            display_name?: string | null;
            /**
             * Format: email
             * @description The user's e-mail address.
             */
            email?: string | null;
            /** @description The id that your system knows this user by. No two identities of a workspace share one. */
            external_id: string;
            /** @description Whatever else you want to keep with the identity. Keys and values are yours. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Labels of your own, to find and group identities by. */
            tags?: string[];
            /** @description When the identity was last changed. */
            readonly updated?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
interface operations {
    ListIdentities: {
        parameters: {
            query?: {
                /** @description The `_id` of the first identity of a page. Gives the page before it. */
                ending_before?: string;
                /** @description Only identities that carry these tags. */
                filter_by?: {
                    tags?: string[];
                };
                /** @description Adds the usage of the last 30 days to each identity. */
                include_metrics?: boolean | null;
                /** @description How many identities a page holds at most. */
                limit?: number;
                /** @description A part of the display name or of the e-mail address. */
                search?: string;
                /** @description The `_id` of the last identity of a page. Gives the page after it. */
                starting_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListIdentitiesResponse"];
                };
            };
            /** @description The request was refused. No body is promised: `{error}`, `{message}`, problem+json, plain text, an HTML page of a proxy and nothing at all have been seen. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The server failed. No body is promised here either. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    CreateIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIdentityRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateIdentityResponse"];
                };
            };
            /** @description The request was refused. No body is promised: `{error}`, `{message}`, problem+json, plain text, an HTML page of a proxy and nothing at all have been seen. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The server failed. No body is promised here either. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    RetrieveIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identity's own id, or the `external_id` that your system knows it by. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetrieveIdentityResponse"];
                };
            };
            /** @description No identity has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What went wrong. */
                        error: string;
                    };
                };
            };
            /** @description The request was refused. No body is promised: `{error}`, `{message}`, problem+json, plain text, an HTML page of a proxy and nothing at all have been seen. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The server failed. No body is promised here either. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    DeleteIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identity's own id, or the `external_id` that your system knows it by. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No identity has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What went wrong. */
                        error: string;
                    };
                };
            };
            /** @description The request was refused. No body is promised: `{error}`, `{message}`, problem+json, plain text, an HTML page of a proxy and nothing at all have been seen. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The server failed. No body is promised here either. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    UpdateIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identity's own id, or the `external_id` that your system knows it by. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateIdentityRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateIdentityResponse"];
                };
            };
            /** @description No identity has this id. The text is called `message` here, and `error` elsewhere. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What went wrong. */
                        message: string;
                    };
                };
            };
            /** @description The request was refused. No body is promised: `{error}`, `{message}`, problem+json, plain text, an HTML page of a proxy and nothing at all have been seen. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The server failed. No body is promised here either. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
}
export {};
