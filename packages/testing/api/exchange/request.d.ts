/**
 * A request as plain data, and what can be read off its URL.
 * The URL is taken apart as text: a URL parser would fold `..` away and hide from a test what a client sent.
 */
/** A request that has arrived whole. */
export interface PlainRequest {
    /** Upper case. */
    readonly method: string;
    /** Absolute, with its query. */
    readonly url: string;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** Text; empty where there is no body. */
    readonly body: string;
}
/** The path as it was sent, still percent-encoded, and the query. */
export declare function partsOf(url: string): {
    readonly path: string;
    readonly query: URLSearchParams;
};
