/**
 * What an operation is called. It is known by method and path, so the five that callers have always had keep
 * their names whatever the publisher writes; `operationId` names only new ones, without a service in front
 * (`IdentitiesService_MergeIdentity`), and where it is absent, method and path do.
 */
import { pascalCase } from "../document/name-case.ts";
import { type Document, operationsOf } from "../document/openapi.ts";
import { collection, operationKey } from "../document/paths.ts";

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
	const own = typeof published === "string" ? pascalCase(published.replace(/^.*[/._#:]/, "")) : "";
	if (own !== "") return own;
	const [first = "", ...rest] = path.slice(collection.length + 1).split("/");
	const onItem = first.startsWith("{");
	const steps = (onItem ? rest : [first, ...rest]).filter((step) => !step.startsWith("{"));
	return pascalCase([method, onItem ? "identity" : "identities", ...steps].join(" "));
}
