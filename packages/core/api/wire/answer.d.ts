/**
 * Reads a whole HTTP answer: the value of a success, or the error of anything else.
 * Tolerant, since servers of several dates are in use: any 2xx is a success; wrapped and bare answers are both
 * read, whatever the document says; what a server leaves out gets its zero value; unknown fields stay.
 */
import type { AnyIdentitiesError } from "../failure/classes.js";
import { type CallContext, type WireAnswer } from "../failure/classify.js";
import type { OperationErrors } from "../generated/errors.js";
import type { OperationName } from "../generated/operations.js";
import type { OperationAnswers } from "../generated/types.js";
import type { Row } from "./operation.js";
import { type ReadFields } from "./reading.js";
import { type Result } from "./result.js";
/**
 * Reads an answer.
 *
 * @example
 * const answer = readAnswer("retrieve", { status: response.status, headers: response.headers, text });
 * if (answer.ok) console.log(answer.data.external_id);
 * else if (answer.error._tag === "IdentityNotFoundError") console.log("nobody has this id");
 */
export declare function readAnswer<Name extends OperationName>(name: Name, answer: WireAnswer, context?: CallContext): Result<OperationAnswers[Name], OperationErrors[Name]>;
/** `readAnswer` for an operation that is only known at run time; `read` may be another reader than the row's. */
export declare const answerOf: (row: Row, answer: WireAnswer, context?: CallContext, read?: ReadFields) => Result<unknown, AnyIdentitiesError>;
/** `answerOf`, but it throws the error: what the client is made of. */
export declare function dataOf(row: Row, answer: WireAnswer, context?: CallContext, read?: ReadFields): unknown;
