/** Names that callers will meet without a word about them: for the overlay to say something. */
import type { Schema } from "../document/openapi.ts";
import type { Model } from "../model/model.ts";

/** The names of `after` that have no description, and that `before` didn't have. */
export function newWithoutWords(before: Model, after: Model): string[] {
	const known = new Set(namesOf(before).map(({ name }) => name));
	return namesOf(after).flatMap(({ name, words }) => (words || known.has(name) ? [] : [name]));
}

interface Named {
	readonly name: string;
	readonly words: boolean;
}

function namesOf({ operations, schemas }: Model): Named[] {
	return [
		...operations.map(({ name, summary }) => ({ name, words: summary !== undefined })),
		...Object.entries(schemas).flatMap(([name, { schema }]) => fieldsOf(schema, name)),
	];
}

/** The fields inside a type, by the path to them. What stands behind a `$ref` is told under its own name. */
function fieldsOf(schema: Schema, where: string): Named[] {
	const inner = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
	return [
		...Object.entries(schema.properties ?? {}).flatMap(([field, of]) => {
			const name = `${where}.${field}`;
			return [{ name, words: of.description !== undefined }, ...fieldsOf(of, name)];
		}),
		...inner.flatMap((of) => fieldsOf(of, where)),
	];
}
