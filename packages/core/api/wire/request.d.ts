/**
 * Builds an operation's request from the caller's input. The URL is relative and there is no `Authorization`:
 * where the API lives and with which key is for the sender to say.
 */
import type { InvalidInputError } from "../failure/classes.js";
import type { OperationName } from "../generated/operations.js";
import type { OperationInputs } from "../generated/types.js";
import { type UncheckedInput } from "../input/checks.js";
import type { Row } from "./operation.js";
import { type Result } from "./result.js";
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
export declare function buildRequest<Name extends OperationName>(name: Name, input: OperationInputs[Name]): Result<WireRequest, InvalidInputError>;
/** `buildRequest` for an operation that is only known at run time, and input that nobody has checked. */
export declare const requestOf: (row: Row, input?: UncheckedInput) => Result<WireRequest, InvalidInputError>;
/** `requestOf`, but it throws the error: what the client is made of. */
export declare function writeRequest(row: Row, { path, query, body }?: UncheckedInput): WireRequest;
