/**
 * Builds an operation's request from the caller's input. The URL is relative and there is no `Authorization`:
 * where the API lives and with which key is for the sender to say.
 */

import type { InvalidInputError } from "../failure/classes.ts";
import { type OperationName, operations } from "../generated/operations.ts";
import type { OperationInputs } from "../generated/types.ts";
import { checkInput, type UncheckedInput } from "../input/checks.ts";
import { issue, refusal } from "../input/issue.ts";
import type { Operation } from "./operation.ts";
import { fillPath } from "./path.ts";
import { serializeQuery, wireQuery } from "./query.ts";
import { isFields } from "./reading.ts";
import type { Result } from "./result.ts";

/** A request that only lacks a base URL and a key. */
export interface WireRequest {
	readonly method: Operation["method"];
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
	return requestOf(operations[name], input);
}

/** `buildRequest` for an operation that is only known at run time, and input that nobody has checked. */
export function requestOf(
	operation: Operation,
	input: UncheckedInput = {},
): Result<WireRequest, InvalidInputError> {
	const issues = checkInput(operation, input);
	if (issues.length > 0) return { ok: false, error: refusal(issues, operation) };
	const { method, params } = operation;
	// Checked: each value is a string.
	const path =
		params.length > 0 ? fillPath(operation.path, input.path as Record<string, string>) : operation.path;
	let query: string;
	try {
		query = isFields(input.query) ? serializeQuery(wireQuery(operation.query, input.query)) : "";
	} catch {
		return unwritable("query", operation, input);
	}
	const url = query === "" ? path : `${path}?${query}`;
	// The headers are made anew for each request: a caller may put a key there.
	if (operation.body === undefined || input.body === undefined) {
		return { ok: true, data: { method, url, headers: { accept: json } } };
	}
	try {
		const body = JSON.stringify(input.body);
		return { ok: true, data: { method, url, headers: { accept: json, "content-type": json }, body } };
	} catch {
		return unwritable("body", operation, input);
	}
}

const json = "application/json";

/** What was thrown is not told: it may be the caller's own words, with personal data in them. */
function unwritable(
	part: "query" | "body",
	operation: Operation,
	input: UncheckedInput,
): Result<never, InvalidInputError> {
	const fix = "Look for a cycle, a BigInt, a lone surrogate, or a `toJSON` that throws.";
	return { ok: false, error: refusal([issue(part, "can't be written", input[part], fix)], operation) };
}
