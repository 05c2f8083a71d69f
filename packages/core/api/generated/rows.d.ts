/** What a client needs to know of each operation. */
export declare const rows: {
    readonly list: {
        readonly name: "list";
        readonly method: "GET";
        readonly path: "/v2/identities";
        readonly query: {
            readonly ending_before: readonly ["well-formed text of 1 or more characters", (it: unknown) => boolean];
            readonly filter_by: import("../wire/operation.js").Rule;
            readonly include_metrics: import("../wire/operation.js").Rule;
            readonly limit: readonly ["a whole number, 1 to 50", (it: unknown) => boolean, undefined, "To get more than 50, iterate."];
            readonly search: readonly ["well-formed text of 2 or more characters", (it: unknown) => boolean];
            readonly starting_after: readonly ["well-formed text of 1 or more characters", (it: unknown) => boolean];
        };
        readonly answer: "page";
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly create: {
        readonly name: "create";
        readonly method: "POST";
        readonly path: "/v2/identities";
        readonly body: {
            readonly external_id: readonly ["well-formed text of 1 to 120 characters", (it: unknown) => boolean, true];
        };
        readonly required: true;
        readonly idempotent: false;
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly retrieve: {
        readonly name: "retrieve";
        readonly method: "GET";
        readonly path: "/v2/identities/{id}";
        readonly params: readonly ["id"];
        readonly id: "id";
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly update: {
        readonly name: "update";
        readonly method: "PATCH";
        readonly path: "/v2/identities/{id}";
        readonly params: readonly ["id"];
        readonly id: "id";
        readonly body: {};
        readonly required: true;
        readonly read: import("../wire/reading.js").ReadFields;
    };
    readonly delete: {
        readonly name: "delete";
        readonly method: "DELETE";
        readonly path: "/v2/identities/{id}";
        readonly params: readonly ["id"];
        readonly id: "id";
        readonly answer: "none";
    };
};
