/** Header names are case-insensitive (RFC 9110 §5.1): one form, so that the later one wins. */
export declare function lowerCase(headers?: Readonly<Record<string, string | undefined>>): Record<string, string>;
