/**
 * The row type of the operation table: everything that the shared rules know about an operation.
 * What differs between operations is a column here, never a condition on an operation's name.
 */

import type { Fields, ReadFields } from "./reading.ts";

/** A query parameter: how callers name it, how it travels, and what is refused before sending. */
export interface QueryParameter {
	/** The name that callers write. */
	readonly name: string;
	/** The name on the wire. `filter_by.tags` carries the property `tags` of the caller's `filter_by`. */
	readonly wire: string;
	/** `plain`: the value as text. `json`: JSON text. `array`: the name once for each element. */
	readonly form: "plain" | "json" | "array";
	readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
	readonly required?: true;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
}

/** A field of a JSON body, with the limits that are checked before sending. */
export interface BodyField {
	readonly required?: true;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
}

export interface Operation {
	/** The method's name in every client: `list`. */
	readonly name: string;
	readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** The path template: `/v2/identities/{id}`. */
	readonly path: string;
	/** The path's parameters by name, in order. */
	readonly params: readonly string[];
	/** The path parameter that holds the identity's id; absent where the path has none. */
	readonly id?: string;
	readonly query: readonly QueryParameter[];
	/** Absent where the operation takes no body. */
	readonly body?: {
		readonly required: boolean;
		readonly fields: Readonly<Record<string, BodyField>>;
	};
	/** The success status of the document. Clients accept any 2xx. */
	readonly success: number;
	/** What a success carries: one page of a list, one object, or nothing that anybody reads. */
	readonly answer: "page" | "object" | "none";
	/** Whether the document wraps the answer as `{ identity: … }`. Clients read both. */
	readonly envelope: boolean;
	/** Whether repeating the request has no further effect (RFC 9110 §9.2.2; a PATCH here sets fields). */
	readonly idempotent: boolean;
}

/**
 * What a value must be, in words (`a whole number, 1 to 50`), whether it is that, and whether there must be one: null
 * and undefined are nothing. `fix` says what to do; without it, to mend the value.
 */
export type Rule = readonly [
	must: string,
	test: (value: unknown) => boolean,
	required?: boolean | undefined,
	fix?: string | undefined,
];

export type Rules = Readonly<Record<string, Rule>>;

/**
 * What sending an operation and reading its answer takes, and no more: it is in each client's bundle.
 * What only a server needs to know stands in {@link Operation}.
 */
export interface Row extends Pick<Operation, "name" | "method" | "path" | "id"> {
	/** The path's parameters by name. Absent where there are none. */
	readonly params?: readonly string[];
	/** By the wire's names. Absent where there are no parameters. */
	readonly query?: Rules;
	/** Takes the query apart where parameters are named `filter_by.tags`. */
	readonly flatten?: (query: Fields, names: readonly string[]) => Fields;
	/** The rules of the body's fields, where they have one. Absent where the operation takes no body. */
	readonly body?: Rules;
	/** Whether there must be a body. */
	readonly required?: true;
	/** What a success carries where it is not one object. */
	readonly answer?: "page" | "none";
	/** Whether repeating the request has no further effect; it has none where nothing is said. */
	readonly idempotent?: false;
	/** Reads the object of an answer, or each one of a page. */
	readonly read?: ReadFields;
}

/** How errors and hooks name an operation. */
export const about = ({ name, method, path }: Pick<Operation, "name" | "method" | "path">) => ({
	operation: name,
	method,
	path,
});
