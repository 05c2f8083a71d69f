/**
 * Reads a whole HTTP answer: the value of a success, or the error of anything else.
 * Tolerant, since servers of several dates are in use: any 2xx is a success; wrapped and bare answers are both
 * read, whatever the document says; what a server leaves out gets its zero value; unknown fields stay.
 */

import type { AnyIdentitiesError } from "../failure/classes.ts";
import { type CallContext, errorOfDecoding, errorOfStatus, type WireAnswer } from "../failure/classify.ts";
import type { OperationErrors } from "../generated/errors.ts";
import { type OperationName, operations } from "../generated/operations.ts";
import { readers } from "../generated/read.ts";
import type { OperationAnswers } from "../generated/types.ts";
import type { Operation } from "./operation.ts";
import { type Fields, isFields, type ReadDate, type ReadFields } from "./reading.ts";
import type { Result } from "./result.ts";

/**
 * Reads an answer.
 *
 * @example
 * const answer = readAnswer("retrieve", { status: response.status, headers: response.headers, text });
 * if (answer.ok) console.log(answer.data.external_id);
 * else if (answer.error._tag === "IdentityNotFoundError") console.log("nobody has this id");
 */
export function readAnswer<Name extends OperationName>(
	name: Name,
	answer: WireAnswer,
	context: CallContext = {},
): Result<OperationAnswers[Name], OperationErrors[Name]> {
	// The table's row and the generated types are made from the same model.
	return answerOf(operations[name], answer, context) as Result<OperationAnswers[Name], OperationErrors[Name]>;
}

/** `readAnswer` for an operation that is only known at run time; `date` turns dates into a type of the caller's. */
export function answerOf(
	operation: Operation,
	answer: WireAnswer,
	context?: CallContext,
	date?: ReadDate,
): Result<unknown, AnyIdentitiesError> {
	if (!(answer.status >= 200 && answer.status < 300)) {
		return { ok: false, error: errorOfStatus(operation, answer, context) };
	}
	if (operation.answer === "none") return { ok: true, data: undefined };
	const refuse = (problem: string): Result<never, AnyIdentitiesError> => ({
		ok: false,
		error: errorOfDecoding(operation, answer, problem, context),
	});
	let json: unknown;
	try {
		json = JSON.parse(answer.text);
	} catch {
		return refuse(answer.text === "" ? "no body" : "not JSON");
	}
	if (!isFields(json)) return refuse("not a JSON object");
	const read = readers[operation.name as OperationName];
	if (operation.answer === "page") {
		const wrong = readPage(json, read, date);
		return wrong === undefined ? { ok: true, data: json } : refuse(wrong);
	}
	const resource = unwrapped(json);
	const wrong = read?.(resource, date);
	return wrong === undefined ? { ok: true, data: resource } : refuse(wrong);
}

/** What an envelope holds; an identity that happens to have a field `identity` also has an `_id`. */
export const unwrapped = (json: Fields): Fields =>
	isFields(json["identity"]) && !("_id" in json) ? json["identity"] : json;

function readPage(
	page: Fields,
	read: ReadFields | undefined,
	date: ReadDate | undefined,
): string | undefined {
	page["object"] ??= "list";
	page["data"] ??= [];
	page["has_more"] ??= false;
	const items = page["data"];
	if (!Array.isArray(items)) return "data: not an array";
	for (let index = 0; index < items.length; index++) {
		const item: unknown = items[index];
		const wrong = isFields(item) ? read?.(item, date) : "not an object";
		if (wrong !== undefined) return isFields(item) ? `data[${index}].${wrong}` : `data[${index}]: ${wrong}`;
	}
	return undefined;
}
