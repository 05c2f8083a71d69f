/**
 * What the generated Schemas are put together of. Answers are read as tolerantly as core reads them: fields that are
 * not known stay, and what a server leaves out has a stand-in.
 */
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import * as Schema from "effect/Schema";
import * as SchemaGetter from "effect/SchemaGetter";
import * as SchemaIssue from "effect/SchemaIssue";
import { utcOf } from "../dates.ts";

/** An object of an answer. Fields that it does not name stay as they are. */
export function answer<const Fields extends Schema.Struct.Fields>(fields: Fields) {
	// Without this check the rest would hold for the named fields, too.
	const isOther = Schema.makeFilter((key: string) => !Object.hasOwn(fields, key));
	const rest = Schema.Record(Schema.String.check(isOther), Schema.Unknown);
	return Schema.StructWithRest(Schema.Struct(fields), [rest]);
}

/** What the API promises and some servers leave out: `standIn` takes its place then, and that of null. */
export const filled = <Field extends Schema.Constraint>(field: Field, standIn: Field["Encoded"]) =>
	Schema.optionalKey(Schema.NullishOr(Schema.toEncoded(field))).pipe(
		Schema.decodeTo(field, {
			decode: SchemaGetter.transformOptional((given: Option.Option<Field["Encoded"] | null | undefined>) =>
				Option.some(Option.getOrUndefined(given) ?? standIn),
			),
			encode: SchemaGetter.passthrough({ strict: false }),
		}),
	);

/** What may be left out. Null, which the document does not know, says the same. */
export const dropped = <Field extends Schema.Constraint>(field: Field) =>
	Schema.optionalKey(Schema.NullOr(Schema.toEncoded(field))).pipe(
		Schema.decodeTo(Schema.optionalKey(field), {
			decode: SchemaGetter.transformOptional((given: Option.Option<Field["Encoded"] | null>) =>
				Option.filter(given, (value): value is Field["Encoded"] => value !== null),
			),
			encode: SchemaGetter.passthrough({ strict: false }),
		}),
	);

/**
 * What a request may leave out. Undefined is left out of the encoding: Effect would write null in JSON, which clears a
 * field that was to stay.
 */
export const optional = <Field extends Schema.Constraint>(field: Field): optional<Field> =>
	Schema.optionalKey(field).pipe(
		Schema.decodeTo(Schema.optional(Schema.toType(field)), {
			decode: SchemaGetter.passthroughSupertype<Field["Type"] | undefined, Field["Type"]>(),
			encode: SchemaGetter.transformOptional((given: Option.Option<Field["Type"] | undefined>) =>
				Option.filter(given, (value): value is Field["Type"] => value !== undefined),
			),
		}),
	);

// Named, since it stands at each field of a request.
export interface optional<Field extends Schema.Constraint>
	extends Schema.decodeTo<Schema.optional<Schema.toType<Field>>, Schema.optionalKey<Field>> {}

/** An object of the caller's own, encoded as the client writes it: what is undefined falls away, a `Date` is its text. */
export const written = <Field extends Schema.Top>(field: Field): written<Field> =>
	field.pipe(
		Schema.decodeTo(Schema.toType(field), {
			decode: SchemaGetter.passthrough<Field["Type"]>(),
			encode: SchemaGetter.transformEffect((given: Field["Type"], options) =>
				Effect.try({
					try: (): Field["Type"] => JSON.parse(JSON.stringify(given)),
					catch: () => new SchemaIssue.InvalidValue({ expected: "what JSON can say" }, given, options),
				}),
			),
		}),
	);

export interface written<Field extends Schema.Constraint>
	extends Schema.decodeTo<Schema.toType<Field>, Field> {}

/** A well-formed text within limits, counted in code points, as JSON Schema does. */
export const text = ({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: TextLimits) =>
	Schema.String.check(
		Schema.makeFilter((value: string) => {
			const { length } = [...value];
			if (/\p{Surrogate}/u.test(value)) return "must be well-formed: no half of a character alone";
			return (
				(length >= minLength && length <= maxLength) || `must have ${minLength} to ${maxLength} characters`
			);
		}),
	);

interface TextLimits {
	readonly minLength?: number;
	readonly maxLength?: number;
}

/** An ISO 8601 date or date-time, UTC where it names no zone. */
export const Utc = Schema.String.pipe(
	Schema.decodeTo(Schema.DateTimeUtc, {
		decode: SchemaGetter.transformEffect((value: string, options) => {
			const utc = utcOf(value);
			const expected = "an ISO 8601 date or date-time";
			return utc
				? Effect.succeed(utc)
				: Effect.fail(new SchemaIssue.InvalidValue({ expected }, value, options));
		}),
		encode: SchemaGetter.transform(DateTime.formatIso),
	}),
);
