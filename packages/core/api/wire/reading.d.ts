/**
 * The verbs that the generated answer reader is written in.
 * They mend in place what servers leave out, since the parsed answer belongs to nobody else yet,
 * and return what is wrong as text ("created: …"), or undefined where all is well.
 */
/** A JSON object whose fields are not known yet. */
export type Fields = Record<string, unknown>;
/** Turns the text of a date into the caller's date type; undefined where it is no ISO 8601 date. */
export type ReadDate = (text: string) => unknown;
/** Reads one object in place and says what is wrong with it. */
export type ReadFields = (fields: Fields) => string | undefined;
/** Hands the dates of one object over, and says what is wrong with them. */
export type ReadDates = (fields: Fields, date: ReadDate) => string | undefined;
/**
 * Whether an object says what it holds in its fields. An array, a `Map`, a `Headers` or a `FormData` does not: it
 * would pass for an empty object, and what the caller gave be lost unnoticed.
 */
export declare const isFields: (value: unknown) => value is Fields;
/** Whether this is text without a lone surrogate: in unicode mode one matches only where it stands alone. */
export declare const isWellFormed: (value: unknown) => value is string;
/** Leaves out nulls that the document does not know: absent and null say the same there. */
export declare function dropNull(fields: Fields, keys: readonly string[]): void;
/** Hands a date's text to `date`. */
export declare function readDate(fields: Fields, key: string, date: ReadDate): string | undefined;
/** Reads an object inside another one; anything but an object is left as it came. */
export declare function readInner(fields: Fields, key: string, read: ReadFields): string | undefined;
/** Reads each object of an array; whatever is no object is left as it came. */
export declare function readEach(fields: Fields, key: string, read: ReadFields): string | undefined;
