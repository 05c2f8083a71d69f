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
export type ReadFields = (fields: Fields, date: ReadDate | undefined) => string | undefined;

export const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Leaves out a null that the document does not know: absent and null say the same there. */
export function dropNull(fields: Fields, key: string): void {
	if (fields[key] === null) delete fields[key];
}

/** Hands a date's text to `date`; without one the text stays. */
export function readDate(fields: Fields, key: string, date: ReadDate | undefined): string | undefined {
	const value = fields[key];
	if (date === undefined || value === undefined || value === null) return undefined;
	const read = typeof value === "string" ? date(value) : undefined;
	if (read === undefined) return `${key}: not an ISO 8601 date or date-time`;
	fields[key] = read;
	return undefined;
}

/** Reads an object inside another one; anything but an object is left as it came. */
export function readInner(
	fields: Fields,
	key: string,
	read: ReadFields,
	date: ReadDate | undefined,
): string | undefined {
	const value = fields[key];
	const wrong = isFields(value) ? read(value, date) : undefined;
	return wrong && `${key}.${wrong}`;
}

/** Reads each object of an array; whatever is no object is left as it came. */
export function readEach(
	fields: Fields,
	key: string,
	read: ReadFields,
	date: ReadDate | undefined,
): string | undefined {
	const value = fields[key];
	if (!Array.isArray(value)) return undefined;
	for (let index = 0; index < value.length; index++) {
		const item: unknown = value[index];
		const wrong = isFields(item) ? read(item, date) : undefined;
		if (wrong) return `${key}[${index}].${wrong}`;
	}
	return undefined;
}
