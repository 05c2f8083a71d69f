import * as Schema from "effect/Schema";
/** An object of an answer. Fields that it does not name stay as they are. */
export declare function answer<const Fields extends Schema.Struct.Fields>(fields: Fields): Schema.StructWithRest<Schema.Struct<Fields>, readonly [Schema.$Record<Schema.String, Schema.Unknown>]>;
/** What the API promises and some servers leave out: `standIn` takes its place then, and that of null. */
export declare const filled: <Field extends Schema.Constraint>(field: Field, standIn: Field["Encoded"]) => Schema.decodeTo<Field, Schema.optionalKey<Schema.NullishOr<Schema.toEncoded<Field>>>, never, never>;
/** What may be left out. Null, which the document does not know, says the same. */
export declare const dropped: <Field extends Schema.Constraint>(field: Field) => Schema.decodeTo<Schema.optionalKey<Field>, Schema.optionalKey<Schema.NullOr<Schema.toEncoded<Field>>>, never, never>;
/**
 * What a request may leave out. Undefined is left out of the encoding: Effect would write null in JSON, which clears a
 * field that was to stay.
 */
export declare const optional: <Field extends Schema.Constraint>(field: Field) => optional<Field>;
export interface optional<Field extends Schema.Constraint> extends Schema.decodeTo<Schema.optional<Schema.toType<Field>>, Schema.optionalKey<Field>> {
}
/** An object of the caller's own, encoded as the client writes it: what is undefined falls away, a `Date` is its text. */
export declare const written: <Field extends Schema.Top>(field: Field) => written<Field>;
export interface written<Field extends Schema.Constraint> extends Schema.decodeTo<Schema.toType<Field>, Field> {
}
/** A well-formed text within limits, counted in code points, as JSON Schema does. */
export declare const text: ({ minLength, maxLength }: TextLimits) => Schema.String;
interface TextLimits {
    readonly minLength?: number;
    readonly maxLength?: number;
}
/** An ISO 8601 date or date-time, UTC where it names no zone. */
export declare const Utc: Schema.decodeTo<Schema.DateTimeUtc, Schema.String, never, never>;
export {};
