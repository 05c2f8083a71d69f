/**
 * Sends what a rule granted to the API, once: the page's client does the retrying. The request is written from the
 * operation table, so of the page's own there is nothing in it; the answer is read and written anew, so of the API's
 * headers there is nothing in that. A failure goes on as its status and what the API said, in one line, without ids,
 * values and the key: a body could tell of other users.
 */
import type { Send } from "@orq/identities-client/internal";
import {
	type AnyIdentitiesError,
	isIdentitiesError,
	type Operation,
	type OperationInputs,
	type OperationName,
	type Result,
} from "@orq/identities-core";
import { requestOf, rows, saidBy, type UncheckedInput, valuesIn } from "@orq/identities-core/internal";
import type { Granted } from "./grant.ts";
import { badRequest, type Refusal, refused } from "./refusal.ts";
import { selected } from "./select.ts";

/** An answer for the page. */
export interface Forwarded {
	readonly status: number;
	/** Undefined for none. */
	readonly data: unknown;
}

/**
 * Rejects with what is the server's own fault (a bad id from a rule, a key function that throws), and with the
 * signal's reason. A refusal with a status of 500 or more comes with its `cause`.
 */
export async function forward(
	send: Send,
	operation: Operation,
	{ input, select }: Granted,
	signal: AbortSignal,
): Promise<Result<Forwarded, Refusal & { readonly cause?: unknown }>> {
	const built = requestOf(rows[operation.name as OperationName], input);
	if (!built.ok) {
		// Ids are the rule's own word; a parameter or a field is likely the page's.
		if (built.error.issues.some(({ path }) => operation.params.includes(path))) throw built.error;
		return badRequest(built.error.message);
	}
	try {
		const { data, status } = await sendAny(send, operation, input, signal).withResponse();
		return operation.answer === "none"
			? { ok: true, data: { status: 204, data: undefined } }
			: { ok: true, data: { status, data: selected(data, operation, select) } };
	} catch (error) {
		if (!isIdentitiesError(error) || error._tag === "InvalidInputError") throw error;
		const { error: refusal } = refusalOf(error, [...pathValues(input), ...valuesIn(built.data)]);
		return { ok: false, error: { ...refusal, cause: error } };
	}
}

/** The operation's row and its types are made from the same model, and the input has been checked against the row. */
const sendAny = (send: Send, { name }: Operation, input: UncheckedInput, signal: AbortSignal) =>
	send(name as OperationName, input as OperationInputs[OperationName], { signal, maxRetries: 0 });

const pathValues = ({ path }: UncheckedInput): string[] => Object.values(path as Record<string, string>);

function refusalOf(error: AnyIdentitiesError, hide: readonly string[]) {
	const { status = 0 } = error;
	switch (error._tag) {
		case "UnauthorizedError":
			return refused(502, "upstream_unauthorized", "The API refuses the server's key.");
		case "ConnectionError":
			return refused(502, "upstream_unreachable", "The API does not answer.");
		case "RequestTimeoutError":
			return refused(504, "upstream_timeout", "The API did not answer in time.");
		case "DecodeError":
			return refused(502, "upstream_invalid", "The API's answer was not what it promises.");
	}
	// Browsers send a request again by themselves, a POST too, where 408 comes over a connection that was used before.
	if (status === 408) return refused(504, "upstream_timeout", "The API did not answer in time.");
	// A redirect is not for the page to follow; 407 would speak of a proxy of the browser's, 421 of its connection.
	if (status < 400 || status > 599 || status === 407 || status === 421) {
		return refused(502, "upstream_invalid", "The API's answer was not what it promises.");
	}
	const said = (isCutJson(error.body) ? undefined : saidBy(error.body, hide)) ?? "The API gave no reason.";
	return refused(status, codeOf(error), said, waitHeader(error));
}

/** JSON that was too long to be kept whole: its beginning is no sentence, and may hold anything. */
const isCutJson = (body: unknown): boolean =>
	typeof body === "string" && /^\s*(\{\s*["}]|\[\s*["{[\]])/.test(body);

/** `IdentityNotFoundError`: `identity_not_found`. */
const codeOf = ({ _tag }: AnyIdentitiesError): string =>
	_tag
		.replace(/Error$/, "")
		.replace(/\B[A-Z]/g, "_$&")
		.toLowerCase();

/** In whole seconds (RFC 9110 §10.2.3): the page's client waits that long. */
const waitHeader = (error: AnyIdentitiesError): Record<string, string> =>
	"retryAfterMs" in error && error.retryAfterMs !== undefined
		? { "retry-after": String(Math.ceil(error.retryAfterMs / 1000)) }
		: {};
