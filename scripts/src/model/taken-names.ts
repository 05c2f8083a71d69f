/**
 * Names that the packages export besides what is generated, or that generated code uses itself. A type of the document
 * with such a name would be hidden by it, or hide it: a schema that contains itself keeps the publisher's name, and
 * an operation may be called `RateLimit`.
 */
import { DocumentProblem } from "../document/problem.ts";

const ofErrors = [
	"AnyIdentitiesError",
	"CommonError",
	"CommonFields",
	"ConflictError",
	"ConnectionError",
	"DecodeError",
	"ErrorFields",
	"ForbiddenError",
	"IdentitiesError",
	"IdentitiesErrorTag",
	"IdentityNotFoundError",
	"InputIssue",
	"InvalidInputError",
	"Outcome",
	"RateLimitError",
	"RequestRejectedError",
	"RequestTimeoutError",
	"ServerError",
	"UnauthorizedError",
	"UnexpectedStatusError",
	"UpsertIdentityError",
];
const ofCore = [
	"AnswerHeaders",
	"BodyField",
	"CallContext",
	"Cursor",
	"Operation",
	"OperationAnswers",
	"OperationErrors",
	"OperationInputs",
	"OperationName",
	"QueryParameter",
	"Result",
	"WireAnswer",
	"WireRequest",
];
const ofClients = [
	"ApiCall",
	"ApiKey",
	"ApiResponse",
	"AttemptInfo",
	"ClientOptions",
	"ConfigOptions",
	"GetToken",
	"Hooks",
	"Identities",
	"IdentitiesClient",
	"IdentitiesList",
	"IdentitiesOptions",
	"IdentitiesPage",
	"IdentitiesService",
	"ListOptions",
	"RequestOptions",
	"RetrySchedule",
	"Transport",
	"TransportFailure",
	"TransportRequest",
	"TransportTimeout",
	"UpsertIdentityRequest",
	"UpsertIdentityResponse",
	"Walk",
];
const ofGeneratedCode = ["DateTime", "Effect", "IdentitiesMethods", "Schema", "Send", "Types", "Utc"];
export const takenNames: ReadonlySet<string> = new Set([
	...ofErrors,
	...ofCore,
	...ofClients,
	...ofGeneratedCode,
]);

export function refuseTaken(name: string, place: string): void {
	if (!takenNames.has(name)) return;
	const cure =
		"Give the operation another `operationId` in openapi/overlay.yaml, or take out there what is called so.";
	throw new DocumentProblem(place, `needs a type ${name}, a name which is taken`, cure);
}
