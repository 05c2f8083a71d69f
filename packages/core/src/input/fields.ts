/**
 * Whether an object says what it holds in its fields. A `Map`, a `Headers`, a `URLSearchParams` or a `FormData`
 * does not: it would pass for an empty object, and what the caller gave be lost unnoticed.
 */
import { type Fields, isFields } from "../wire/reading.ts";

export const hasFields = (value: unknown): value is Fields => isFields(value) && !(Symbol.iterator in value);
