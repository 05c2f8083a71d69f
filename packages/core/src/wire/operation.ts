/**
 * The row type of the operation table: everything that the shared rules know about an operation.
 * What differs between operations is a column here, never a condition on an operation's name.
 */

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
