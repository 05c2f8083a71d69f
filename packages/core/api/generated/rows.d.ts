/** What a client needs to know of each operation. */
export declare const rows: {
    readonly list: {
        readonly name: "list";
        readonly method: "GET";
        readonly path: "/v2/identities";
        readonly query: {
            readonly ending_before: import("../wire/operation.js").Rule;
            readonly filter_by: import("../wire/operation.js").Rule;
            readonly include_metrics: import("../wire/operation.js").Rule;
            readonly limit: import("../wire/operation.js").Rule;
            readonly search: import("../wire/operation.js").Rule;
            readonly starting_after: import("../wire/operation.js").Rule;
        };
        readonly answer: "page";
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly create: {
        readonly name: "create";
        readonly method: "POST";
        readonly path: "/v2/identities";
        readonly body: {
            readonly external_id: import("../wire/operation.js").Rule;
        };
        readonly required: true;
        readonly idempotent: false;
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly retrieve: {
        readonly name: "retrieve";
        readonly method: "GET";
        readonly path: "/v2/identities/{id}";
        readonly id: "id";
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly update: {
        readonly name: "update";
        readonly method: "PATCH";
        readonly path: "/v2/identities/{id}";
        readonly id: "id";
        readonly body: {};
        readonly required: true;
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly delete: {
        readonly name: "delete";
        readonly method: "DELETE";
        readonly path: "/v2/identities/{id}";
        readonly id: "id";
        readonly answer: "none";
    };
};
