/**
 * What an operation's method is called in every client. The five that callers have always had are known by
 * method and path; others are called after their operation, without the noun that every name here would have.
 */
import { camelCase } from "../document/name-case.ts";
import { operationKey } from "../document/paths.ts";
import { DocumentProblem } from "../document/problem.ts";

const known: Readonly<Record<string, string>> = {
	"get /v2/identities": "list",
	"post /v2/identities": "create",
	"get /v2/identities/{}": "retrieve",
	"patch /v2/identities/{}": "update",
	"delete /v2/identities/{}": "delete",
};

/** Names that a client has besides its operations, or that would make it something else: `then`, a promise. */
const reserved = ["upsert", "stream", "pages", "layer", "layerConfig", "then", "toJSON"];

export function methodName(method: string, path: string, operationId: string, place: string): string {
	const short = camelCase(operationId.replace(/Identit(y|ies)/, ""));
	const name = known[operationKey(method, path)] ?? (short === "" ? camelCase(operationId) : short);
	const taken =
		reserved.includes(name) ||
		name in Object.prototype ||
		(Object.values(known).includes(name) && !(operationKey(method, path) in known));
	if (!taken && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
	const problem = taken ? "which the clients have already" : "which is no name";
	const cure = "Give it another `operationId` in openapi/overlay.yaml.";
	throw new DocumentProblem(place, `would be the method \`${name}\`, ${problem}`, cure);
}
