/**
 * What a value must be before it is sent: the rules that the operation table and the options are made of, and what
 * they say where one is broken. Only what a caller can get wrong by mistake is refused; the server remains the judge
 * of the rest.
 */
import type { InputIssue } from "../failure/taxonomy.js";
import type { Rule, Rules } from "../wire/operation.js";
/** All that is wrong with the fields of an object, which `name` says what to call. */
export declare function checkFields(name: string, rules: Rules, fields: unknown): InputIssue[];
/** Whether this is a finite number within these limits. */
export declare const isNumber: (value: unknown, min?: number, max?: number) => boolean;
export declare const isWholeNumber: (value: unknown, min?: number, max?: number) => boolean;
/** Whether this is well-formed text of so many characters: JSON Schema counts code points, not UTF-16 units. */
export declare const isText: (value: unknown, min?: number, max?: number) => boolean;
export declare const anObject: Rule;
export declare const anArray: Rule;
export declare const trueOrFalse: Rule;
export declare const aFunction: Rule;
/** Whatever it is, it must be there. */
export declare const given: Rule;
