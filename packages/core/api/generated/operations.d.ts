export declare const operations: {
    readonly list: {
        readonly name: "list";
        readonly method: "GET";
        readonly path: "/v2/identities";
        readonly params: readonly [];
        readonly query: readonly [{
            readonly name: "ending_before";
            readonly wire: "ending_before";
            readonly form: "plain";
            readonly type: "string";
        }, {
            readonly name: "filter_by";
            readonly wire: "filter_by";
            readonly form: "json";
            readonly type: "object";
        }, {
            readonly name: "include_metrics";
            readonly wire: "include_metrics";
            readonly form: "plain";
            readonly type: "boolean";
        }, {
            readonly name: "limit";
            readonly wire: "limit";
            readonly form: "plain";
            readonly type: "integer";
            readonly minimum: 1;
            readonly maximum: 50;
        }, {
            readonly name: "search";
            readonly wire: "search";
            readonly form: "plain";
            readonly type: "string";
            readonly minLength: 2;
        }, {
            readonly name: "starting_after";
            readonly wire: "starting_after";
            readonly form: "plain";
            readonly type: "string";
        }];
        readonly success: 200;
        readonly answer: "page";
        readonly envelope: false;
        readonly idempotent: true;
    };
    readonly create: {
        readonly name: "create";
        readonly method: "POST";
        readonly path: "/v2/identities";
        readonly params: readonly [];
        readonly query: readonly [];
        readonly body: {
            readonly required: true;
            readonly fields: {
                readonly avatar_url: {};
                readonly display_name: {};
                readonly email: {};
                readonly external_id: {
                    readonly required: true;
                    readonly minLength: 1;
                    readonly maxLength: 120;
                };
                readonly metadata: {};
                readonly tags: {};
            };
        };
        readonly success: 201;
        readonly answer: "object";
        readonly envelope: false;
        readonly idempotent: false;
    };
    readonly retrieve: {
        readonly name: "retrieve";
        readonly method: "GET";
        readonly path: "/v2/identities/{id}";
        readonly params: readonly ["id"];
        readonly id: "id";
        readonly query: readonly [];
        readonly success: 200;
        readonly answer: "object";
        readonly envelope: false;
        readonly idempotent: true;
    };
    readonly update: {
        readonly name: "update";
        readonly method: "PATCH";
        readonly path: "/v2/identities/{id}";
        readonly params: readonly ["id"];
        readonly id: "id";
        readonly query: readonly [];
        readonly body: {
            readonly required: true;
            readonly fields: {
                readonly avatar_url: {};
                readonly display_name: {};
                readonly email: {};
                readonly metadata: {};
                readonly tags: {};
            };
        };
        readonly success: 200;
        readonly answer: "object";
        readonly envelope: false;
        readonly idempotent: true;
    };
    readonly delete: {
        readonly name: "delete";
        readonly method: "DELETE";
        readonly path: "/v2/identities/{id}";
        readonly params: readonly ["id"];
        readonly id: "id";
        readonly query: readonly [];
        readonly success: 204;
        readonly answer: "none";
        readonly envelope: false;
        readonly idempotent: true;
    };
};
/** The name of an operation, which is the name of its method in every client. */
export type OperationName = keyof typeof operations;
