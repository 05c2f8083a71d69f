/**
 * core's `generated/errors.ts`: what each operation fails with. It follows from the operation's form, never
 * from the answers that a document declares, which publications lose.
 */
import type { Model, Operation } from "../model/model.ts";
import { source } from "./header.ts";
import { key } from "./key.ts";

export const errorName = ({ id }: Operation): string => `${id}Error`;

/** The classes that an operation fails with besides those of all operations. */
export const ownErrors = ({ body, idParam }: Operation): string[] => [
	...(body ? ["ConflictError"] : []),
	...(idParam === undefined ? [] : ["IdentityNotFoundError"]),
];

export function emitErrors({ operations }: Model): Record<string, string> {
	const used = [...new Set(operations.flatMap(ownErrors))].sort();
	const text = source(
		`import type { ${["CommonError", ...used].join(", ")} } from "../failure/classes.ts";`,
		"",
		...operations.flatMap((operation) => [
			`/** What \`${operation.name}\` fails with. */`,
			`export type ${errorName(operation)} = ${["CommonError", ...ownErrors(operation)].join(" | ")};`,
		]),
		"",
		"/** What each operation fails with. */",
		"export interface OperationErrors {",
		...operations.map((operation) => `${key(operation.name)}: ${errorName(operation)};`),
		"}",
	);
	return { "packages/core/src/generated/errors.ts": text };
}
