/** A value or an error, as data. */
export type Result<Data, Failure> = {
    readonly ok: true;
    readonly data: Data;
} | {
    readonly ok: false;
    readonly error: Failure;
};
/** What `work` gives, or the error of ours that it throws; what a caller's own getter throws is thrown on. */
export declare function resultOf<Data, Failure>(work: () => Data): Result<Data, Failure>;
