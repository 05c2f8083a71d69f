/**
 * Builds an operation's request from the caller's input. The URL is relative and there is no `Authorization`:
 * where the API lives and with which key is for the sender to say.
 */

import type { InvalidInputError } from "../failure/classes.ts";
import type { InputIssue } from "../failure/taxonomy.ts";
import type { OperationName } from "../generated/operations.ts";
import { rows } from "../generated/rows.ts";
import type { OperationInputs } from "../generated/types.ts";
import { checkId, checkQuery, type UncheckedInput } from "../input/checks.ts";
import { notJson, refuse } from "../input/issue.ts";
import { checkFields } from "../input/rules.ts";
import type { Row } from "./operation.ts";
import { writeQuery } from "./query.ts";
import { type Fields, isFields } from "./reading.ts";
import { type Result, resultOf } from "./result.ts";

/**
 * What a method hands on: a query that stands beside path or body comes with the options, where one that is required is
 * demanded.
 */
export type MethodInput<Name extends OperationName> = Omit<OperationInputs[Name], "query"> & {
	readonly query?: unknown;
};

/** A request that only lacks a base URL and a key. */
export interface WireRequest {
	readonly method: Row["method"];
	/** Path and query: `/v2/identities?limit=50`. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** JSON text; absent where the operation takes no body. */
	readonly body?: string;
}

/**
 * Checks the input and writes the request.
 *
 * @example
 * const request = buildRequest("update", { path: { id: "user_1" }, body: { display_name: null } });
 * if (request.ok) await send(request.data.method, baseUrl + request.data.url, request.data.body);
 * else console.error(request.error.issues);
 */
export function buildRequest<Name extends OperationName>(
	name: Name,
	input: OperationInputs[Name],
): Result<WireRequest, InvalidInputError> {
	return requestOf(rows[name], input);
}

/** `buildRequest` for an operation that is only known at run time, and input that nobody has checked. */
export const requestOf = (row: Row, input?: UncheckedInput): Result<WireRequest, InvalidInputError> =>
	resultOf(() => writeRequest(row, input));

/** `requestOf`, but it throws the error: what the client is made of. */
export function writeRequest(row: Row, { path, query, body }: UncheckedInput = {}): WireRequest {
	const rules = row.query ?? {};
	const issues: InputIssue[] = [];
	let url: string = row.path;
	for (const name of row.params ?? []) {
		const value = (Object(path) as Fields)[name];
		const wrong = checkId(name, value);
		issues.push(...wrong);
		// Each value becomes exactly one segment (RFC 3986 §3.3).
		if (!wrong.length) url = url.replace(`{${name}}`, () => encodeURIComponent(value as string));
	}
	const asked = row.flatten && isFields(query) ? row.flatten(query, Object.keys(rules)) : (query ?? {});
	issues.push(...checkQuery(rules, asked));
	let text: string | undefined;
	try {
		// By the parameters' names: a getter or a prototype may have them.
		const search = issues.length ? "" : writeQuery(asked as Fields, rules);
		if (search) url += `?${search}`;
		text = row.body && JSON.stringify(body);
	} catch {
		issues.push(notJson(row.body ? "body" : "query", body ?? query));
		refuse(issues, row);
	}
	if (row.body && (row.required || body !== undefined)) {
		// What is sent is what an object's `toJSON` says.
		const sent = "toJSON" in Object(body) ? text && JSON.parse(text) : body;
		issues.push(...checkFields("body", row.body, sent));
	}
	refuse(issues, row);
	const { method } = row;
	// Made anew for each request: a caller may put a key there.
	return text
		? { method, url, headers: { accept: json, "content-type": json }, body: text }
		: { method, url, headers: { accept: json } };
}

const json = "application/json";
