/**
 * What the server says in an error's body, in one line of at most 300 characters. Read in this order:
 * `{ error }`, `{ message }`, `{ error: { message } }`, problem+json (RFC 9457), plain text, an HTML page's title.
 */
export declare function saidBy(body: unknown, hide?: readonly string[]): string | undefined;
/** A text that says something. */
export declare const isWord: (it: unknown) => it is string;
/** At most 300 characters, without control characters, which could forge lines in a log. */
export declare const inOneLine: (text: string) => string;
/**
 * Puts `…` where a text holds one of these values, in whatever case, and each of its characters as it is or
 * percent-encoded. Values of less than `shortest` characters stay: they would blot out ordinary words.
 */
export declare function without(values: readonly string[], shortest?: number): (text: string) => string;
