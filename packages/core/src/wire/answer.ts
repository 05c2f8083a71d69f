/**
 * Reads a whole HTTP answer: the value of a success, or the error of anything else.
 * Tolerant, since servers of several dates are in use: any 2xx is a success; wrapped and bare answers are both
 * read, whatever the document says; what a server leaves out gets its zero value; unknown fields stay.
 */

import type { AnyIdentitiesError } from "../failure/classes.ts";
import { type CallContext, errorOfAnswer, parsed, type WireAnswer } from "../failure/classify.ts";
import type { OperationErrors } from "../generated/errors.ts";
import type { OperationName } from "../generated/operations.ts";
import { rows } from "../generated/rows.ts";
import type { OperationAnswers } from "../generated/types.ts";
import type { Row } from "./operation.ts";
import { type Fields, isFields, type ReadFields, readEach } from "./reading.ts";
import { type Result, resultOf } from "./result.ts";

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
	// The row and the generated types are made from the same model.
	return answerOf(rows[name], answer, context) as Result<OperationAnswers[Name], OperationErrors[Name]>;
}

/** `readAnswer` for an operation that is only known at run time; `read` may be another reader than the row's. */
export const answerOf = (
	row: Row,
	answer: WireAnswer,
	context?: CallContext,
	read?: ReadFields,
): Result<unknown, AnyIdentitiesError> => resultOf(() => dataOf(row, answer, context, read));

/** `answerOf`, but it throws the error: what the client is made of. */
export function dataOf(
	row: Row,
	answer: WireAnswer,
	context?: CallContext,
	read: ReadFields = row.read ?? (() => undefined),
): unknown {
	if (!(answer.status >= 200 && answer.status < 300)) throw errorOfAnswer(row, answer, context);
	if (row.answer === "none") return undefined;
	const json = parsed(answer.text);
	const data = row.answer ? json : unwrapped(json);
	const wrong = !isFields(data) ? "not a JSON object" : row.answer ? readPage(data, read) : read(data);
	if (wrong) throw errorOfAnswer(row, answer, context, wrong);
	return data;
}

/** What an envelope holds; an identity that happens to have a field `identity` also has an `_id`. */
const unwrapped = (json: unknown): unknown =>
	isFields(json) && isFields(json["identity"]) && !("_id" in json) ? json["identity"] : json;

function readPage(page: Fields, read: ReadFields): string | undefined {
	page["object"] ??= "list";
	page["data"] ??= [];
	page["has_more"] ??= false;
	const items = page["data"];
	return Array.isArray(items) && items.every(isFields)
		? readEach(page, "data", read)
		: "data: not an array of objects";
}
