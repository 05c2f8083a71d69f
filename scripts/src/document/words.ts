/** The words of a document, apart from its facts: where they stand, and what becomes of them. */
import { pointer } from "./json.ts";
import type { Content, Document, OperationObject, PathItem, Schema } from "./openapi.ts";
import { mapInside } from "./schema.ts";

/** What to put in the place of a text; undefined takes it out. */
export type ChangeWords = (text: string, place: string) => string | undefined;

/** The document with each of its summaries and descriptions changed. An answer's standard text is no word. */
export function mapWords(document: Document, change: ChangeWords): Document {
	const paths = mapEntries(document.paths, (item, path) =>
		mapEntries(item, (operation, method) =>
			operationWords(operation, pointer("paths", path, method), change),
		),
	);
	const schemas = mapEntries(document.components.schemas, (schema, name) =>
		schemaWords(schema, pointer("components", "schemas", name), change),
	);
	return {
		...document,
		paths: paths as Record<string, PathItem>,
		components: { ...document.components, schemas },
	};
}

/** The places that have words. */
export function placesOfWords(document: Document): Set<string> {
	const places = new Set<string>();
	mapWords(document, (text, place) => {
		places.add(place);
		return text;
	});
	return places;
}

function operationWords(operation: OperationObject, at: string, change: ChangeWords): OperationObject {
	const { parameters, requestBody, responses } = operation;
	const content = (of: Content, place: string): Content =>
		mapEntries(of, (media, type) =>
			media.schema
				? { ...media, schema: schemaWords(media.schema, `${place}${pointer(type).slice(1)}`, change) }
				: media,
		);
	return {
		...changed(changed(operation, "summary", at, change), "description", at, change),
		...(parameters && {
			parameters: parameters.map((parameter) => {
				const place = `${at}/parameters/${parameter.in}/${parameter.name}`;
				const schema = schemaWords(parameter.schema, `${place}/schema`, change);
				return { ...changed(parameter, "description", place, change), schema };
			}),
		}),
		...(requestBody && {
			requestBody: { ...requestBody, content: content(requestBody.content, `${at}/requestBody`) },
		}),
		responses: mapEntries(responses, (answer, status) =>
			answer.content ? { ...answer, content: content(answer.content, `${at}/responses/${status}`) } : answer,
		),
	};
}

function schemaWords(schema: Schema, at: string, change: ChangeWords): Schema {
	const own = changed(schema, "description", at, change);
	return mapInside(own, (inner, step) => schemaWords(inner, `${at}/${step}`, change));
}

function changed<Of extends object>(of: Of, key: keyof Of & string, at: string, change: ChangeWords): Of {
	const text = of[key];
	if (typeof text !== "string") return of;
	const { [key]: _, ...rest } = of;
	const put = change(text, `${at}/${key}`);
	return (put === undefined ? rest : { ...of, [key]: put }) as Of; // A word is never required.
}

const mapEntries = <T, U>(
	of: Readonly<Record<string, T>>,
	change: (value: T, key: string) => U,
): Record<string, U> =>
	Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key)]));
