/**
 * What an operation is called. It is known by method and path, so the five that callers have always had keep
 * their names whatever the publisher writes; `operationId` names only new ones, without a service in front
 * (`IdentitiesService_MergeIdentity`), and where it is absent, method and path do.
 */
import { pointer } from "../document/json.ts";
import { pascalCase } from "../document/name-case.ts";
import { type Document, operationsOf } from "../document/openapi.ts";
import { collection, operationKey } from "../document/paths.ts";
import { DocumentProblem } from "../document/problem.ts";

const known: Readonly<Record<string, string>> = {
	[`get ${collection}`]: "ListIdentities",
	[`post ${collection}`]: "CreateIdentity",
	[`get ${collection}/{}`]: "RetrieveIdentity",
	[`patch ${collection}/{}`]: "UpdateIdentity",
	[`delete ${collection}/{}`]: "DeleteIdentity",
};

/** The names in use: the five, and those of a document before. */
export function knownNames(before: Document | undefined): Readonly<Record<string, string>> {
	const earlier = before ? operationsOf(before) : [];
	return {
		...Object.fromEntries(
			earlier.map(({ method, path, operation }) => [operationKey(method, path), operation.operationId]),
		),
		...known,
	};
}

export function operationIdOf(method: string, path: string, published: unknown): string {
	const own = typeof published === "string" ? pascalCase(ownName(published, method, path)) : "";
	if (own !== "") return own;
	const [first = "", ...rest] = path.slice(collection.length + 1).split("/");
	const onItem = first.startsWith("{");
	const steps = (onItem ? rest : [first, ...rest]).filter((step) => !step.startsWith("{"));
	return pascalCase([method, onItem ? "identity" : "identities", ...steps].join(" "));
}

/**
 * The name without what is set around it: a service in front, method and path behind, as FastAPI writes them
 * (`merge_identity_v2_identities__id__merge_post`). An underscore ends a service only where that has a capital.
 */
function ownName(published: string, method: string, path: string): string {
	const behind = `${path.replace(/\W/g, "_")}_${method}`;
	const short = published.endsWith(behind) ? published.slice(0, -behind.length) : published;
	return short.replace(/^.*[/.#:]/, "").replace(/^\p{Lu}[\p{L}\p{N}]*_(?=\p{L})/u, "");
}

/** Types are named after operations: of two with one name, one would lose its own. */
export function refuseSameNames(document: Document): void {
	const first = new Map<string, string>();
	for (const { method, path, operation } of operationsOf(document)) {
		const { operationId } = operation;
		const other = first.get(operationId);
		if (other !== undefined) {
			const problem = `has the operationId \`${operationId}\`, which is the name of ${other}`;
			const cure = "Give it another `operationId` in openapi/overlay.yaml, by its path and method.";
			throw new DocumentProblem(pointer("paths", path, method), problem, cure);
		}
		first.set(operationId, `${method.toUpperCase()} ${path}`);
	}
}
