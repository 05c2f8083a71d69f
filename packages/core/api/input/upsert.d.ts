/**
 * The inputs of both requests, copied now as JSON has them: the caller's object may change while they are on their
 * way. Throws an `InvalidInputError` for what either would refuse.
 */
export declare function upsertInputs<Given extends object>(external_id: string, given: Given): {
    update: {
        path: {
            id: string;
        };
        body: Given & {
            external_id: undefined;
        };
    };
    create: {
        body: Given & {
            external_id: string;
        };
    };
};
