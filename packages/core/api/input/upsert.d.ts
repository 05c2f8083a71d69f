/** Throws an `InvalidInputError`. */
export declare function refuseUpsert(external_id: unknown, fields: unknown): void;
